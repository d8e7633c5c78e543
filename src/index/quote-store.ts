import type { Span } from '../analysis/token.js'
import type { Quote, QuotedSpan } from '../quotes/quote.js'
import { GrowableUint32, GrowableUint8 } from './growable.js'

/** Numbers a quote: start and end of its words, its speaker and its cue. An end of 0 where there is none. */
const COLUMNS = 6
const DIRECT = 128

/** Keeps the quotes of one article after another, as offsets: 25 bytes a quote. */
export class QuoteStoreBuilder {
  private readonly firsts = new GrowableUint32()
  private readonly offsets = new GrowableUint32()
  private readonly marks = new GrowableUint8()

  /** @param quotes those of the next article */
  add(quotes: readonly Quote[]): void {
    this.firsts.push(this.marks.length)
    for (const { start, end, speaker, cue, kind, confidence } of quotes) {
      for (const span of [{ start, end }, speaker, cue]) {
        this.offsets.push(span?.start ?? 0)
        this.offsets.push(span?.end ?? 0)
      }
      this.marks.push((kind === 'direct' ? DIRECT : 0) + Math.round(confidence * 100))
    }
  }

  finish(): QuoteStore {
    this.firsts.push(this.marks.length)
    return new QuoteStore(this.firsts.finish(), this.offsets.finish(), this.marks.finish())
  }
}

/** The quotes of a generation, numbered by article and place. */
export class QuoteStore {
  /** @param firsts by article: the number of its first quote; one more at the end */
  constructor(
    private readonly firsts: Uint32Array,
    private readonly offsets: Uint32Array,
    private readonly marks: Uint8Array
  ) {}

  /** The number of an article's first quote; of the article after the last, the number of all quotes. */
  first(article: number): number {
    return this.firsts[article]!
  }

  /** What is quoted, without reading it. */
  span(quote: number): Span {
    const at = quote * COLUMNS
    return { start: this.offsets[at]!, end: this.offsets[at + 1]! }
  }

  /** @param text of the quote's article */
  quote(number: number, text: string): Quote {
    const [words, speaker, cue] = [0, 2, 4].map((column) => this.read(number * COLUMNS + column, text))
    const mark = this.marks[number]!
    return {
      ...words!,
      kind: mark & DIRECT ? 'direct' : 'reported',
      ...(speaker && { speaker }),
      ...(cue && { cue }),
      confidence: (mark & ~DIRECT) / 100
    }
  }

  private read(at: number, text: string): QuotedSpan | undefined {
    const [start, end] = [this.offsets[at]!, this.offsets[at + 1]!]
    return end === 0 ? undefined : { text: text.slice(start, end), start, end }
  }
}
