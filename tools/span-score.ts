import {
  type LabelSpan,
  RECOGNISED_TYPES,
  type RecognisedType,
  spansOf
} from '../src/entities/recogniser/labels.js'

export interface SpanCounts {
  right: number
  found: number
  gold: number
}

export interface SpanFigures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Counts spans as right where the first token, the last one and the type agree. */
export class SpanScore {
  readonly byType = new Map<RecognisedType, SpanCounts>(
    RECOGNISED_TYPES.map((type) => [type, { right: 0, found: 0, gold: 0 }])
  )

  add(goldLabels: ArrayLike<number>, found: readonly LabelSpan[]): void {
    const key = ({ type, first, end }: LabelSpan): string => `${type} ${first} ${end}`
    const goldSpans = spansOf(goldLabels)
    const expected = new Set(goldSpans.map(key))
    for (const { type } of goldSpans) this.byType.get(type)!.gold++
    for (const span of found) {
      const counts = this.byType.get(span.type)!
      counts.found++
      if (expected.has(key(span))) counts.right++
    }
  }

  /** Of one type, or of all spans together (micro). */
  figures(type?: RecognisedType): SpanFigures & SpanCounts {
    const sum = { right: 0, found: 0, gold: 0 }
    for (const [of, { right, found, gold }] of this.byType) {
      if (type !== undefined && of !== type) continue
      sum.right += right
      sum.found += found
      sum.gold += gold
    }
    const precision = sum.found === 0 ? 0 : sum.right / sum.found
    const recall = sum.gold === 0 ? 0 : sum.right / sum.gold
    return {
      ...sum,
      precision,
      recall,
      f1: sum.right === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    }
  }
}
