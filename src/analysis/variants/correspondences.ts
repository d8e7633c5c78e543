import { LineTable } from '../../structures/line-table.js'

/** What a stretch of letters becomes in the other standard. */
export interface Correspondence {
  readonly to: string
  /** Natural logarithm of the probability. */
  readonly score: number
}

/** Longest stretch from within a word, and longest at either end (a part of a compound), the end's mark included. */
export const LONGEST_STRETCH = { within: 6, atEnd: 15 } as const

/**
 * Stretches of letters and their counterparts; `^` and `$` are a word's ends.
 *
 *     heter$ → heiter$ .9, heter$ .05      ^hv → ^kv .97      økning$ → auke$ .6
 *
 * Read from lines `stretch to score to score …`, score in hundredths below 0.
 */
export class Correspondences {
  private readonly stretches: LineTable<readonly Correspondence[]>
  /** Those that were asked for, by their lines: a few are in most words. */
  private readonly read = new Map<number, readonly Correspondence[]>()

  constructor(text: string) {
    this.stretches = new LineTable(text, parse)
  }

  /** Calls `visit` for the stretches of a marked word that begin at `start`, the shortest first. */
  forEachAt(
    word: string,
    start: number,
    visit: (counterparts: readonly Correspondence[], end: number) => void
  ): void {
    const most = start === 0 ? LONGEST_STRETCH.atEnd : LONGEST_STRETCH.within
    const read = (line: number, end: number): void => {
      let counterparts = this.read.get(line)
      if (counterparts === undefined) {
        counterparts = this.stretches.valueOf(line, end - start)
        this.read.set(line, counterparts)
      }
      visit(counterparts, end)
    }
    const last = Math.min(word.length, start + most)
    this.stretches.forEachKeyAt(word, start, last, read)
    if (last === word.length || word.length - start > LONGEST_STRETCH.atEnd) return
    const line = this.stretches.lineOf(word.slice(start))
    if (line >= 0) read(line, word.length)
  }
}

const parse = (fields: readonly string[]): Correspondence[] => {
  const list: Correspondence[] = []
  for (let i = 0; i < fields.length; i += 2)
    list.push({ to: fields[i]!, score: -Number(fields[i + 1]) / 100 })
  return list
}
