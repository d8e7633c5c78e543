import type { Reading } from '../../analysis/text/reading.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { sharedColumn, type Column } from '../../structures/tables.js'
import type { Field } from '../field.js'
import type { FieldLengths } from '../postings/impacts.js'
import type { WordId } from '../words/vocabulary-tables.js'
import { caseOf, GAPS, type PositionTables, type SentenceTables } from './positions.js'

/** Where an article's tokens and sentences lie in the columns so far. */
interface Place {
  readonly first: number
  readonly text: number
  readonly end: number
  readonly firstSentence: number
  readonly lastSentence: number
}

const NOWHERE: Place = { first: 0, text: 0, end: 0, firstSentence: 0, lastSentence: 0 }

/** What is asked of each token. */
export interface TokenFacts {
  /** The id of its word. */
  readonly wordOf: (word: string, field: Field, start: number) => WordId
  /** The title or the text that it stands in. */
  readonly written: Readonly<Record<Field, string>>
}

/** Gathers the tokens and sentences of articles. */
export class PositionsBuilder {
  private readonly words = new GrowableUint32()
  private readonly starts = new GrowableUint32()
  private readonly lengths = new GrowableUint8()
  private readonly cases = new GrowableUint8()
  private readonly sentenceStarts = new GrowableUint32()
  private readonly sentenceEnds = new GrowableUint32()
  private readonly gaps = new GrowableUint8()
  private readonly places: Place[] = []
  /** Do the articles lie in the columns one after another, by their numbers? */
  private isInOrder = true

  /**
   * Adds an article, or puts it in the place of the one with this number. Words are asked for in order, title first.
   */
  set(number: number, title: Reading, text: Reading, facts: TokenFacts): void {
    if (number !== this.places.length) this.isInOrder = false
    const [first, firstSentence] = [this.words.length, this.gaps.length]
    this.addTokens(title, 'title', facts)
    const textStart = this.words.length
    this.addTokens(text, 'text', facts)
    for (const { start, end, after } of text.sentences) {
      this.sentenceStarts.push(start)
      this.sentenceEnds.push(end)
      this.gaps.push(GAPS.indexOf(after))
    }
    this.places[number] = {
      first,
      text: textStart,
      end: this.words.length,
      firstSentence,
      lastSentence: this.gaps.length
    }
  }

  /** Leaves an article without tokens. */
  remove(number: number): void {
    this.places[number] = NOWHERE
    this.isInOrder = false
  }

  /** The words of an article, title first. */
  wordsOf(number: number): Uint32Array {
    const { first, end } = this.places[number]!
    return this.words.slice(first, end)
  }

  /** Tokens of an article's fields. */
  lengthsOf(number: number): FieldLengths {
    const { first, text, end } = this.places[number]!
    return { title: text - first, text: end - text }
  }

  finish(): PositionTables {
    return this.isInOrder ? this.columns() : this.columnsInOrder()
  }

  private addTokens({ tokens }: Reading, field: Field, { wordOf, written }: TokenFacts): void {
    for (const { start, end, word } of tokens) {
      this.words.push(wordOf(word, field, start))
      this.starts.push(start)
      this.lengths.push(end - start)
      this.cases.push(caseOf(written[field].slice(start, end)))
    }
  }

  private columns(): PositionTables {
    const last = this.places.at(-1)
    return {
      first: this.byArticle(({ first }) => first, last?.end ?? 0),
      text: this.byArticle(({ text }) => text),
      words: this.words.finish(),
      starts: this.starts.finish(),
      lengths: this.lengths.finish(),
      cases: this.cases.finish(),
      sentences: {
        first: this.byArticle(({ firstSentence }) => firstSentence, last?.lastSentence ?? 0),
        starts: this.sentenceStarts.finish(),
        ends: this.sentenceEnds.finish(),
        gaps: this.gaps.finish()
      }
    }
  }

  /** The columns without what was replaced or removed. */
  private columnsInOrder(): PositionTables {
    const { places } = this
    const { words, starts, lengths, cases, sentences } = this.columns()
    const tokens = joined(places.map(({ first, end }) => [first, end]))
    const runs = joined(places.map(({ firstSentence, lastSentence }) => [firstSentence, lastSentence]))
    const kept: SentenceTables = {
      first: runs.offsets,
      starts: runs.copy(sentences.starts),
      ends: runs.copy(sentences.ends),
      gaps: runs.copy(sentences.gaps)
    }
    const text = sharedColumn(Uint32Array, places.length)
    places.forEach((place, i) => (text[i] = tokens.offsets[i]! + place.text - place.first))
    const first = tokens.offsets
    return {
      first,
      text,
      words: tokens.copy(words),
      starts: tokens.copy(starts),
      lengths: tokens.copy(lengths),
      cases: tokens.copy(cases),
      sentences: kept
    }
  }

  private byArticle(valueOf: (place: Place) => number, end?: number): Uint32Array {
    const column = sharedColumn(Uint32Array, this.places.length + (end === undefined ? 0 : 1))
    this.places.forEach((place, number) => (column[number] = valueOf(place)))
    if (end !== undefined) column[this.places.length] = end
    return column
  }
}

interface Joined {
  /** By run: where it begins; one more at the end. */
  readonly offsets: Uint32Array
  /** What a column has in the runs, one run after another. */
  copy<C extends Column>(column: C): C
}

const joined = (runs: readonly (readonly [from: number, to: number])[]): Joined => {
  const offsets = sharedColumn(Uint32Array, runs.length + 1)
  runs.forEach(([from, to], i) => (offsets[i + 1] = offsets[i]! + to - from))
  return {
    offsets,
    copy: (column) => {
      const copy = column.slice(0, offsets.at(-1)) as typeof column
      runs.forEach(([from, to], i) => {
        copy.set(column.subarray(from, to), offsets[i])
      })
      return copy
    }
  }
}
