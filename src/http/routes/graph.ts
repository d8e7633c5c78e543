import { z } from 'zod'
import { ask, filterOf, wordsOf } from '../ask.js'
import { answer } from '../schemas/answers.js'
import { EntityTypeSchema } from '../schemas/entity-mention.js'
import { GraphSchema } from '../schemas/entity.js'
import { COLLAPSE, FILTER, MATCH, q, withRange, WORDS } from '../schemas/parameters.js'
import { COMMON_ANSWERS } from '../schemas/problem.js'
import { filledIn, severalOf, shown, whole } from '../schemas/values.js'
import type { Routes } from '../type-provider.js'

const GraphParameters = withRange(
  z.strictObject({
    q: q.default(''),
    type: severalOf(EntityTypeSchema)
      .describe('Only entities of these types.')
      .meta(shown(['person'])),
    size: whole(1, 200, 30)
      .describe('Nodes: the names that most articles of the result have.')
      .meta(filledIn(30)),
    collapse: COLLAPSE,
    match: MATCH,
    ...FILTER,
    ...WORDS
  })
)

export const graphRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/graph',
    {
      schema: {
        operationId: 'drawGraph',
        tags: ['Entities'],
        summary: 'Who is named with whom in a result',
        description:
          'The names in the articles that a search with the same parameters finds, as nodes, with an edge between two ' +
          'that appear in the same article. A name counts once per article in `articles`; credits do not count.',
        querystring: GraphParameters,
        response: { 200: answer('The graph.', GraphSchema), ...COMMON_ANSWERS }
      }
    },
    (request) => {
      const { query } = request
      const { type, size } = query
      return ask(request, 'graph', {
        q: query.q,
        type,
        size,
        collapse: query.collapse,
        ...wordsOf(query),
        filter: filterOf(query)
      })
    }
  )
  done()
}
