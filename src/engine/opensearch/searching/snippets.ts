import { parseQuery } from '../../../query/language/parser.js'
import { CANDIDATES } from '../../../ranking/rank.js'
import { snippetPage } from '../../../snippets/article-snippets.js'
import { collectionSnippets, HEAD_ARTICLES } from '../../../snippets/collection-snippets.js'
import { mentionsIn } from '../../memory/mentions.js'
import type {
  ArticleSnippetsRequest,
  FoundSnippet,
  QueriedPage,
  ScoredSnippet,
  SnippetsRequest
} from '../../questions.js'
import { queryAnswer } from '../../memory/query-answer.js'
import { requireArticle } from './articles.js'
import { lookupIn, overArticles, planQuery, type Served } from '../planning/planning.js'
import { findMatching } from './search.js'

/** The best passages of all articles that match. */
export const findSnippets = async (
  served: Served,
  request: SnippetsRequest
): Promise<QueriedPage<FoundSnippet>> => {
  const lookup = lookupIn(served)
  const parsed = parseQuery(request.q)
  const planned = await planQuery(served, lookup, parsed, { ...request, isRanked: true })
  const { offset, size, snippetLength: length } = request
  // The list begins with several passages of the best articles: how many, these tell.
  const page = async (window: { readonly offset: number; readonly size: number }, local: number) => {
    const { found, relaxed } = await findMatching(served, planned, {
      ...{ match: request.match, filter: request.filter, sort: 'relevance', withBest: true, window },
      withNames: served.published.names !== undefined
    })
    return overArticles(
      served,
      { lookup, parsed, options: request, articles: found.articles },
      (generation, plan) => {
        const articles = generation.segment.all().toArray()
        const { total, items } = collectionSnippets(generation, plan, articles, {
          offset: local,
          size,
          length
        })
        const head = total - Math.max(0, articles.length - HEAD_ARTICLES)
        const shown = items.map(({ article, ...snippet }): FoundSnippet => {
          const { id, title, publishedAt, source, url } = generation.segment.articles.facts(article)
          return {
            ...{ articleId: id, title },
            ...(publishedAt !== undefined && { publishedAt }),
            ...(source !== undefined && { source }),
            ...(url !== undefined && { url }),
            ...snippet,
            ...(generation.annotations && {
              entities: mentionsIn(generation, article, {
                within: snippet,
                minConfidence: request.minConfidence
              })
            })
          }
        })
        return {
          head,
          query: queryAnswer(generation, plan, request.q, { relaxed }),
          total: head + Math.max(0, found.total - HEAD_ARTICLES),
          items: shown
        }
      }
    )
  }
  const { head, ...answer } = await page({ offset: 0, size: 0 }, offset)
  const { total } = answer
  const end = head + CANDIDATES - HEAD_ARTICLES
  if (offset + size <= end || total <= end) return answer
  // Of the articles behind the best ones, those of the page alone are read.
  const behind = Math.max(offset, end)
  const window = { offset: CANDIDATES + behind - end, size: offset + size - behind }
  const further = await page(window, Math.min(offset, end))
  return { ...answer, items: further.items }
}

/** The passages of one article that hold a word of the query, best first. */
export const findSnippetsIn = async (
  served: Served,
  request: ArticleSnippetsRequest
): Promise<QueriedPage<ScoredSnippet>> => {
  const article = await requireArticle(served, request.id)
  const lookup = lookupIn(served)
  const parsed = parseQuery(request.q)
  await planQuery(served, lookup, parsed, { ...request, isRanked: true })
  return overArticles(
    served,
    { lookup, parsed, options: request, articles: [article] },
    (generation, plan) => ({
      query: queryAnswer(generation, plan, request.q),
      ...snippetPage(generation, plan, 0, { ...request, length: request.snippetLength })
    })
  )
}
