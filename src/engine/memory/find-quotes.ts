import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntityIndex } from '../../segment/annotations/entity-index.js'
import type { StoredQuote } from '../../segment/annotations/quote-store.js'
import type { SearchIndex } from '../../segment/search-index.js'
import type { Filter } from '../../query/selection/filter.js'
import { makePlan, type PlanOptions } from '../../query/planning/make-plan.js'
import { parseQuery } from '../../query/language/parser.js'
import type { Plan } from '../../query/planning/plan.js'
import type { QuotedSpan } from '../../quotes/quote.js'
import { occurrenceReader } from '../../ranking/occurrence-reader.js'
import { rank } from '../../ranking/rank.js'
import { findArticles } from './search.js'
import { textHits, within, type Hit } from '../../snippets/hit.js'

export interface QuoteRequest extends PlanOptions {
  /** Empty: every quote. */
  readonly q: string
  readonly filter: Filter
  /** The id of who is quoted; absent: anybody. */
  readonly speaker?: string | undefined
  readonly offset: number
  readonly size: number
}

export interface FoundQuote extends Omit<StoredQuote, 'speaker'> {
  readonly articleId: string
  /** `entity` is an id. */
  readonly speaker?: QuotedSpan & { readonly entity?: string }
}

export interface QuotePage {
  /** Quotes in the whole list, exactly. */
  readonly total: number
  readonly items: FoundQuote[]
}

/** A quote by its number, with its article. */
interface Place {
  readonly article: number
  readonly quote: number
}

/** The words of quotes are looked at in so many articles, the best of a query; more would keep other requests waiting. */
const MOST_ARTICLES = 1000

/**
 * Who said what: the quotes that hold a word of the query in the articles that match it best, those with more and rarer
 * words first; without a query all quotes, those of the newest articles first.
 */
export const findQuotes = (index: SearchIndex, request: QuoteRequest): QuotePage => {
  const plan = makePlan(index, parseQuery(request.q), request)
  const { articles } = findArticles(index, plan, { ...request, filter: withSpeaker(request) })
  const isQuery = plan.terms.length > 0
  const order = isQuery
    ? ({ sort: 'relevance', count: MOST_ARTICLES } as const)
    : ({ sort: 'newest', count: articles.length } as const)
  const places = rank(index, plan, articles, order)
    .flatMap(({ article }) => placesIn(index, article))
    .filter(isBy(index, request.speaker))
  return pageOf(index, isQuery ? bestFirst(index, plan, places) : places, request)
}

/** What one entity says: the newest article first, in the order of its text. */
export const findQuotesBy = (
  index: SearchIndex,
  speaker: string,
  page: Pick<QuoteRequest, 'offset' | 'size'>
): QuotePage => {
  const { newestRank } = index.facts
  const { entities } = annotationsOf(index)
  const entity = entities.find(speaker)
  const articles = entity === undefined ? [] : Array.from(entities.articles(entity))
  articles.sort((a, b) => newestRank[a]! - newestRank[b]!)
  const places = articles.flatMap((article) => placesIn(index, article))
  return pageOf(index, places.filter(isBy(index, speaker)), page)
}

/** The quotes of one article, in order. */
export const findQuotesIn = (
  index: SearchIndex,
  article: number,
  page: Pick<QuoteRequest, 'offset' | 'size'>
): QuotePage => pageOf(index, placesIn(index, article), page)

/** Absent: anybody. An id that is nobody's says nothing. */
const isBy = (index: SearchIndex, speaker: string | undefined): ((place: Place) => boolean) => {
  if (speaker === undefined) return () => true
  const { entities, quotes } = annotationsOf(index)
  const entity = entities.find(speaker)
  return ({ quote }) => entity !== undefined && quotes.speaker(quote) === entity
}

/** Only articles that name the speaker. */
const withSpeaker = ({ filter, speaker }: QuoteRequest): Filter =>
  speaker === undefined ? filter : { ...filter, entity: [...(filter.entity ?? []), speaker] }

const placesIn = (index: SearchIndex, article: number): Place[] => {
  const { quotes } = annotationsOf(index)
  const places: Place[] = []
  for (let quote = quotes.first(article); quote < quotes.first(article + 1); quote++)
    places.push({ article, quote })
  return places
}

const bestFirst = (index: SearchIndex, { terms }: Plan, places: readonly Place[]): Place[] => {
  const { quotes } = annotationsOf(index)
  const read = occurrenceReader(index, terms)
  let hits: readonly Hit[] = []
  let current: number | undefined
  const scored = places.map((place) => {
    const { article, quote } = place
    if (article !== current) hits = textHits(index, article, read).filter(({ grade }) => grade > 0)
    current = article
    const held = new Set(within(hits, quotes.span(quote)).map(({ term }) => term))
    return {
      place,
      isFound: held.size > 0,
      score: [...held].reduce((sum, term) => sum + terms[term]!.idf, 0)
    }
  })
  const found = scored.filter(({ isFound }) => isFound)
  return found.sort((a, b) => b.score - a.score).map(({ place }) => place)
}

const pageOf = (
  index: SearchIndex,
  places: readonly Place[],
  { offset, size }: Pick<QuoteRequest, 'offset' | 'size'>
): QuotePage => {
  // A long article may have many quotes on a page, and its text takes time to decode.
  const texts = new Map<number, string>()
  const textOf = (article: number): string => {
    const text = texts.get(article) ?? index.articles.text(article)
    texts.set(article, text)
    return text
  }
  const page = places.slice(offset, offset + size)
  return {
    total: places.length,
    items: page.map((place) => foundQuote(index, place, textOf(place.article)))
  }
}

const foundQuote = (index: SearchIndex, { article, quote }: Place, text: string): FoundQuote => {
  const { entities, quotes } = annotationsOf(index)
  const { speaker, ...found } = quotes.quote(quote, text)
  return {
    articleId: index.articles.stated(article).id,
    ...found,
    ...(speaker && { speaker: identified(entities, speaker) })
  }
}

const identified = (
  entities: EntityIndex,
  { entity, ...name }: NonNullable<StoredQuote['speaker']>
): NonNullable<FoundQuote['speaker']> =>
  entity === undefined ? name : { ...name, entity: entities.id(entity) }
