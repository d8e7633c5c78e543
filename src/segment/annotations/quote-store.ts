import type { Span } from '../../structures/span.js'
import type { Quote, QuotedSpan } from '../../quotes/quote.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'

/** Numbers a quote: start and end of its words, its speaker and its cue. An end of 0 where there is none. */
const COLUMNS = 6
const DIRECT = 128

/** A quote as a generation stores it. */
export interface StoredQuote extends Omit<Quote, 'speaker'> {
  /** `entity` is a number of the generation. */
  readonly speaker?: QuotedSpan & { readonly entity?: number }
}

/** Quotes by number, article by article; `QuoteStoreBuilder` makes them. */
export interface QuoteTables {
  /** By article: the number of its first quote; one more at the end. */
  readonly firsts: Uint32Array
  readonly offsets: Uint32Array
  /** Kind and confidence. */
  readonly marks: Uint8Array
  /** The speaker's entity + 1; 0 for none. */
  readonly speakers: Uint32Array
}

/** Keeps the quotes of one article after another: 29 bytes a quote. */
export class QuoteStoreBuilder {
  private readonly firsts = new GrowableUint32()
  private readonly offsets = new GrowableUint32()
  private readonly marks = new GrowableUint8()
  /** The speaker's name in the entities' catalogue + 1. */
  private readonly names = new GrowableUint32()

  /**
   * @param quotes those of the next article
   * @param nameOf the catalogue's name of one of the article's entities
   */
  add(quotes: readonly Quote[], nameOf: (entity: number) => number): void {
    this.firsts.push(this.marks.length)
    for (const { start, end, speaker, cue, kind, confidence } of quotes) {
      for (const span of [{ start, end }, speaker, cue]) {
        this.offsets.push(span?.start ?? 0)
        this.offsets.push(span?.end ?? 0)
      }
      this.marks.push((kind === 'direct' ? DIRECT : 0) + Math.round(confidence * 100))
      this.names.push(speaker?.entity === undefined ? 0 : nameOf(speaker.entity) + 1)
    }
  }

  /** @param entityOf by name: the number of its entity, -1 for none */
  finish(entityOf: Int32Array): QuoteTables {
    this.firsts.push(this.marks.length)
    return {
      firsts: this.firsts.finish(),
      offsets: this.offsets.finish(),
      marks: this.marks.finish(),
      speakers: this.names.finish().map((name) => (name > 0 ? entityOf[name - 1]! + 1 : 0))
    }
  }
}

/** The quotes of a generation, numbered by article and place. */
export class QuoteStore {
  constructor(private readonly tables: QuoteTables) {}

  /** The number of an article's first quote; of the article after the last, the number of all quotes. */
  first(article: number): number {
    return this.tables.firsts[article]!
  }

  /** What is quoted, without reading it. */
  span(quote: number): Span {
    const at = quote * COLUMNS
    return { start: this.tables.offsets[at]!, end: this.tables.offsets[at + 1]! }
  }

  /** Who is quoted, where that is an entity. */
  speaker(quote: number): number | undefined {
    const entity = this.tables.speakers[quote]! - 1
    return entity < 0 ? undefined : entity
  }

  /** @param text of the quote's article */
  quote(number: number, text: string): StoredQuote {
    const [words, speaker, cue] = [0, 2, 4].map((column) => this.read(number * COLUMNS + column, text))
    const mark = this.tables.marks[number]!
    const entity = this.speaker(number)
    return {
      ...words!,
      kind: mark & DIRECT ? 'direct' : 'reported',
      ...(speaker && { speaker: { ...speaker, ...(entity !== undefined && { entity }) } }),
      ...(cue && { cue }),
      confidence: (mark & ~DIRECT) / 100
    }
  }

  private read(at: number, text: string): QuotedSpan | undefined {
    const [start, end] = [this.tables.offsets[at]!, this.tables.offsets[at + 1]!]
    return end === 0 ? undefined : { text: text.slice(start, end), start, end }
  }
}
