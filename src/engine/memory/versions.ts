import { parseQuery } from '../../query/language/parser.js'
import { makePlan } from '../../query/planning/make-plan.js'
import { sortByDate } from '../../ranking/date-order.js'
import type { Generation } from '../../segment/generation.js'
import { articleVersion } from '../article-version.js'
import type { ArticleVersion, Page, VersionsRequest } from '../questions.js'
import { selectArticles } from './select.js'

/** The articles that match, newest first, each with its version. */
export const listVersions = (generation: Generation, request: VersionsRequest): Page<ArticleVersion> => {
  const { articles: store, facts } = generation.segment
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { articles } = selectArticles(generation, plan, request)
  const { offset, size } = request
  const page = sortByDate(facts, articles, { sort: 'newest', offset, count: offset + size })
  return {
    total: articles.length,
    items: page.map((number) => articleVersion(store.article(number)))
  }
}
