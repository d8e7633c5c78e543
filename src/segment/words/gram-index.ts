import { firstWhere } from '../../structures/bisect.js'
import { groupByKey, placeOfKey, type KeyedLists } from '../../structures/lists.js'
import { Slices } from '../../structures/slices.js'
import { sharedColumn } from '../../structures/tables.js'

/** Letters in a gram; the word's beginning counts as one. */
const LENGTH = 4
/** Grams are kept by a hash of so many bits; a few share one. */
const BITS = 18
/** Fewer words have lists for those grams alone that they hold. */
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

/** The words that hold each gram, by the gram's hash; each by its place among those of its run. */
export type GramTables = KeyedLists

/** Lets other work run meanwhile. @param words of a run, in the order of their ids */
export const buildGramTables = async (words: readonly string[]): Promise<GramTables> => {
  const keys = words.length < LARGE ? await gramKeys(words) : sharedColumn(Uint32Array, 0)
  const placeOf = new Map(Array.from(keys, (gram, place) => [gram, place]))
  const lists = await groupByKey(keys.length === 0 ? 2 ** BITS : keys.length, {
    count: words.length,
    forEach: (word, pair) => {
      forEachGram(words[word]!, (gram) => {
        pair(keys.length === 0 ? gram : placeOf.get(gram)!, word)
      })
    }
  })
  return { keys, ...lists }
}

/** The grams of some words, ascending. Lets other work run meanwhile. */
const gramKeys = async (words: readonly string[]): Promise<Uint32Array> => {
  const grams = new Set<number>()
  const slices = new Slices()
  for (const word of words) {
    if (slices.isOver) await slices.next()
    forEachGram(word, (gram) => grams.add(gram))
  }
  const keys = sharedColumn(Uint32Array, grams.size)
  keys.set([...grams])
  return keys.sort()
}

/** Words that are in a run and not in the vocabulary any more. */
interface Gone {
  readonly count: number
  has(word: number): boolean
}

/** The grams of the words with ids from `first` to before `end`. */
export interface GramRun {
  readonly first: number
  readonly end: number
  readonly grams: GramTables
}

/**
 * Which words of a vocabulary hold which letters in a row: words that are made of the same, whatever their endings and
 * parts (`grunnlagt`, `grunnleggelse`; `hopplandslaget`, `landslagstrener`). What a gram tells depends on all words
 * that there are, in whatever runs they stand.
 */
export class GramIndex {
  /** Words that there are. */
  private readonly size: number
  private readonly end: number

  /** @param runs in the order of their words @param gone words that are not found */
  constructor(
    private readonly runs: readonly GramRun[],
    private readonly gone: Gone
  ) {
    this.end = runs.at(-1)?.end ?? 0
    this.size = this.end - gone.count
  }

  /**
   * The words that have at least `least` (above 0) of a word's grams, by their idf; numbers have none.
   *
   * The rarest grams first: when those that are left are less than `least` together, no word comes in any more, and the
   * long lists are only searched for those that are in and can still reach it (prefix filtering; Chaudhuri, Ganti and
   * Kaushik 2006).
   */
  similar(word: string, least: number): Similar {
    if (room.shares.length < this.end)
      room = { shares: new Float32Array(this.end), touched: new Uint32Array(this.end) }
    const grams = this.gramsOf(word)
    const total = grams.reduce((sum, { idf }) => sum + idf, 0)
    let left = total
    let count = 0
    for (const { lists, idf } of grams) {
      const isOpen = left >= least * total - EPSILON
      if (isOpen) for (const list of lists) count = addAll(list, { idf, count })
      else {
        count = keepPossible(count, least * total - left - EPSILON)
        addToTouched(lists, { idf, count })
      }
      left -= idf
    }
    return this.collect(count, least, total)
  }

  /** The touched words whose share of `total`, rounded as it is given, is `least` or more. */
  private collect(count: number, least: number, total: number): Similar {
    const { shares, touched } = room
    let kept = 0
    for (let i = 0; i < count; i++) {
      const word = touched[i]!
      if (Math.fround(shares[word]! / total) >= least && !this.gone.has(word)) touched[kept++] = word
      else shares[word] = 0
    }
    const words = touched.slice(0, kept)
    const found = new Float32Array(kept)
    for (let i = 0; i < kept; i++) {
      found[i] = shares[words[i]!]! / total
      shares[words[i]!] = 0
    }
    return { words, shares: found }
  }

