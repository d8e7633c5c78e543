import type { Reading } from '../../analysis/text/reading.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import type { Field } from '../field.js'
import type { WordId } from '../words/vocabulary-tables.js'
import { codeOfCase, type PositionTables } from './positions.js'
import { codesOf } from './sentence-codes.js'

/** What is asked of each token. */
export interface TokenFacts {
  /** The id of its word. */
  readonly wordOf: (word: string, field: Field, start: number) => WordId
  /** See `hasCapitalInside`. */
  readonly isInside: (field: Field, start: number) => boolean
  /** The title or the text that it stands in. */
  readonly written: Readonly<Record<Field, string>>
}

/** Gathers the tokens and sentences of articles, in the order of their numbers. */
export class PositionsBuilder {
  private readonly first = new GrowableUint32()
  private readonly text = new GrowableUint32()
  private readonly words = new GrowableUint32()
  private readonly starts = new GrowableUint32()
  private readonly lengths = new GrowableUint8()
  private readonly cases = new GrowableUint8()
  private readonly firstSentences = new GrowableUint32()
  private readonly sentenceStarts = new GrowableUint32()
  private readonly sentenceEnds = new GrowableUint32()
  private readonly codes = new GrowableUint8()

  constructor() {
    this.first.push(0)
    this.firstSentences.push(0)
  }

  /** Adds an article. Words are asked for in order, title first. */
  add(title: Reading, text: Reading, facts: TokenFacts): void {
    this.addTokens(title, 'title', facts)
    this.text.push(this.words.length)
    this.addTokens(text, 'text', facts)
    this.first.push(this.words.length)
    for (const { start, end } of text.sentences) {
      this.sentenceStarts.push(start)
      this.sentenceEnds.push(end)
    }
    for (const code of codesOf(facts.written.text, text.sentences)) this.codes.push(code)
    this.firstSentences.push(this.codes.length)
  }

  /** Adds the articles of other columns. */
  addAll({ first, text, sentences, ...tokens }: PositionTables): void {
    const [token, sentence] = [this.words.length, this.codes.length]
    this.first.pushAll(first.subarray(1).map((place) => token + place))
    this.text.pushAll(text.map((place) => token + place))
    this.words.pushAll(tokens.words)
    this.starts.pushAll(tokens.starts)
    this.lengths.pushAll(tokens.lengths)
    this.cases.pushAll(tokens.cases)
    this.firstSentences.pushAll(sentences.first.subarray(1).map((place) => sentence + place))
    this.sentenceStarts.pushAll(sentences.starts)
    this.sentenceEnds.pushAll(sentences.ends)
    this.codes.pushAll(sentences.codes)
  }

  finish(): PositionTables {
    return {
      first: this.first.finish(),
      text: this.text.finish(),
      words: this.words.finish(),
      starts: this.starts.finish(),
      lengths: this.lengths.finish(),
      cases: this.cases.finish(),
      sentences: {
        first: this.firstSentences.finish(),
        starts: this.sentenceStarts.finish(),
        ends: this.sentenceEnds.finish(),
        codes: this.codes.finish()
      }
    }
  }

  private addTokens({ tokens }: Reading, field: Field, { wordOf, isInside, written }: TokenFacts): void {
    for (const { start, end, word } of tokens) {
      this.words.push(wordOf(word, field, start))
      this.starts.push(start)
      this.lengths.push(end - start)
      this.cases.push(codeOfCase(written[field].slice(start, end), isInside(field, start)))
    }
  }
}
