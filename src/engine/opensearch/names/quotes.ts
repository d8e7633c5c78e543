import { parseQuery } from '../../../query/language/parser.js'
import type { QueryTerm } from '../../../query/planning/plan.js'
import { CASES } from '../../../segment/positions/positions.js'
import { annotationsOf } from '../../../segment/annotations/annotations.js'
import type { Generation } from '../../../segment/generation.js'
import { findQuotesIn, quoteReader, withSpeaker } from '../../memory/quotes.js'
import { queryAnswer } from '../../memory/query-answer.js'
import type { FoundQuote, Page, QueriedPage, QuoteFilter, QuotesRequest, Verbs } from '../../questions.js'
import { requireArticle } from '../searching/articles.js'
import { tokensOfKey } from '../queries/clause-query.js'
import { articlesWithIds, ORDERS } from '../searching/find.js'
import { nextPage } from '../searching/paging.js'
import { MOST_QUOTES } from '../layout/layout.js'
import { lookupIn, overNames, planQuery, type Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { TOKENS } from '../layout/token-names.js'
import { matchingQuery } from '../searching/search.js'
import { EVERYTHING, type Query } from '../queries/token-query.js'
import { entityWithId } from './entities.js'
import { entityRow } from './lookup-entities.js'
import { namesIn } from './names-not-ready.js'
import { leastConfidence } from './confidence-counts.js'

/**
 * Who said what: the quotes that hold a word of the query in the articles that match it, those with more and rarer
 * words first, equal ones of the newest articles first; without a query all quotes, those of the newest articles first.
 *
 * @throws {EngineError}
 */
export const findQuotes = async (
  served: Served,
  request: QuotesRequest
): Promise<QueriedPage<FoundQuote>> => {
  const lookup = lookupIn(served)
  namesIn(lookup)
  const filter = withSpeaker(request)
  const planned = await planQuery(served, lookup, parseQuery(request.q), { ...request, filter })
  const { query, relaxed } = await matchingQuery(served, planned, { ...request, filter })
  const { generation, plan } = planned
  const filters = quoteFilters(
    request,
    request.speaker === undefined ? undefined : keysOf(generation, request.speaker)
  )
  const words = plan.terms.map((term) => wordsQuery(generation, term))
  return {
    query: queryAnswer(generation, plan, request.q, { relaxed }),
    ...(await pageOf(served, { query, filters, words }, request))
  }
}

/** The quotes of one article, in order. @throws {EngineError} `article-not-found` */
export const listQuotesIn = async (
  served: Served,
  { id, ...page }: Verbs['articleQuotes']['request']
): Promise<Page<FoundQuote>> => {
  const stored = await requireArticle(served, id)
  const lookup = lookupIn(served)
  namesIn(lookup)
  return overNames(served, { lookup, articles: [stored] }, (generation) => findQuotesIn(generation, 0, page))
}

/** What one entity says: the newest article first. @throws {EngineError} `entity-not-found` */
export const listQuotesBy = async (
  served: Served,
  { id, ...page }: Verbs['entityQuotes']['request']
): Promise<Page<FoundQuote>> => {
  const { keys } = await entityWithId(served, lookupIn(served), id)
  return pageOf(served, { query: EVERYTHING, filters: quoteFilters(page, keys), words: [] }, page)
}

/** The names of an entity; none where nobody has the id. */
const keysOf = (generation: Generation, id: string): readonly string[] => {
  const entity = annotationsOf(generation).entities.find(id)
  return entity === undefined ? [] : entityRow(generation, entity).keys
}

/** Selects quotes. @param keys of the speaker's names; absent: anybody's */
const quoteFilters = ({ kind, minConfidence = 0 }: QuoteFilter, keys?: readonly string[]): Query[] => [
  EVERYTHING,
  ...(kind === undefined ? [] : [{ term: { 'quotes.kind': kind } }]),
  ...(minConfidence === 0
    ? []
    : [{ range: { 'quotes.confidence': { gte: leastConfidence(minConfidence) } } }]),
  ...(keys === undefined ? [] : [{ terms: { 'quotes.speaker': keys } }])
]

/** The quotes that hold a word of the query, by its idf. */
const wordsQuery = ({ vocabulary }: Generation, { words, matches, cases, field, idf }: QueryTerm): Query => {
  if (field === 'title') return { match_none: {} }
  const tokens = [
    ...Array.from(words.keys(), (id) => {
      const leastCase = cases?.get(id) ?? CASES.small
      const word = vocabulary.word(id)
      return leastCase === CASES.small ? TOKENS.word(word) : TOKENS.cased(word, leastCase)
    }),
    ...matches.filter(({ kind }) => kind !== 'alias').flatMap(({ key }) => tokensOfKey(vocabulary, key))
  ]
  return {
    constant_score: {
      filter: { terms: { 'quotes.tokens': [...new Set(tokens)] } },
      boost: Math.max(idf, LEAST_IDF)
    }
  }
}

/** The cluster takes no boost of 0. */
const LEAST_IDF = 1e-6

interface QuoteSearch {
  /** The articles. */
  readonly query: Query
  readonly filters: readonly Query[]
  /** By word of the query; none: all quotes. */
  readonly words: readonly Query[]
}

interface QuotedHit {
  readonly _source: { readonly id: string }
  readonly _score: number
  readonly sort: readonly unknown[]
  readonly inner_hits: {
    readonly quotes: {
      readonly hits: {
        readonly hits: readonly { readonly _nested: { readonly offset: number }; readonly _score: number }[]
      }
    }
  }
}

/** Articles whose quotes are looked at in one search. */
const STEP = 100

/** A quote by its article and its place among that article's. */
interface Place {
  readonly id: string
  readonly quote: number
  readonly score: number
}

const pageOf = async (
  served: Served,
  { query, filters, words }: QuoteSearch,
  { offset, size }: { readonly offset: number; readonly size: number }
): Promise<Page<FoundQuote>> => {
  const quoted = {
    bool: { filter: filters, ...(words.length > 0 && { should: words, minimum_should_match: 1 }) }
  }
  const total = await countQuotes(served, query, quoted)
  const places = total <= offset ? [] : await firstPlaces(served, { query, quoted }, offset + size)
  const page = places.slice(offset, offset + size)
  const ids = [...new Set(page.map(({ id }) => id))]
  const articles = await articlesWithIds(served, ids)
  const items = await overNames(served, { lookup: lookupIn(served), articles }, (generation) => {
    const { quotes } = annotationsOf(generation)
    const describe = quoteReader(generation)
    return page.map(({ id, quote }) => {
      const article = ids.indexOf(id)
      return describe({ article, quote: quotes.first(article) + quote })
    })
  })
  return { total, items }
}

interface QuotedArticles {
  readonly query: Query
  /** The quotes of an article. */
  readonly quoted: Query
}

const countQuotes = async ({ cluster, published }: Served, query: Query, quoted: Query): Promise<number> => {
  const { aggregations } = await cluster.search<QuoteCount>({
    body: {
      ...{ ...searchAt(published.pit), query, size: 0, track_total_hits: false },
      aggs: { quotes: { nested: { path: 'quotes' }, aggs: { quoted: { filter: quoted } } } }
    }
  })
  return aggregations.quotes.quoted.doc_count
}

interface QuoteCount {
  readonly aggregations: { readonly quotes: { readonly quoted: { readonly doc_count: number } } }
}

/**
 * The first quotes in order. Articles come by their best quote, so that once an article's best is worth less than
 * enough of those before, none behind it is among the first.
 */
const firstPlaces = async (
  { cluster, published }: Served,
  { query, quoted }: QuotedArticles,
  count: number
): Promise<Place[]> => {
  const body = {
    ...searchAt(published.pit),
    ...{ _source: ['id'], sort: ORDERS.relevance },
    query: {
      bool: {
        filter: [query],
        must: [
          {
            nested: {
              ...{ path: 'quotes', score_mode: 'max', query: quoted },
              inner_hits: { size: MOST_QUOTES, _source: false }
            }
          }
        ]
      }
    }
  }
  const places: Place[] = []
  for (let after: readonly unknown[] | undefined; ;) {
    const hits = await nextPage<QuotedHit>(cluster, { body }, { size: STEP, after })
    for (const { _source, _score, inner_hits: inner } of hits) {
      const quotes = inner.quotes.hits.hits.map(({ _nested, _score: score }) => ({
        ...{ id: _source.id, quote: _nested.offset, score }
      }))
      if (places.filter(({ score }) => score >= _score).length >= count) return inOrder(places)
      places.push(...quotes.sort((a, b) => a.quote - b.quote))
    }
    if (hits.length < STEP) return inOrder(places)
    after = hits.at(-1)!.sort
  }
}

/** The sort is stable. */
const inOrder = (places: readonly Place[]): Place[] => places.toSorted((a, b) => b.score - a.score)
