import { z } from 'zod'
import { findQuotes, findQuotesBy, findQuotesIn } from '../../engine/memory/find-quotes.js'
import { articleNumber } from '../article-number.js'
import { currentIndex } from '../current-index.js'
import { entityNumber } from '../entity-number.js'
import { pageOf } from '../page.js'
import { answer } from '../schemas/answer.js'
import { LIST } from '../schemas/list.js'
import {
  ARTICLE_PATH,
  ENTITY_ID,
  ENTITY_PATH,
  FILTER,
  MATCH,
  PAGE,
  q,
  withRange,
  WORDS
} from '../schemas/parameters.js'
import { COMMON_ANSWERS, ENTITY_NOT_FOUND, NOT_FOUND } from '../schemas/problem.js'
import { QuoteSchema } from '../schemas/quote.js'
import type { Routes } from '../type-provider.js'

const CollectionParameters = withRange(
  z.strictObject({
    q: q.default(''),
    speaker: ENTITY_ID.optional().describe('The id of the entity that is quoted.'),
    match: MATCH,
    ...FILTER,
    ...WORDS,
    ...PAGE
  })
)

const QuoteListSchema = z
  .object({ total: LIST.total, items: z.array(QuoteSchema), links: LIST.links })
  .meta({ id: 'QuoteList' })

export const quoteRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/quotes',
    {
      schema: {
        operationId: 'searchQuotes',
        tags: ['Quotes'],
        summary: 'Who said what',
        description:
          'Quotes that hold a word of the query, of the 1,000 articles that match it best: those with more of the words, and rarer ones, first. ' +
          'Without a query, all quotes, those of the newest articles first.',
        querystring: CollectionParameters,
        response: { 200: answer('A page of quotes.', QuoteListSchema), ...COMMON_ANSWERS }
      }
    },
    (request, reply) => {
      const index = currentIndex(request)
      const page = pageOf(request, index, request.query)
      const { total, items } = findQuotes(index, {
        ...request.query,
        filter: request.query,
        offset: page.offset
      })
      return { total, items, links: page.links(reply, total) }
    }
  )

  app.get(
    '/v1/entities/:id/quotes',
    {
      schema: {
        operationId: 'getEntityQuotes',
        tags: ['Entities'],
        summary: 'What one entity says',
        description: 'Its quotes, those of the newest articles first.',
        params: ENTITY_PATH,
        querystring: z.strictObject(PAGE),
        response: {
          200: answer('A page of quotes.', QuoteListSchema),
          ...COMMON_ANSWERS,
          ...ENTITY_NOT_FOUND
        }
      }
    },
    (request, reply) => {
      const index = currentIndex(request)
      entityNumber(index, request.params.id)
      const page = pageOf(request, index, request.query)
      const { total, items } = findQuotesBy(index, request.params.id, {
        size: page.size,
        offset: page.offset
      })
      return { total, items, links: page.links(reply, total) }
    }
  )

  app.get(
    '/v1/articles/:id/quotes',
    {
      schema: {
        operationId: 'getArticleQuotes',
        tags: ['Quotes'],
        summary: 'Who said what in one article',
        description: 'Its quotes, in order.',
        params: ARTICLE_PATH,
        querystring: z.strictObject(PAGE),
        response: {
          200: answer('A page of quotes, in order.', QuoteListSchema),
          ...COMMON_ANSWERS,
          ...NOT_FOUND
        }
      }
    },
    (request, reply) => {
      const index = currentIndex(request)
      const article = articleNumber(index, request.params.id)
      const page = pageOf(request, index, request.query)
      const { total, items } = findQuotesIn(index, article, { size: page.size, offset: page.offset })
      return { total, items, links: page.links(reply, total) }
    }
  )
  done()
}
