import { groupByKey, type Lists } from '../../structures/lists.js'

/** Letters in a gram; the word's beginning counts as one. */
const LENGTH = 4
/** Grams are kept by a hash of so many bits, fewer for a small vocabulary; a few share one. */
const BITS = { small: 12, large: 18 } as const
const LARGE = 1 << 14
/** A gram of more than this share of the words says too little to be looked up. */
const COMMON = 1 / 40
const FEW = 50
const BEGINNING = 94

/** Room for the words of one look-up, which those of all vocabularies in a thread take in turn. */
let room = {
  /** By word: its share so far, 0 between look-ups. */
  shares: new Float32Array(0),
  touched: new Uint32Array(0)
}

/** Words of the vocabulary by their ids, and the share of another word's grams that each has, by their idf: 0–1. */
export interface Similar {
  readonly words: Uint32Array
  readonly shares: Float32Array
}

/** The words that hold each gram, by the gram's hash. */
export type GramTables = Lists

/** Lets other work run meanwhile. @param vocabulary words by id */
export const buildGramTables = (vocabulary: readonly string[]): Promise<GramTables> => {
  const bits = bitsFor(vocabulary.length)
  return groupByKey(2 ** bits, {
    count: vocabulary.length,
    forEach: (word, pair) => {
      forEachGram(vocabulary[word]!, bits, (gram) => {
        pair(gram, word)
      })
    }
  })
}

const bitsFor = (words: number): number => (words < LARGE ? BITS.small : BITS.large)

/**
 * Which words of a vocabulary hold which letters in a row: words that are made of the same, whatever their endings and
 * parts (`grunnlagt`, `grunnleggelse`; `hopplandslaget`, `landslagstrener`).
 */
export class GramIndex {
  private readonly bits: number

  /** @param size how many words the vocabulary has */
  constructor(
    private readonly size: number,
    private readonly words: GramTables
  ) {
    this.bits = bitsFor(size)
  }

  /**
   * The words that have at least `least` (above 0) of a word's grams, by their idf; numbers have none.
   *
   * The rarest grams first: when those that are left are less than `least` together, no word comes in any more, and the
   * long lists are only searched for those that are in and can still reach it (prefix filtering; Chaudhuri, Ganti and
   * Kaushik 2006).
   */
  similar(word: string, least: number): Similar {
    if (room.shares.length < this.size)
      room = { shares: new Float32Array(this.size), touched: new Uint32Array(this.size) }
    const grams = this.gramsOf(word)
    const total = grams.reduce((sum, { idf }) => sum + idf, 0)
    let left = total
    let count = 0
    for (const { from, to, idf } of grams) {
      const isOpen = left >= least * total - EPSILON
      if (isOpen) count = this.addAll(from, to, { idf, count })
      else {
        count = this.keepPossible(count, least * total - left - EPSILON)
        this.addToTouched(from, to, { idf, count })
      }
      left -= idf
    }
    return this.collect(count, least, total)
  }

  /** The touched words whose share of `total`, rounded as it is given, is `least` or more. */
  private collect(count: number, least: number, total: number): Similar {
    const { shares, touched } = room
    const shareOf = (word: number): number => Math.fround(shares[word]! / total)
    const kept = touched.subarray(0, count).filter((word) => shareOf(word) >= least)
    const similar = { words: kept, shares: Float32Array.from(kept, shareOf) }
    for (let i = 0; i < count; i++) shares[touched[i]!] = 0
    return similar
  }

  /** Where the lists of a word's different grams stand, but for those that are too common; the shortest list first. */
  private gramsOf(word: string): Gram[] {
    const { offsets } = this.words
    const lists = new Map<number, Gram>()
    forEachGram(word, this.bits, (gram) => {
      const [from, to] = [offsets[gram]!, offsets[gram + 1]!]
      const idf = gramIdf(to - from, this.size)
      if (idf > 0) lists.set(gram, { from, to, idf })
    })
    return [...lists.values()].sort((a, b) => b.idf - a.idf || a.from - b.from)
  }

  /** @returns how many words have been touched now */
  private addAll(from: number, to: number, { idf, count }: Added): number {
    const { shares, touched } = room
    const { values } = this.words
    for (let i = from; i < to; i++) {
      const other = values[i]!
      if (i > from && other === values[i - 1]) continue
      if (shares[other] === 0) touched[count++] = other
      shares[other]! += idf
    }
    return count
  }

  /** Drops the touched words whose sum is less than `least` so far. @returns how many are left */
  private keepPossible(count: number, least: number): number {
    const { shares, touched } = room
    let kept = 0
    for (let i = 0; i < count; i++) {
      const word = touched[i]!
      if (shares[word]! >= least) touched[kept++] = word
      else shares[word] = 0
    }
    return kept
  }

  private addToTouched(from: number, to: number, { idf, count }: Added): void {
    const { shares, touched } = room
    const { values } = this.words
    for (let i = 0; i < count; i++) if (hasSorted(values, from, to, touched[i]!)) shares[touched[i]!]! += idf
  }
}

interface Gram {
  readonly from: number
  readonly to: number
  readonly idf: number
}

interface Added {
  readonly idf: number
  readonly count: number
}

/** What a gram that so many of `size` words have tells; 0 of one that is too common. */
export const gramIdf = (words: number, size: number): number =>
  words > Math.max(COMMON * size, FEW) ? 0 : Math.log(1 + size / (words + 1))

/** What the different grams of a word tell together. @param told by gram, 0 where it is absent */
export const gramSum = (word: string, told: ReadonlyMap<number, number>): number => {
  let sum = 0
  let seen: number[] | undefined
  forEachGram(word, BITS.large, (gram) => {
    const tells = told.get(gram)
    if (tells === undefined || seen?.includes(gram)) return
    sum += tells
    ;(seen ??= []).push(gram)
  })
  return sum
}

/** The different grams of a word; numbers have none. */
export const gramsOf = (word: string): readonly number[] => {
  const grams = new Set<number>()
  forEachGram(word, BITS.large, (gram) => grams.add(gram))
  return [...grams]
}

/** Sums and shares are rounded to 32 bits; they are off by less. */
const EPSILON = 1e-5

/** Is a number among those from `low` to before `high`, which ascend? */
const hasSorted = (values: Uint32Array, low: number, high: number, value: number): boolean => {
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = values[middle]!
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle
  }
  return false
}

const forEachGram = (word: string, bits: number, visit: (gram: number) => void): void => {
  if (word.length < LENGTH || /\d/.test(word)) return
  for (let at = LENGTH - 2; at < word.length; at++) {
    let hash = at < LENGTH - 1 ? BEGINNING : word.charCodeAt(at - LENGTH + 1)
    for (let i = LENGTH - 2; i >= 0; i--) hash = Math.imul(hash, 0x01000193) ^ word.charCodeAt(at - i)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    visit((hash ^ (hash >>> 13)) >>> (32 - bits))
  }
}
