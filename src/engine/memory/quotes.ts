import { parseQuery } from '../../query/language/parser.js'
import { makePlan } from '../../query/planning/make-plan.js'
import type { Plan } from '../../query/planning/plan.js'
import { isDenial } from '../../quotes/words/speech-verbs.js'
import { sortByDate } from '../../ranking/date-order.js'
import { occurrenceReader } from '../../ranking/occurrence-reader.js'
import { prepareRanking, rank } from '../../ranking/rank.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntityIndex } from '../../segment/annotations/entity-index.js'
import type { StoredQuote } from '../../segment/annotations/quote-store.js'
import type { Generation } from '../../segment/generation.js'
import { firstWhere } from '../../structures/bisect.js'
import type { Range } from '../../structures/prefix-range.js'
import type {
  Article,
  FoundQuote,
  Page,
  PageRequest,
  QueriedPage,
  QuoteFilter,
  QuotesRequest
} from '../questions.js'
import { selectCounted } from './collapse.js'
import { queryAnswer } from './query-answer.js'

/** A quote by its number, with its article. */
export interface QuotePlace {
  readonly article: number
  readonly quote: number
}

type QuotePage = PageRequest & QuoteFilter

/**
 * Who said what: the quotes that hold a word of the query in the articles that match it, those with more and rarer
 * words first, equal ones by how well their articles match; without a query all quotes, those of the newest articles
 * first.
 */
export const findQuotes = (generation: Generation, request: QuotesRequest): QueriedPage<FoundQuote> => {
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { articles, ...selection } = selectCounted(generation, plan, {
    ...request,
    filter: withSpeaker(request)
  })
  const passes = quoteTest(generation, request)
  const isQuery = plan.terms.length > 0
  const count = Math.min(articles.length, MOST_ARTICLES)
  const ordered = isQuery
    ? rank(prepareRanking(generation, plan), articles, { sort: 'relevance', count }).map((one) => one.article)
    : sortByDate(generation.segment.facts, articles, {
        sort: 'newest',
        offset: 0,
        count: articles.length
      })
  const { places, warnings } = isQuery
    ? bestFirst(generation, plan, { articles: ordered, passes, isAll: count === articles.length })
    : { places: ordered.flatMap((article) => placesIn(generation, article, passes)), warnings: [] }
  const cut = { ...selection, warnings: [...selection.warnings, ...warnings] }
  return { query: queryAnswer(generation, plan, request.q, cut), ...pageOf(generation, places, request) }
}

/** What one entity says: the newest article first, in the order of its text. */
export const findQuotesBy = (generation: Generation, speaker: number, page: QuotePage): Page<FoundQuote> => {
  const { newestRank } = generation.segment.facts
  const { quotes } = annotationsOf(generation)
  const places = Array.from(quotes.of(speaker).filter(quoteTest(generation, page)), (quote) => ({
    article: quotes.article(quote),
    quote
  }))
  places.sort((a, b) => newestRank[a.article]! - newestRank[b.article]! || a.quote - b.quote)
  return pageOf(generation, places, page)
}

/** The quotes of one article, in order. */
export const findQuotesIn = (generation: Generation, article: number, page: QuotePage): Page<FoundQuote> =>
  pageOf(generation, placesIn(generation, article, quoteTest(generation, page)), page)

type QuoteTest = (quote: number) => boolean

/** Is a quote of the kind, as sure, and by whom it is to be? An id that is nobody's says nothing. */
const quoteTest = (
  generation: Generation,
  { kind, minConfidence = 0, speaker }: QuoteFilter & Pick<QuotesRequest, 'speaker'>
): QuoteTest => {
  const { entities, quotes } = annotationsOf(generation)
  const entity = speaker === undefined ? undefined : entities.find(speaker)
  return (quote) =>
    (kind === undefined || quotes.kind(quote) === kind) &&
    quotes.confidence(quote) >= minConfidence &&
    (speaker === undefined || (entity !== undefined && quotes.speaker(quote) === entity))
}

/** Only articles that name the speaker. */
export const withSpeaker = ({ filter, speaker }: QuotesRequest): QuotesRequest['filter'] =>
  speaker === undefined ? filter : { ...filter, entity: [...(filter.entity ?? []), speaker] }

const placesIn = (generation: Generation, article: number, passes: QuoteTest): QuotePlace[] => {
  const { quotes } = annotationsOf(generation)
  const places: QuotePlace[] = []
  for (let quote = quotes.first(article); quote < quotes.first(article + 1); quote++)
    if (passes(quote)) places.push({ article, quote })
  return places
}

interface Candidates {
  /** The best first. */
  readonly articles: readonly number[]
  readonly passes: QuoteTest
  /** Are they all that match? */
  readonly isAll: boolean
}

interface FoundPlaces {
  readonly places: readonly QuotePlace[]
  /** What was left out, a sentence each. */
  readonly warnings: readonly string[]
}

/** Articles that are read for quotes, at most: the best ones. Few queries have so many before their tokens are read. */
const MOST_ARTICLES = 20_000

/**
 * Tokens between the first and the last quote of an article that are looked at for one query, at most: 50 to 100 ms of
 * 30 words with three compounds. Words that a quarter of 100,000 articles have reach it.
 */
