import { parseQuery } from '../../query/language/parser.js'
import { makePlan } from '../../query/planning/make-plan.js'
import type { Generation } from '../../segment/generation.js'
import { snippetPage } from '../../snippets/article-snippets.js'
import { collectionSnippets } from '../../snippets/collection-snippets.js'
import type {
  ArticleSnippetsRequest,
  FoundSnippet,
  QueriedPage,
  ScoredSnippet,
  SnippetsRequest
} from '../questions.js'
import { mentionsIn } from './mentions.js'
import { queryAnswer } from './query-answer.js'
import { selectArticles } from './select.js'

/** The best passages of all articles that match. */
export const findSnippets = (generation: Generation, request: SnippetsRequest): QueriedPage<FoundSnippet> => {
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { articles, relaxed, warnings } = selectArticles(generation, plan, request)
  const {
    total,
    items,
    warnings: more
  } = collectionSnippets(generation, plan, articles, {
    ...request,
    length: request.snippetLength
  })
  const withArticle = items.map(({ article, ...snippet }) => {
    const { id, title, publishedAt, source, url } = generation.segment.articles.facts(article)
    const stated = {
      ...(publishedAt !== undefined && { publishedAt }),
      ...(source !== undefined && { source }),
      ...(url !== undefined && { url })
    }
    const named = generation.annotations && {
      entities: mentionsIn(generation, article, { within: snippet, minConfidence: request.minConfidence })
    }
    return { articleId: id, title, ...stated, ...snippet, ...named }
  })
  const looked = { relaxed, warnings: [...warnings, ...more] }
  return { query: queryAnswer(generation, plan, request.q, looked), total, items: withArticle }
}

/** The passages of one article that hold a word of the query, best first. */
export const findSnippetsIn = (
  generation: Generation,
  article: number,
  request: Omit<ArticleSnippetsRequest, 'id'>
): QueriedPage<ScoredSnippet> => {
  const plan = makePlan(generation, parseQuery(request.q), request)
  return {
    query: queryAnswer(generation, plan, request.q),
    ...snippetPage(generation, plan, article, { ...request, length: request.snippetLength })
  }
}
