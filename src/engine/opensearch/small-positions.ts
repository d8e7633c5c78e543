import type { AnswerType } from '../../query/planning/question.js'
import type { PositionTables } from '../../segment/positions/positions.js'
import type { KeyedLists } from '../../structures/lists.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { hashOf } from '../../structures/string-table.js'
import { NAME_SHARE, type VocabularyBuilder } from '../../segment/words/vocabulary-builder.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import type { Lookup } from './lookup.js'
import type { StoredReading } from './stored-reading.js'

/** What stands for all words that are nothing to a query, by what they look like; no text holds such a word. */
const OTHERS = { plain: '\0', name: '\0N', number: '0\0' } as const

/** What decides which words are told apart. */
export interface Query {
  /** Absent: none is. */
  readonly lookup: Lookup | undefined
  readonly answer: AnswerType | undefined
  /** Are all words told apart? */
  readonly whole: boolean
}

/**
 * The positions of a few articles, for one query: the words that it may find are told apart, all others are one word of
 * their kind. So a query over sixty articles meets some dozens of words, and not five thousand.
 */
export class SmallPositions {
  private readonly first: number[] = []
  private readonly text: number[] = []
  private readonly words = new GrowableUint32()
  private readonly starts = new GrowableUint32()
  private readonly lengths = new GrowableUint8()
  private readonly cases = new GrowableUint8()
  private readonly firstSentences: number[] = []
  private readonly sentenceStarts = new GrowableUint32()
  private readonly sentenceEnds = new GrowableUint32()
  private readonly gaps = new GrowableUint8()
  private readonly added: StoredReading[] = []
  private readonly places = new Map<WordId, number[]>()
  /** The hashes of words and terms that are told apart. */
  private readonly told: ReadonlySet<number>
  private readonly plainId: WordId
  private readonly nameId: WordId
  private readonly numberId: WordId

  constructor(
    private readonly vocabulary: VocabularyBuilder,
    private readonly query: Query
  ) {
    const { lookup } = query
    this.told = new Set([...(lookup?.found ?? []), ...(lookup?.terms ?? [])].map(hashOf))
    this.plainId = vocabulary.idOf(OTHERS.plain)
    this.numberId = vocabulary.idOf(OTHERS.number)
    this.nameId = vocabulary.count(OTHERS.name, 'N')
  }

  add(reading: StoredReading): void {
    this.added.push(reading)
  }

  /** Also counts the words in the vocabulary. */
  finish(): PositionTables {
    const isName = this.query.answer === 'name' ? namesAmong(this.added) : (): boolean => false
    for (const reading of this.added) this.write(reading, isName)
    return {
      first: Uint32Array.from([...this.first, this.words.length]),
      text: Uint32Array.from(this.text),
      words: this.words.finish(),
      starts: this.starts.finish(),
      lengths: this.lengths.finish(),
      cases: this.cases.finish(),
      sentences: {
        first: Uint32Array.from([...this.firstSentences, this.gaps.length]),
        starts: this.sentenceStarts.finish(),
        ends: this.sentenceEnds.finish(),
        gaps: this.gaps.finish()
      }
    }
  }

  private write(reading: StoredReading, isName: (word: number) => boolean): void {
    const { words, titleLength, tokens, starts, lengths, cases, inside, sentences } = reading
    const others = Array.from(words, (_, place) => this.otherId(reading, place, isName))
    const spelled: string[] = []
    this.first.push(this.words.length)
    this.text.push(this.words.length + titleLength)
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      this.words.push(
        others[token] ?? this.countHere((spelled[token] ??= reading.word(token)), inside[i] === 1)
      )
      this.starts.push(starts[i]!)
      this.lengths.push(lengths[i]!)
      this.cases.push(cases[i]!)
    }
    this.firstSentences.push(this.gaps.length)
    for (let i = 0; i < sentences.starts.length; i++) {
      this.sentenceStarts.push(sentences.starts[i]!)
      this.sentenceEnds.push(sentences.ends[i]!)
      this.gaps.push(sentences.gaps[i]!)
    }
  }

  /** Counts a word that is told apart, where it stands next. */
  private countHere(word: string, isInside: boolean): WordId {
    const id = this.vocabulary.count(word, isInside ? word : undefined)
    const list = this.places.get(id)
    if (list === undefined) this.places.set(id, [this.words.length])
    else list.push(this.words.length)
    return id
  }

  /** What stands for a word that is not told apart; undefined for one that is. */
  private otherId(
    reading: StoredReading,
    place: number,
    isName: (word: number) => boolean
  ): WordId | undefined {
    if (this.isSomething(reading, place)) return undefined
    if (reading.isNumber(place)) return this.numberId
    return isName(reading.words[place]!) ? this.nameId : this.plainId
  }

  /** Is the word one of the query's or like one, or has it one of their terms? */
  private isSomething({ words, terms }: StoredReading, place: number): boolean {
    if (this.query.whole || this.told.has(words[place]!)) return true
    for (const term of terms[place]!) if (this.told.has(term)) return true
    return false
  }

  /** Where each word stands that is told apart; after `finish`. */
  wordPlaces(): KeyedLists {
    const keys = [...this.places.keys()].sort((a, b) => a - b)
    const offsets = new Uint32Array(keys.length + 1)
    keys.forEach((key, i) => (offsets[i + 1] = offsets[i]! + this.places.get(key)!.length))
    // Lists without keys would be those of the first words.
    if (keys.length === 0)
      return { keys: Uint32Array.of(0), offsets: new Uint32Array(2), values: new Uint32Array() }
    const values = Uint32Array.from(keys.flatMap((key) => this.places.get(key)!))
    return { keys: Uint32Array.from(keys), offsets, values }
  }
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
