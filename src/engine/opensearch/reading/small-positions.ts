import type { AnswerType } from '../../../query/planning/question.js'
import type { PositionTables } from '../../../segment/positions/positions.js'
import { BloomFilter } from '../../../structures/bloom-filter.js'
import { packLists, type KeyedLists } from '../../../structures/lists.js'
import { hashOf } from '../../../structures/string-table.js'
import { NAME_SHARE } from '../../../segment/words/vocabulary-builder.js'
import type { WordId } from '../../../segment/words/vocabulary-tables.js'
import type { SmallCounts } from '../planning/lookup-vocabulary.js'
import type { SmallWords } from './small-words.js'
import type { StoredReading } from '../layout/stored-reading.js'

/** What stands for all words that a query may not find, by their kind; no text holds such a word. */
const OTHERS = { plain: '\0', name: '\0N', number: '0\0' } as const

/** Which words are distinct. */
interface DistinctOptions {
  /** What kind of word the query asks for. */
  readonly answer?: AnswerType | undefined
  /** Are all words distinct? */
  readonly whole: boolean
}

/** Words and terms that are distinct, by their hashes; more can be added. */
export class DistinctWords {
  private readonly hashes = new Set<number>()
  private filter = new BloomFilter(0)

  add(texts: Iterable<string>): void {
    for (const text of texts) {
      const hash = hashOf(text)
      this.hashes.add(hash)
      this.filter.add(hash)
    }
  }

  /** The filter proves absence, and nearly all words of an article are absent. */
  has(hash: number): boolean {
    return this.filter.bitsOf(hash) !== 0 && this.hashes.has(hash)
  }
}

/** Where words stand in a few articles. */
export interface SmallReading {
  readonly positions: PositionTables
  /** By distinct word: its positions. */
  readonly places: KeyedLists
  readonly counts: SmallCounts
}

/**
 * The positions of a few articles, for one query: the words that it may find are distinct, and one word of each kind
 * stands for all others. So a query over sixty articles meets some dozens of words, and not five thousand.
 */
export class SmallPositions {
  private readonly columns: Omit<PositionTables, 'words'>
  private readonly isName: (word: number) => boolean

  constructor(
    private readonly readings: readonly StoredReading[],
    private readonly options: DistinctOptions
  ) {
    this.columns = columnsOf(readings)
    this.isName = options.answer === 'name' ? namesAmong(readings) : () => false
  }

  /** @param words gets the distinct ones @param distinct words and terms of the query */
  read(words: SmallWords, distinct: DistinctWords): SmallReading {
    const { columns, readings } = this
    const ids = new Uint32Array(columns.starts.length)
    const places = new Map<WordId, number[]>()
    const capitals = new Map<WordId, number>()
    const others = {
      plain: words.add(OTHERS.plain),
      name: words.add(OTHERS.name),
      number: words.add(OTHERS.number)
    }
    readings.forEach((reading, article) => {
      const { tokens, inside } = reading
      const isDistinctWord = new Uint8Array(reading.words.length)
      const idOf = this.idsOf(reading, { words, distinct, others, isDistinctWord })
      const first = columns.first[article]!
      for (let i = 0; i < tokens.length; i++) {
        const token = tokens[i]!
        const id = idOf[token]!
        ids[first + i] = id
        if (isDistinctWord[token] === 0) continue
        const list = places.get(id)
        if (list === undefined) places.set(id, [first + i])
        else list.push(first + i)
        if (inside[i] === 1) capitals.set(id, (capitals.get(id) ?? 0) + 1)
      }
    })
    const occurrences = new Map(Array.from(places, ([id, list]) => [id, list.length]))
    for (const counts of [occurrences, capitals]) counts.set(others.name, 1)
    return {
      positions: { ...columns, words: ids },
      places: keyedLists(places),
      counts: { occurrences, capitals }
    }
  }

  /** By word of an article: its number, or that of what stands for it. */
  private idsOf(reading: StoredReading, { words, distinct, others, isDistinctWord }: Numbering): Uint32Array {
    const ids = new Uint32Array(reading.words.length)
    for (let place = 0; place < ids.length; place++) {
      if (this.options.whole || isDistinct(reading, place, distinct)) {
        isDistinctWord[place] = 1
        ids[place] = words.add(reading.word(place))
      } else if (reading.numbers[place] === 1) ids[place] = others.number
      else ids[place] = this.isName(reading.words[place]!) ? others.name : others.plain
    }
    return ids
  }
}

interface Numbering {
  readonly words: SmallWords
  readonly distinct: DistinctWords
  readonly others: Readonly<Record<keyof typeof OTHERS, WordId>>
  /** By word of the article: is set to 1 for those that are distinct. */
  readonly isDistinctWord: Uint8Array
}

/** Is the word one of the query's or like one, or has it one of their terms? */
const isDistinct = ({ words, terms }: StoredReading, place: number, distinct: DistinctWords): boolean => {
  if (distinct.has(words[place]!)) return true
  for (let i = terms.offsets[place]!; i < terms.offsets[place + 1]!; i++)
    if (distinct.has(terms.values[i]!)) return true
  return false
}

const columnsOf = (readings: readonly StoredReading[]): Omit<PositionTables, 'words'> => {
  const tokens = readings.map((one) => one.tokens.length)
  const sentences = readings.map((one) => one.sentences.starts.length)
  const first = firstsOf(tokens)
  return {
    first,
    text: Uint32Array.from(readings, ({ titleLength }, article) => first[article]! + titleLength),
    starts: joined(
      Uint32Array,
      readings.map((one) => one.starts)
    ),
    lengths: joined(
      Uint8Array,
      readings.map((one) => one.lengths)
    ),
    cases: joined(
      Uint8Array,
      readings.map((one) => one.cases)
    ),
    sentences: {
      first: firstsOf(sentences),
      starts: joined(
        Uint32Array,
        readings.map((one) => one.sentences.starts)
      ),
      ends: joined(
        Uint32Array,
        readings.map((one) => one.sentences.ends)
      ),
      codes: joined(
        Uint8Array,
        readings.map((one) => one.sentences.codes)
      )
    }
  }
}

/** Where each begins, and the end of the last one. */
const firstsOf = (lengths: readonly number[]): Uint32Array => {
  const firsts = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, i) => (firsts[i + 1] = firsts[i]! + length))
  return firsts
}

const joined = <Column extends Uint32Array | Uint8Array>(
  ColumnType: new (length: number) => Column,
  columns: readonly Column[]
): Column => {
  const all = new ColumnType(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}

const keyedLists = (places: ReadonlyMap<WordId, readonly number[]>): KeyedLists => {
  // Lists without keys would be those of the first words.
  if (places.size === 0) return { keys: Uint32Array.of(0), ...packLists([undefined]) }
  const keys = Uint32Array.from(places.keys()).sort()
  return { keys, ...packLists(Array.from(keys, (key) => places.get(key))) }
}

const namesAmong = (readings: readonly StoredReading[]): ((word: number) => boolean) => {
  const counts = new Map<number, { all: number; names: number }>()
  for (const { words, tokens, inside } of readings)
    for (let i = 0; i < tokens.length; i++) {
      const word = words[tokens[i]!]!
      const count = counts.get(word) ?? { all: 0, names: 0 }
      count.all++
      count.names += inside[i]!
      counts.set(word, count)
    }
  return (word) => {
    const { all, names } = counts.get(word)!
    return names > NAME_SHARE * all
  }
}
