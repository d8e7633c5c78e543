import { Readable } from 'node:stream'
import { z } from 'zod'
import { originOf } from '../origin.js'
import { whole } from '../schemas/values.js'
import { MOST_ADDRESSES, partsOf, sitemapIndex, urlSet } from '../sitemap.js'
import type { Routes } from '../type-provider.js'
import { wholeResult } from '../whole-result.js'

const XML_TYPE = 'application/xml; charset=utf-8'

const ALL_ARTICLES = {
  q: '',
  match: 'auto',
  compounds: false,
  variants: false,
  fuzzy: false,
  filter: {},
  sort: 'newest',
  facets: [],
  facetSize: 0,
  facetSort: 'count',
  snippets: { count: 0, length: 0 },
  explain: false
} as const

/** By which search engines find the articles. Above 50,000 it names its parts. */
export const sitemapRoutes: Routes = (app, _options, done) => {
  app.get(
    '/sitemap.xml',
    {
      config: { produces: [XML_TYPE] },
      schema: { hide: true, querystring: z.strictObject({ part: whole(0, 1000, 0) }) }
    },
    async (request, reply) => {
      const { part } = request.query
      const origin = originOf(request)
      const start = Math.max(0, part - 1) * MOST_ADDRESSES
      const { total, portions } = await wholeResult(request, ALL_ARTICLES, {
        start,
        end: start + MOST_ADDRESSES
      })
      reply.type(XML_TYPE)
      const parts = part === 0 ? partsOf(total) : undefined
      if (parts !== undefined) return sitemapIndex(origin, parts)
      if (request.method === 'HEAD') return reply.send(Readable.from([]))
      return reply.send(Readable.from(urlSet(origin, portions), { objectMode: false }))
    }
  )
  done()
}
