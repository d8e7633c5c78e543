import { foldKey } from '../../analysis/text/fold.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import { prefixRange, sortedTexts } from '../../structures/prefix-range.js'
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
  readonly counts: Uint32Array
  /** Each text in lower case, with one space between words. */
  readonly plain: TextColumn
  /** The folded keys of the plain texts, and the numbers of all texts in the order of their keys. */
  readonly keys: TextColumn
  readonly sorted: Uint32Array
}

/** What a prefix is completed to, by kind. */
export interface CollectionCompletionTables {
  readonly title: CompletionTables
  readonly word: CompletionTables
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
  title: await buildCompletions(titlesOf(segment)),
  word: await buildCompletions(wordsOf(segment, vocabulary))
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
  const words: Completion[] = []
  for (const id of vocabulary.byFrequency) {
    if (words.length === MOST_WORDS) break
    const word = vocabulary.word(id)
    if (word.length < SHORTEST_WORD || isStopWord(word) || /[^\p{L}\p{M}-]/u.test(word)) continue
    const count = statistics.wordFrequency(id)
    if (count > 0) words.push({ text: vocabulary.writtenAs(id), count })
  }
  return words
}

/** Lets other work run meanwhile. @param entries in the order in which equally frequent ones are to come */
export const buildCompletions = async (entries: readonly Completion[]): Promise<CompletionTables> => {
  const plain = entries.map(({ text }) => plainText(text))
  const keys = plain.map(foldKey)
  const counts = sharedColumn(Uint32Array, entries.length)
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
  private readonly texts: Texts
  private readonly plain: Texts
  private readonly keys: Texts

  constructor(private readonly tables: CompletionTables) {
    this.texts = new Texts(tables.texts)
    this.plain = new Texts(tables.plain)
    this.keys = new Texts(tables.keys)
  }

  /**
   * At most `most` texts that begin with `prefix`: those that begin with its very letters, then those that do without
   * marks; the more frequent first.
   *
   *     ål → Ålesund, ål, alle      al → alle, Ålesund, ål
   */
  find(prefix: string, most: number): Completion[] {
    const { counts, sorted } = this.tables
    const exact = plainText(prefix)
    const exactBytes = Buffer.from(exact)
    const best: Place[] = []
    const { from, to } = prefixRange(sorted, (entry) => this.keys.text(entry), foldKey(exact))
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
    return best.map(({ entry, count }) => ({ text: this.texts.text(entry), count }))
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

const plainText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trimStart()
