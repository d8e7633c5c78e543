import { parseQuery } from '../../../query/language/parser.js'
import { articleVersion } from '../../article-version.js'
import type { ArticleVersion, Page, VersionsRequest } from '../../questions.js'
import { findArticles } from './find.js'
import { lookupIn, planQuery, type Served } from '../planning/planning.js'
import { matchingQuery } from './search.js'

/** The articles that match, newest first, each with its version. @throws {EngineError} */
export const listVersions = async (
  served: Served,
  request: VersionsRequest
): Promise<Page<ArticleVersion>> => {
  const planned = await planQuery(served, lookupIn(served), parseQuery(request.q), request)
  const { query } = await matchingQuery(served, planned, request)
  const { offset, size } = request
  const options = { sort: 'newest', window: { offset, size }, withBest: false } as const
  const { total, articles } = await findArticles(served, query, options)
  return { total, items: articles.map(({ article }) => articleVersion(article)) }
}
