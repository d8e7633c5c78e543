import { ask, hitsOf, pageOf } from '../ask.js'
import { linksOf } from '../page.js'
import { answer } from '../schemas/answers.js'
import { selectFields } from '../schemas/fields.js'
import { COMMON_ANSWERS } from '../schemas/problem.js'
import { SearchParameters, SearchResultSchema } from '../schemas/search.js'
import type { Routes } from '../type-provider.js'

export const searchRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/search',
    {
      schema: {
        operationId: 'search',
        tags: ['Search'],
        summary: 'Search the articles',
        description: 'Ranked hits with snippets. Without `q`, all articles, newest first.',
        querystring: SearchParameters,
        response: { 200: answer('A page of hits, best first.', SearchResultSchema), ...COMMON_ANSWERS }
      }
    },
    async (request, reply) => {
      const start = performance.now()
      const { query } = request
      const page = pageOf(request)
      const found = await ask(request, 'search', {
        ...hitsOf(query),
        ...page,
        facets: query.facets ?? [],
        facetSize: query.facetSize,
        facetSort: query.facetSort,
        explain: query.explain
      })
      return {
        query: found.query,
        total: found.total,
        hits: found.hits.map(selectFields(query.fields)),
        ...(query.facets !== undefined && { facets: found.facets }),
        links: linksOf(request, reply, page, found.total),
        tookMs: Math.round((performance.now() - start) * 100) / 100
      }
    }
  )
  done()
}
