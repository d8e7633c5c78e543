import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntityIndex } from '../../segment/annotations/entity-index.js'
import type { StoredQuote } from '../../segment/annotations/quote-store.js'
import type { Generation } from '../../segment/generation.js'
import type { FoundQuote, Page, QuotesRequest } from '../questions.js'
import { selectArticles } from './select.js'
import { makePlan } from '../../query/planning/make-plan.js'
import { parseQuery } from '../../query/language/parser.js'
import type { Plan } from '../../query/planning/plan.js'
import { occurrenceReader } from '../../ranking/occurrence-reader.js'
import { sortByDate } from '../../ranking/date-order.js'
import { prepareRanking, rank } from '../../ranking/rank.js'
import { textHits, within, type Hit } from '../../snippets/hit.js'

/** A quote by its number, with its article. */
interface Place {
  readonly article: number
  readonly quote: number
}

/**
 * The words of quotes are looked at in so many articles, the best of a query; more would keep other requests waiting.
 */
const MOST_ARTICLES = 1000

/**
 * Who said what: the quotes that hold a word of the query in the articles that match it best, those with more and rarer
 * words first; without a query all quotes, those of the newest articles first.
 */
export const findQuotes = (generation: Generation, request: QuotesRequest): Page<FoundQuote> => {
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { articles } = selectArticles(generation, plan, { ...request, filter: withSpeaker(request) })
  const isQuery = plan.terms.length > 0
  const { facts } = generation.segment
  const ordered = isQuery
    ? rank(prepareRanking(generation, plan), articles, { sort: 'relevance', count: MOST_ARTICLES }).map(
        ({ article }) => article
      )
    : sortByDate(facts, articles, { sort: 'newest', offset: 0, count: articles.length })
  const places = ordered
    .flatMap((article) => placesIn(generation, article))
    .filter(isBy(generation, request.speaker))
  return pageOf(generation, isQuery ? bestFirst(generation, plan, places) : places, request)
}

/** What one entity says: the newest article first, in the order of its text. */
export const findQuotesBy = (
  generation: Generation,
  speaker: string,
  page: Pick<QuotesRequest, 'offset' | 'size'>
): Page<FoundQuote> => {
  const { newestRank } = generation.segment.facts
  const { entities } = annotationsOf(generation)
  const entity = entities.find(speaker)
  const articles = entity === undefined ? [] : Array.from(entities.articles(entity))
  articles.sort((a, b) => newestRank[a]! - newestRank[b]!)
  const places = articles.flatMap((article) => placesIn(generation, article))
  return pageOf(generation, places.filter(isBy(generation, speaker)), page)
}

/** The quotes of one article, in order. */
export const findQuotesIn = (
  generation: Generation,
  article: number,
  page: Pick<QuotesRequest, 'offset' | 'size'>
): Page<FoundQuote> => pageOf(generation, placesIn(generation, article), page)

/** Absent: anybody. An id that is nobody's says nothing. */
const isBy = (generation: Generation, speaker: string | undefined): ((place: Place) => boolean) => {
  if (speaker === undefined) return () => true
  const { entities, quotes } = annotationsOf(generation)
  const entity = entities.find(speaker)
  return ({ quote }) => entity !== undefined && quotes.speaker(quote) === entity
}

/** Only articles that name the speaker. */
const withSpeaker = ({ filter, speaker }: QuotesRequest): QuotesRequest['filter'] =>
  speaker === undefined ? filter : { ...filter, entity: [...(filter.entity ?? []), speaker] }

const placesIn = (generation: Generation, article: number): Place[] => {
  const { quotes } = annotationsOf(generation)
  const places: Place[] = []
  for (let quote = quotes.first(article); quote < quotes.first(article + 1); quote++)
    places.push({ article, quote })
  return places
}

const bestFirst = (generation: Generation, { terms }: Plan, places: readonly Place[]): Place[] => {
  const { quotes } = annotationsOf(generation)
  const read = occurrenceReader(generation, terms)
  let hits: readonly Hit[] = []
  let current: number | undefined
  const scored = places.map((place) => {
    const { article, quote } = place
    if (article !== current) hits = textHits(generation, article, read).filter(({ grade }) => grade > 0)
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
  generation: Generation,
  places: readonly Place[],
  { offset, size }: Pick<QuotesRequest, 'offset' | 'size'>
): Page<FoundQuote> => {
  // A long article may have many quotes on a page, and its text takes time to decode.
  const texts = new Map<number, string>()
  const textOf = (article: number): string => {
    const text = texts.get(article) ?? generation.segment.articles.text(article)
    texts.set(article, text)
    return text
  }
  const page = places.slice(offset, offset + size)
  return {
    total: places.length,
    items: page.map((place) => foundQuote(generation, place, textOf(place.article)))
  }
}

const foundQuote = (generation: Generation, { article, quote }: Place, text: string): FoundQuote => {
  const { entities, quotes } = annotationsOf(generation)
  const { speaker, ...found } = quotes.quote(quote, text)
  return {
    articleId: generation.segment.articles.facts(article).id,
    ...found,
    ...(speaker && { speaker: identified(entities, speaker) })
  }
}

const identified = (
  entities: EntityIndex,
  { entity, ...name }: NonNullable<StoredQuote['speaker']>
): NonNullable<FoundQuote['speaker']> =>
  entity === undefined ? name : { ...name, entity: entities.id(entity) }
