import { firstWhere } from '../../structures/bisect.js'
import { listAt, type Lists } from '../../structures/lists.js'
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
  /** The speaker's name in the entities' catalogue + 1, and the entity that it is of + 1; 0 for none. */
  readonly names: Uint32Array
  readonly speakers: Uint32Array
}

/** Numbers of a quote as it is gathered: its columns, its mark, its speaker's name in the entities' catalogue + 1. */
const GATHERED = COLUMNS + 2
const NO_QUOTES = new Uint32Array(0)

/** Keeps the quotes of articles by their numbers. */
export class QuoteStoreBuilder {
  private readonly articles: Uint32Array[] = []

  /** @param tables what was gathered before */
  constructor(tables?: QuoteTables) {
    if (tables === undefined) return
    const { firsts, offsets, marks, names } = tables
    for (let article = 0; article + 1 < firsts.length; article++) {
      const quotes: number[] = []
      for (let quote = firsts[article]!; quote < firsts[article + 1]!; quote++)
        quotes.push(...offsets.subarray(quote * COLUMNS, (quote + 1) * COLUMNS), marks[quote]!, names[quote]!)
      this.articles.push(numbers(quotes))
    }
  }

  /**
   * @param quotes those of the next article
   * @param nameOf the catalogue's name of one of the article's entities
   */
  add(quotes: readonly Quote[], nameOf: (entity: number) => number): void {
    this.addGathered(gatherQuotes(quotes, nameOf))
  }

  /** @param quotes those of the next article, as `gatherQuotes` makes them */
  addGathered(quotes: Uint32Array): void {
    this.articles.push(quotes)
  }

  remove(article: number): void {
    this.articles[article] = NO_QUOTES
  }

  /** More may be added afterwards. @param entityOf by name: the number of its entity, -1 for none */
  finish(entityOf: Int32Array): QuoteTables {
    const [firsts, offsets] = [new GrowableUint32(), new GrowableUint32()]
    const [marks, names] = [new GrowableUint8(), new GrowableUint32()]
    for (const quotes of this.articles) {
      firsts.push(marks.length)
      for (let at = 0; at < quotes.length; at += GATHERED) {
        for (let column = 0; column < COLUMNS; column++) offsets.push(quotes[at + column]!)
        marks.push(quotes[at + COLUMNS]!)
        names.push(quotes[at + COLUMNS + 1]!)
      }
    }
    firsts.push(marks.length)
    const speakers = names.finish()
    return {
      firsts: firsts.finish(),
      offsets: offsets.finish(),
      marks: marks.finish(),
      names: names.finish(),
      speakers: speakers.map((name) => (name > 0 ? entityOf[name - 1]! + 1 : 0))
    }
  }
}

/**
 * The quotes of one article as numbers.
 *
 * @param nameOf the catalogue's name of one of the article's entities
 */
export const gatherQuotes = (quotes: readonly Quote[], nameOf: (entity: number) => number): Uint32Array =>
  numbers(
    quotes.flatMap(({ start, end, speaker, cue, kind, confidence }) => [
      ...[{ start, end }, speaker, cue].flatMap((span) => [span?.start ?? 0, span?.end ?? 0]),
      (kind === 'direct' ? DIRECT : 0) + Math.round(confidence * 100),
      speaker?.entity === undefined ? 0 : nameOf(speaker.entity) + 1
    ])
  )

/** The same quotes in another catalogue. @param nameIn the number that a name has there */
export const renameQuotes = (quotes: Uint32Array, nameIn: (name: number) => number): Uint32Array =>
  quotes.map((number, i) => (i % GATHERED === COLUMNS + 1 && number > 0 ? nameIn(number - 1) + 1 : number))

/** What a gathered quote is counted by. */
export interface GatheredQuote {
  readonly kind: Quote['kind']
  /** 0–1, in hundredths. */
  readonly confidence: number
  /** The speaker's name in the catalogue. */
  readonly name?: number
  readonly span: Span
}

/** @param quotes as `gatherQuotes` makes them */
export const gatheredQuotes = (quotes: Uint32Array): GatheredQuote[] =>
  Array.from({ length: quotes.length / GATHERED }, (_, i) => {
    const at = i * GATHERED
    const [mark, name] = [quotes[at + COLUMNS]!, quotes[at + COLUMNS + 1]!]
    return {
      kind: mark & DIRECT ? 'direct' : 'reported',
      confidence: (mark & ~DIRECT) / 100,
      ...(name > 0 && { name: name - 1 }),
      span: { start: quotes[at]!, end: quotes[at + 1]! }
    }
  })

const numbers = (list: readonly number[]): Uint32Array =>
  list.length === 0 ? NO_QUOTES : Uint32Array.from(list)

/** The quotes of a generation, numbered by article and place. */
export class QuoteStore {
  private bySpeaker: Lists | undefined

  constructor(private readonly tables: QuoteTables) {}

  /** The number of an article's first quote; of the article after the last, the number of all quotes. */
  first(article: number): number {
    return this.tables.firsts[article]!
  }

  /** The article that a quote stands in. */
  article(quote: number): number {
    const { firsts } = this.tables
    return firstWhere(0, firsts.length - 1, (article) => firsts[article + 1]! > quote)
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

  /** The quotes of an entity, ascending. */
  of(speaker: number): Uint32Array {
    const lists = (this.bySpeaker ??= groupBySpeaker(this.tables.speakers))
    return speaker + 1 < lists.offsets.length ? listAt(lists, speaker) : NONE
  }

  kind(quote: number): Quote['kind'] {
    return this.tables.marks[quote]! & DIRECT ? 'direct' : 'reported'
  }

  /** 0–1, in hundredths. */
  confidence(quote: number): number {
    return (this.tables.marks[quote]! & ~DIRECT) / 100
  }

  /** @param text of the quote's article */
  quote(number: number, text: string): StoredQuote {
    const [words, speaker, cue] = [0, 2, 4].map((column) => this.read(number * COLUMNS + column, text))
    const entity = this.speaker(number)
    return {
      ...words!,
      kind: this.kind(number),
      ...(speaker && { speaker: { ...speaker, ...(entity !== undefined && { entity }) } }),
      ...(cue && { cue }),
      confidence: this.confidence(number)
    }
  }

  private read(at: number, text: string): QuotedSpan | undefined {
    const [start, end] = [this.tables.offsets[at]!, this.tables.offsets[at + 1]!]
    return end === 0 ? undefined : { text: text.slice(start, end), start, end }
  }
}

const NONE = new Uint32Array(0)

/** @param speakers as in `QuoteTables` */
const groupBySpeaker = (speakers: Uint32Array): Lists => {
  const most = speakers.reduce((max, speaker) => Math.max(max, speaker), 0)
  const offsets = new Uint32Array(most + 1)
  for (const speaker of speakers) if (speaker > 0) offsets[speaker]!++
  for (let i = 1; i <= most; i++) offsets[i]! += offsets[i - 1]!
  const values = new Uint32Array(offsets[most]!)
  const next = offsets.slice(0, most)
  speakers.forEach((speaker, quote) => {
    if (speaker > 0) values[next[speaker - 1]!++] = quote
  })
  return { offsets, values }
}
