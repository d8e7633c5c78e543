import { foldKey } from '../../analysis/text/fold.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import { prefixRange, sortedTexts } from '../../structures/prefix-range.js'
import { largestFirst } from '../../structures/sort-in-slices.js'
import { sharedColumn } from '../../structures/tables.js'
import { packTexts, Texts, type TextColumn } from '../../structures/texts.js'
import type { Segment } from '../segment.js'
import type { Vocabulary } from '../words/vocabulary.js'

/** What a prefix may be completed to, and how often it is in the collection. */
export interface Completion {
  readonly text: string
  readonly count: number
}

/** Texts that are found by their beginning, by numbers in the order in which equally frequent ones are to come. */
export interface CompletionTables {
  readonly texts: TextColumn
  /** In changes also below 0. */
  readonly counts: Int32Array
  /** Each text in lower case, with one space between words. */
  readonly plain: TextColumn
  /** The folded keys of the plain texts, and the numbers of all texts in the order of their keys. */
  readonly keys: TextColumn
  readonly sorted: Uint32Array
}

/** What a prefix is completed to, by kind. */
export interface CollectionCompletionTables {
  readonly title: ChangedCompletionTables
  readonly word: ChangedCompletionTables
}

export interface ChangedCompletionTables {
  readonly all: CompletionTables
  /** What has been added to the counts since. */
  readonly changes: CompletionTables
}

/** The most frequent words are worth completing to; among the others there are many slips. */
const MOST_WORDS = 100_000
/** In UTF-16 code units. */
const SHORTEST_WORD = 3

/** The titles and words of a collection as they are written. Lets other work run meanwhile. */
export const buildCollectionCompletions = async (
  segment: Segment,
  vocabulary: Vocabulary
): Promise<CollectionCompletionTables> => ({
  title: { all: await buildCompletions(titlesOf(segment)), changes: await buildCompletions([]) },
  word: {
    all: await buildCompletions(wordsOf(segment, vocabulary)),
    changes: await buildCompletions([])
  }
})

/** Different titles with the number of their articles. */
const titlesOf = (segment: Segment): Completion[] => {
  const counts = new Map<string, number>()
  segment.all().forEach((article) => {
    const { title } = segment.articles.facts(article)
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1)
  })
  return Array.from(counts, ([text, count]) => ({ text, count }))
}

/** Words with their occurrences, the most frequent first; no stop words, and nothing with a digit. */
const wordsOf = ({ statistics }: Segment, vocabulary: Vocabulary): Completion[] => {
  const frequencies = Uint32Array.from({ length: vocabulary.wordCount }, (_, id) =>
    statistics.wordFrequency(id)
  )
  const words: Completion[] = []
  for (const id of largestFirst(frequencies)) {
    if (words.length === MOST_WORDS) break
    const word = vocabulary.word(id)
    if (!isCompletedTo(word)) continue
    const count = frequencies[id]!
    if (count > 0) words.push({ text: vocabulary.writtenAs(id), count })
  }
  return words
}

/** Is it worth completing to? */
export const isCompletedTo = (word: string): boolean =>
  word.length >= SHORTEST_WORD && !isStopWord(word) && !/[^\p{L}\p{M}-]/u.test(word)

/** Lets other work run meanwhile. @param entries in the order in which equally frequent ones are to come */
export const buildCompletions = async (entries: readonly Completion[]): Promise<CompletionTables> => {
  const plain = entries.map(({ text }) => plainText(text))
  const keys = plain.map(foldKey)
  const counts = sharedColumn(Int32Array, entries.length)
  entries.forEach(({ count }, i) => (counts[i] = count))
  return {
    texts: packTexts(entries.map(({ text }) => text)),
    counts,
    plain: packTexts(plain),
    keys: packTexts(keys),
    sorted: await sortedTexts(keys)
  }
}

/** Finds texts by their beginning, whatever their case and with or without marks. */
export class Completions {
  private readonly all: CompletionTable
  private readonly changes: CompletionTable

  constructor({ all, changes }: ChangedCompletionTables) {
    this.all = new CompletionTable(all)
    this.changes = new CompletionTable(changes)
  }

  /**
   * At most `most` texts that begin with `prefix`: those that begin with its very letters, then those that do without
   * marks; the more frequent first.
   *
   *     ål → Ålesund, ål, alle      al → alle, Ålesund, ål
   */
  find(prefix: string, most: number): Completion[] {
    const changed = this.changes.find(prefix, Infinity)
    const best = this.all.find(prefix, most + changed.length)
    if (changed.length === 0) return best.map(({ text, count }) => ({ text, count }))
    const found = new Map(best.map((place) => [place.text, place]))
    for (const change of changed) {
      const count = found.get(change.text)?.count ?? this.all.count(change.text)
      found.set(change.text, { ...change, ...found.get(change.text), count: count + change.count })
    }
    return Array.from(found.values())
      .filter(({ count }) => count > 0)
      .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.count - a.count)
      .slice(0, most)
      .map(({ text, count }) => ({ text, count }))
  }
}

interface FoundCompletion extends Completion {
  readonly isExact: boolean
}

class CompletionTable {
  private readonly texts: Texts
  private readonly plain: Texts
  private readonly keys: Texts

  constructor(private readonly tables: CompletionTables) {
    this.texts = new Texts(tables.texts)
    this.plain = new Texts(tables.plain)
    this.keys = new Texts(tables.keys)
  }

  /** The count of just this text; 0 where there is none. */
  count(text: string): number {
    const key = foldKey(plainText(text))
    const { from, to } = this.range(key)
    for (const entry of this.tables.sorted.subarray(from, to)) {
      if (this.keys.text(entry) !== key) break
      if (this.texts.text(entry) === text) return this.tables.counts[entry]!
    }
    return 0
  }

  find(prefix: string, most: number): FoundCompletion[] {
    const { counts, sorted } = this.tables
    const exact = plainText(prefix)
    const exactBytes = Buffer.from(exact)
    const best: Place[] = []
    const { from, to } = this.range(foldKey(exact))
    for (const entry of sorted.subarray(from, to)) {
      const count = counts[entry]!
      const worst = best[most - 1]
      if (worst?.isExact === true && worst.count > count) continue
      const one = { entry, isExact: this.plain.startsWith(entry, exactBytes), count }
      if (worst !== undefined && !isBefore(one, worst)) continue
      if (worst !== undefined) best.pop()
      const place = best.findIndex((other) => isBefore(one, other))
      best.splice(place < 0 ? best.length : place, 0, one)
    }
    return best.map(({ entry, ...others }) => ({ text: this.texts.text(entry), ...others }))
  }

  private range(key: string): { readonly from: number; readonly to: number } {
    return prefixRange(this.tables.sorted, (entry) => this.keys.text(entry), key)
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
export const plainText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trimStart()
