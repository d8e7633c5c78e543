import { LineTable } from '../../structures/line-table.js'

/** What a stretch of letters becomes in the other standard. */
export interface Correspondence {
  readonly to: string
  /** Natural logarithm of the probability. */
  readonly score: number
}

/** Longest stretch from within a word, and longest at either end (a part of a compound), the end's mark included. */
export const LONGEST_STRETCH = { within: 6, atEnd: 15 } as const

const NONE: readonly Correspondence[] = []

/**
 * Stretches of letters and their counterparts; `^` and `$` are a word's ends.
 *
 *     heter$ → heiter$ .9, heter$ .05      ^hv → ^kv .97      økning$ → auke$ .6
 *
 * Read from lines `stretch to score to score …`, score in hundredths below 0.
 */
export class Correspondences {
  private readonly stretches: LineTable<readonly Correspondence[]>
  /** Those that were asked for: a few are in most words. */
  private readonly read = new Map<string, readonly Correspondence[]>()

  constructor(text: string) {
    this.stretches = new LineTable(text, parse)
  }

  of(stretch: string): readonly Correspondence[] {
    const known = this.read.get(stretch)
    if (known !== undefined) return known
    const found = this.stretches.get(stretch)
    if (found !== undefined) this.read.set(stretch, found)
    return found ?? NONE
  }
}

const parse = (fields: readonly string[]): Correspondence[] => {
  const list: Correspondence[] = []
  for (let i = 0; i < fields.length; i += 2)
    list.push({ to: fields[i]!, score: -Number(fields[i + 1]) / 100 })
  return list
}