const MOST_TOKENS = 1_000_000

/** What a word that is found adds to that, in tokens. */
const FOUND_COST = 8

/** What to look for a phrase, or the parts of a compound near each other, adds to that: a share of the tokens. */
const PHRASE_COST = 1 / 3

const phrasesIn = ({ terms }: Plan): number =>
  new Set(terms.flatMap(({ near, phrase }) => (near ?? phrase)?.clause ?? [])).size

const quotesCut = (read: number): string =>
  `So many articles match that only the best ${read} were read for quotes: others may hold more.`

const bestFirst = (
  generation: Generation,
  plan: Plan,
  { articles, passes, isAll }: Candidates
): FoundPlaces => {
  const termsOf = quotedTerms(generation, plan)
  const rangeOf = quotedRange(generation)
  const scored: (QuotePlace & { readonly score: number })[] = []
  let left = MOST_TOKENS
  const cost = 1 + phrasesIn(plan) * PHRASE_COST
  for (const [read, article] of articles.entries()) {
    const range = rangeOf(article)
    if (range === undefined) continue
    if (left <= 0) return { places: sorted(scored), warnings: [quotesCut(read)] }
    left -= cost * (range.to - range.from)
    const { held, found } = termsOf(article, range)
    left -= FOUND_COST * found
    for (const [quote, terms] of held) {
      if (!passes(quote)) continue
      const score = [...terms].reduce((sum, term) => sum + plan.terms[term]!.idf, 0)
      scored.push({ article, quote, score })
    }
  }
  return { places: sorted(scored), warnings: isAll ? [] : [quotesCut(articles.length)] }
}

const sorted = (scored: (QuotePlace & { readonly score: number })[]): readonly QuotePlace[] =>
  scored.sort((a, b) => b.score - a.score)

/** The positions from the first word of the first quote of an article on, to the last one of the last quote. */
const quotedRange = (generation: Generation): ((article: number) => Range | undefined) => {
  const { quotes } = annotationsOf(generation)
  const { text, first, starts } = generation.segment.positions
  return (article) => {
    const [from, last] = [quotes.first(article), quotes.first(article + 1) - 1]
    if (last < from) return undefined
    const [begin, end] = [quotes.span(from).start, quotes.span(last).end]
    const firstAt = (offset: number): number =>
      firstWhere(text[article]!, first[article + 1]!, (position) => starts[position]! >= offset)
    return { from: firstAt(begin), to: firstAt(end) }
  }
}

interface HeldTerms {
  /** By quote of an article that holds any: the terms of the query in its words. */
  readonly held: ReadonlyMap<number, ReadonlySet<number>>
  /** Words that were found, in quotes or between them. */
  readonly found: number
}

/** Finds the terms of a query in the quotes of an article. */
const quotedTerms = (
  generation: Generation,
  { terms }: Plan
): ((article: number, range: Range) => HeldTerms) => {
  const { quotes } = annotationsOf(generation)
  const { text, starts, lengths } = generation.segment.positions
  const read = occurrenceReader(generation, terms)
  return (article, range) => {
    const held = new Map<number, Set<number>>()
    const last = quotes.first(article + 1)
    let quote = quotes.first(article)
    let found = 0
    const visit: Parameters<typeof read>[1] = ({ term, grade }, position) => {
      found++
      if (grade === 0 || position < text[article]!) return
      const end = starts[position]! + lengths[position]!
      while (quote < last && quotes.span(quote).end < end) quote++
      if (quote === last || quotes.span(quote).start > starts[position]!) return
      held.set(quote, (held.get(quote) ?? new Set()).add(term))
    }
    read(article, visit, range, range)
    return { held, found }
  }
}

const pageOf = (
  generation: Generation,
  places: readonly QuotePlace[],
  { offset, size }: PageRequest
): Page<FoundQuote> => {
  const describe = quoteReader(generation)
  return { total: places.length, items: places.slice(offset, offset + size).map(describe) }
}

/** A long article may have many quotes on a page, and its text takes time to decode: it is kept for the next quote. */
export const quoteReader = (generation: Generation): ((place: QuotePlace) => FoundQuote) => {
  const { entities, quotes } = annotationsOf(generation)
  const { articles } = generation.segment
  const known = new Map<number, Article>()
  return ({ article, quote }) => {
    const facts = known.get(article) ?? articles.article(article)
    known.set(article, facts)
    const { id, title, publishedAt, source, text } = facts
    const { speaker, ...found } = quotes.quote(quote, text)
    return {
      articleId: id,
      title,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(source !== undefined && { source }),
      ...found,
      ...(isDenied(found) && { denied: true }),
      ...(speaker && { speaker: identified(entities, speaker) })
    }
  }
}

/** `avviser at | prisen stiger`; `– Prisen stiger ikke, | avviser hun` is what she says. */
const isDenied = ({ kind, start, cue }: Omit<StoredQuote, 'speaker'>): boolean =>
  kind === 'reported' && cue !== undefined && cue.start < start && isDenial(cue.text)

const identified = (
  entities: EntityIndex,
  { entity, ...span }: NonNullable<StoredQuote['speaker']>
): NonNullable<FoundQuote['speaker']> =>
  entity === undefined ? span : { ...span, entity: entities.id(entity), name: entities.name(entity) }
