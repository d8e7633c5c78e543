import type { SearchIndex } from './index/search-index.js'
import type { Filter } from './query/filter.js'
import { makePlan, type PlanOptions } from './query/make-plan.js'
import { parseQuery } from './query/parser.js'
import type { Plan } from './query/plan.js'
import type { Quote } from './quotes/quote.js'
import { occurrenceReader } from './ranking/occurrence-reader.js'
import { rank } from './ranking/rank.js'
import { findArticles } from './search.js'
import { textHits, within, type Hit } from './snippets/hit.js'

export interface QuoteRequest extends PlanOptions {
  /** Empty: every quote. */
  readonly q: string
  readonly filter: Filter
  readonly offset: number
  readonly size: number
}

export interface FoundQuote extends Quote {
  readonly articleId: string
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
  const { articles } = findArticles(index, plan, request)
  const isQuery = plan.terms.length > 0
  const order = isQuery
    ? ({ sort: 'relevance', count: MOST_ARTICLES } as const)
    : ({ sort: 'newest', count: articles.length } as const)
  const places = rank(index, plan, articles, order).flatMap(({ article }) => placesIn(index, article))
  return pageOf(index, isQuery ? bestFirst(index, plan, places) : places, request)
}

/** The quotes of one article, in order. */
export const findQuotesIn = (
  index: SearchIndex,
  article: number,
  page: Pick<QuoteRequest, 'offset' | 'size'>
): QuotePage => pageOf(index, placesIn(index, article), page)

const placesIn = ({ quotes }: SearchIndex, article: number): Place[] => {
  const places: Place[] = []
  for (let quote = quotes.first(article); quote < quotes.first(article + 1); quote++)
    places.push({ article, quote })
  return places
}

const bestFirst = (index: SearchIndex, { terms }: Plan, places: readonly Place[]): Place[] => {
  const read = occurrenceReader(index, terms)
  let hits: readonly Hit[] = []
  let current: number | undefined
  const scored = places.map((place) => {
    const { article, quote } = place
    if (article !== current) hits = textHits(index, article, read).filter(({ grade }) => grade > 0)
    current = article
    const held = new Set(within(hits, index.quotes.span(quote)).map(({ term }) => term))
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
): QuotePage => ({
  total: places.length,
  items: places.slice(offset, offset + size).map(({ article, quote }) => ({
    articleId: index.articles.stated(article).id,
    ...index.quotes.quote(quote, index.articles.text(article))
  }))
})
