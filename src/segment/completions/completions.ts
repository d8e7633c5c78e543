import { foldKey } from '../../analysis/text/fold.js'
import { PrefixTable } from '../../structures/prefix-table.js'

/** What a prefix may be completed to, and how often it is in the collection. */
export interface Completion {
  readonly text: string
  readonly count: number
}

/** Texts by their beginning, whatever their case and with or without marks. */
export class Completions {
  private readonly counts: Uint32Array

  private constructor(
    private readonly entries: readonly Completion[],
    /** Each text in lower case. */
    private readonly plain: readonly string[],
    private readonly table: PrefixTable
  ) {
    this.counts = Uint32Array.from(entries, ({ count }) => count)
  }

  /** Lets other work run meanwhile. @param entries in the order in which equally frequent ones are to come */
  static async build(entries: readonly Completion[]): Promise<Completions> {
    const plain = entries.map(({ text }) => plainText(text))
    return new Completions(entries, plain, await PrefixTable.build(plain.map(foldKey)))
  }

  /**
   * At most `most` texts that begin with `prefix`: those that begin with its very letters, then those that do without marks;
   * the more frequent first.
   *
   *     ål → Ålesund, ål, alle      al → alle, Ålesund, ål
   */
  find(prefix: string, most: number): Completion[] {
    const exact = plainText(prefix)
    const best: Place[] = []
    for (const entry of this.table.find(foldKey(exact))) {
      const count = this.counts[entry]!
      const worst = best[most - 1]
      if (worst?.isExact === true && worst.count > count) continue
      const one = { entry, isExact: this.plain[entry]!.startsWith(exact), count }
      if (worst !== undefined && !isBefore(one, worst)) continue
      if (worst !== undefined) best.pop()
      const place = best.findIndex((other) => isBefore(one, other))
      best.splice(place < 0 ? best.length : place, 0, one)
    }
    return best.map(({ entry }) => this.entries[entry]!)
  }
}

interface Place {
  readonly entry: number
  readonly isExact: boolean
  readonly count: number
}

const isBefore = (a: Place, b: Place): boolean => {
  if (a.isExact !== b.isExact) return a.isExact
  return a.count === b.count ? a.entry < b.entry : a.count > b.count
}

/** In lower case, with one space between words. */
const plainText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trimStart()
