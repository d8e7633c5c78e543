import { gapOf, isCredit, isOn } from '../segment/positions/sentence-codes.js'
import type { PositionTables } from '../segment/positions/positions.js'
import type { Reader } from '../segment/generation.js'
import { firstWhere } from '../structures/bisect.js'
import type { Span } from '../structures/span.js'

/** An article's text with the places where it may be cut. Sentences are known by their numbers in the article. */
export class ArticleText {
  readonly text: string
  /** Sentences. */
  readonly count: number
  private readonly positions: PositionTables
  /** The first sentence of the article in the tables. */
  private readonly first: number

  constructor(
    private readonly segment: Reader['segment'],
    private readonly article: number
  ) {
    const { sentences } = segment.positions
    this.text = segment.articles.text(article)
    this.positions = segment.positions
    this.first = sentences.first[article]!
    this.count = sentences.first[article + 1]! - this.first
  }

  startOf(sentence: number): number {
    return this.positions.sentences.starts[this.first + sentence]!
  }

  endOf(sentence: number): number {
    return this.positions.sentences.ends[this.first + sentence]!
  }

  sentence(sentence: number): Span {
    return { start: this.startOf(sentence), end: this.endOf(sentence) }
  }

  /** Does a sentence go on where the one before ends, so that one passage may hold both? */
  goesOn(sentence: number): boolean {
    return sentence > 0 && sentence < this.count && isOn(this.codeOf(sentence))
  }

  /**
   * Is a sentence no part of the story, so that no passage begins with it? The title again, in a line of its own; who
   * wrote the text or took a picture; the caption before that.
   */
  isBoilerplate(sentence: number): boolean {
    const isLast = sentence + 1 === this.count
    const endsLine = isLast || gapOf(this.codeOf(sentence + 1)) !== 'sentence'
    if (endsLine && this.isTitle(sentence)) return true
    return isCredit(this.codeOf(sentence)) || (!endsLine && isCredit(this.codeOf(sentence + 1)))
  }

  /** Does a cut before the code unit at `at` go through a word or a number? `1 000` is one. */
  isInsideWord(at: number): boolean {
    const { text, first, starts, lengths } = this.positions
    const from = text[this.article]!
    const after = firstWhere(from, first[this.article + 1]!, (word) => starts[word]! >= at)
    return after > from && at < starts[after - 1]! + lengths[after - 1]!
  }

  private codeOf(sentence: number): number {
    return this.positions.sentences.codes[this.first + sentence]!
  }

  private isTitle(sentence: number): boolean {
    const { title } = this.segment.articles.facts(this.article)
    return this.text.slice(this.startOf(sentence), this.endOf(sentence)) === title
  }
}
