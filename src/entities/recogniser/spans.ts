import { isInside, OUTSIDE, type RecognisedType, typeOf } from './labels.js'

/** Tokens `first` to `end` (exclusive) of a sentence. */
export interface LabelSpan {
  readonly type: RecognisedType
  readonly first: number
  readonly end: number
}

/** The entities that labels mark. An I that continues nothing of its type begins one, as in conlleval. */
export const spansOf = (labels: ArrayLike<number>): LabelSpan[] => {
  const spans: LabelSpan[] = []
  for (let i = 0; i < labels.length;) {
    const label = labels[i]!
    const first = i++
    if (label === OUTSIDE) continue
    const inside = isInside(label) ? label : label + 1
    while (i < labels.length && labels[i] === inside) i++
    spans.push({ type: typeOf(label), first, end: i })
  }
  return spans
}
