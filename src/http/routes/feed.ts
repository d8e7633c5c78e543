import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { ask, filterOf, hitsOf, pageOf } from '../ask.js'
import { ATOM_TYPE, atomOf } from '../atom.js'
import { originOf } from '../origin.js'
import { originForm } from '../page.js'
import { COLLAPSE, FILTER, MATCH, q, snippetLength, withRange, WORDS } from '../schemas/parameters.js'
import { COMMON_ANSWERS } from '../schemas/problem.js'
import { filledIn, whole } from '../schemas/values.js'
import type { Routes } from '../type-provider.js'

/** Articles of which it is remembered when they were in a feed first. */
const MOST_REMEMBERED = 10_000

const FeedParameters = withRange(
  z.strictObject({
    q: q.default(''),
    match: MATCH,
    ...FILTER,
    collapse: COLLAPSE,
    size: whole(1, 100, 20).describe('Articles at most.').meta(filledIn(20)),
    snippetLength,
    ...WORDS
  })
)

type FeedQuery = z.output<typeof FeedParameters>

/** A query that feed readers follow. */
export const feedRoutes: Routes = (app, _options, done) => {
  const since = new Date().toISOString()
  /** By article: when it was in a feed first. */
  const firstSeen = new LRUCache<string, string>({ max: MOST_REMEMBERED })
  const foundAt = (id: string): string => {
    const at = firstSeen.get(id) ?? new Date().toISOString()
    firstSeen.set(id, at)
    return at
  }
  app.get(
    '/v1/search.atom',
    {
      config: { produces: [ATOM_TYPE] },
      schema: {
        operationId: 'followSearch',
        tags: ['Search'],
        summary: 'Follow a query in a feed reader',
        description:
          'The newest articles that match, as an Atom feed; the passage that matches best is the summary. Articles ' +
          'without a date come last and have no `published`; their `updated`, which Atom requires, is when the service ' +
          'first had them in a feed.',
        querystring: FeedParameters,
        response: {
          200: {
            description: 'The feed, newest first.',
            content: { 'application/atom+xml': { schema: z.string() } }
          },
          ...COMMON_ANSWERS
        }
      }
    },
    async (request, reply) => {
      const { query } = request
      const origin = originOf(request)
      const { hits } = await ask(request, 'search', {
        ...hitsOf({ ...query, sort: 'newest', snippets: 1 }),
        ...pageOf(request)
      })
      reply.type(ATOM_TYPE)
      return atomOf({
        title: query.q.trim() === '' ? 'Nyhetssøk' : `Nyhetssøk: ${query.q}`,
        self: origin + originForm(request.url),
        page: `${origin}/?${pageQuery(query)}`,
        since,
        hits: hits.map((hit) => ({ ...hit, foundAt: foundAt(hit.id) })),
        origin
      })
    }
  )
  done()
}

/** The parameters of the page that shows the same articles. */
const pageQuery = (query: FeedQuery): string => {
  const parameters = new URLSearchParams({ q: query.q, sort: 'newest' })
  for (const [name, value] of Object.entries(filterOf(query)))
    for (const one of [value].flat()) parameters.append(name, String(one))
  return parameters.toString()
}