  /** Where the lists of a word's different grams stand, but for those that are too common; the shortest list first. */
  private gramsOf(word: string): Gram[] {
    const grams = new Map<number, Gram>()
    forEachGram(word, (gram) => {
      if (grams.has(gram)) return
      const lists = this.runs.map((run) => listOf(run, gram)).filter(({ from, to }) => to > from)
      const idf = gramIdf(this.countIn(lists), this.size)
      if (idf > 0) grams.set(gram, { gram, lists, idf })
    })
    return [...grams.values()].sort((a, b) => b.idf - a.idf || a.gram - b.gram)
  }

  /** How many words of some lists there are. */
  private countIn(lists: readonly GramList[]): number {
    const { gone } = this
    let count = 0
    for (const { from, to } of lists) count += to - from
    // However many of them are gone, it is too common.
    if (gone.count === 0 || gramIdf(count - gone.count, this.size) === 0) return count
    for (const { values, from, to, first } of lists)
      for (let i = from; i < to; i++) if (gone.has(first + values[i]!)) count--
    return count
  }
}

/** The words of a gram in a run: from index `from` to before `to`, by their places behind `first`. */
interface GramList {
  readonly values: Uint32Array
  readonly from: number
  readonly to: number
  readonly first: number
}

interface Gram {
  readonly gram: number
  readonly lists: readonly GramList[]
  readonly idf: number
}

interface Added {
  readonly idf: number
  readonly count: number
}

const listOf = ({ first, grams }: GramRun, gram: number): GramList => {
  const { keys, offsets, values } = grams
  const place = placeOfKey(keys, offsets.length - 1, gram)
  if (place < 0) return { values, from: 0, to: 0, first }
  return { values, from: offsets[place]!, to: offsets[place + 1]!, first }
}

/** @returns how many words have been touched now */
const addAll = ({ values, from, to, first }: GramList, { idf, count }: Added): number => {
  const { shares, touched } = room
  for (let i = from; i < to; i++) {
    if (i > from && values[i] === values[i - 1]) continue
    const word = first + values[i]!
    if (shares[word] === 0) touched[count++] = word
    shares[word]! += idf
  }
  return count
}

/** Drops the touched words whose sum is less than `least` so far. @returns how many are left */
const keepPossible = (count: number, least: number): number => {
  const { shares, touched } = room
  let kept = 0
  for (let i = 0; i < count; i++) {
    const word = touched[i]!
    if (shares[word]! >= least) touched[kept++] = word
    else shares[word] = 0
  }
  return kept
}

const addToTouched = (lists: readonly GramList[], { idf, count }: Added): void => {
  const { shares, touched } = room
  for (let i = 0; i < count; i++) {
    const word = touched[i]!
    // The runs are in the order of their words.
    let at = lists.length - 1
    while (at >= 0 && lists[at]!.first > word) at--
    const list = lists[at]
    if (list && hasSorted(list.values, list.from, list.to, word - list.first)) shares[word]! += idf
  }
}

/** What a gram that so many of `size` words have tells; 0 of one that is too common. */
export const gramIdf = (words: number, size: number): number =>
  words > Math.max(COMMON * size, FEW) ? 0 : Math.log(1 + size / (words + 1))

/** What the different grams of a word tell together. @param told by gram, 0 where it is absent */
const gramSum = (word: string, told: ReadonlyMap<number, number>): number => {
  let sum = 0
  let seen: number[] | undefined
  forEachGram(word, (gram) => {
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
  forEachGram(word, (gram) => grams.add(gram))
  return [...grams]
}

/** Sums and shares are rounded to 32 bits; they are off by less. */
const EPSILON = 1e-5

/** Is a number among those from `low` to before `high`, which ascend? */
const hasSorted = (values: Uint32Array, low: number, high: number, value: number): boolean => {
  const place = firstWhere(low, high, (at) => values[at]! >= value)
  return place < high && values[place] === value
}

const forEachGram = (word: string, visit: (gram: number) => void): void => {
  if (word.length < LENGTH || /\d/.test(word)) return
  for (let at = LENGTH - 2; at < word.length; at++) {
    let hash = at < LENGTH - 1 ? BEGINNING : word.charCodeAt(at - LENGTH + 1)
    for (let i = LENGTH - 2; i >= 0; i--) hash = Math.imul(hash, 0x01000193) ^ word.charCodeAt(at - i)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    visit((hash ^ (hash >>> 13)) >>> (32 - BITS))
  }
}

/** The share of a word's grams that another word has, by what they tell. */
export const gramShare = (other: string, grams: ReadonlyMap<number, number>): number => {
  const shared = gramSum(other, grams)
  if (shared === 0) return 0
  let total = 0
  for (const idf of grams.values()) total += idf
  return shared / total
}
