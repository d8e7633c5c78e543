import { listExpansions } from '../../query/planning/expansions.js'
import { search } from '../../engine/memory/search.js'
import { currentIndex } from '../current-index.js'
import { pageOf } from '../page.js'
import { answer } from '../schemas/answer.js'
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
    (request, reply) => {
      const start = performance.now()
      const { query } = request
      const index = currentIndex(request)
      const page = pageOf(request, index, query)
      const { plan, relaxed, didYouMean, total, hits, facets } = search(index, {
        ...query,
        filter: query,
        sort: query.sort ?? (query.q.trim() === '' ? 'newest' : 'relevance'),
        facets: query.facets ?? [],
        snippets: { count: query.snippets, length: query.snippetLength },
        offset: page.offset
      })
      const terms = plan.terms.map((term) => {
        const expansions = listExpansions(index, term)
        return { text: term.text, term: term.term, ...(expansions.length > 0 && { expansions }) }
      })
      return {
        query: {
          q: query.q,
          terms,
          relaxed,
          warnings: plan.warnings,
          ...(didYouMean !== undefined && { didYouMean })
        },
        total,
        hits,
        ...(query.facets !== undefined && { facets }),
        links: page.links(reply, total),
        tookMs: Math.round((performance.now() - start) * 100) / 100
      }
    }
  )
  done()
}
