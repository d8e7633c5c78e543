import { z } from 'zod'
import { askPage, filterOf, pageOf, wordsOf } from '../ask.js'
import { answer, listOf } from '../schemas/answers.js'
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

const QuoteListSchema = listOf(QuoteSchema, 'QuoteList')

export const quoteRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/quotes',
    {
      schema: {
        operationId: 'searchQuotes',
        tags: ['Quotes'],
        summary: 'Who said what',
        description:
          'Quotes that hold a word of the query, of the 1,000 articles that match it best: those with more ' +
          'of the words, and rarer ones, first. ' +
          'Without a query, all quotes, those of the newest articles first.',
        querystring: CollectionParameters,
        response: { 200: answer('A page of quotes.', QuoteListSchema), ...COMMON_ANSWERS }
      }
    },
    (request, reply) => {
      const { query } = request
      return askPage(request, reply, 'quotes', {
        q: query.q,
        speaker: query.speaker,
        ...wordsOf(query),
        filter: filterOf(query),
        ...pageOf(request)
      })
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
    (request, reply) => askPage(request, reply, 'entityQuotes', { id: request.params.id, ...pageOf(request) })
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
    (request, reply) =>
      askPage(request, reply, 'articleQuotes', { id: request.params.id, ...pageOf(request) })
  )
  done()
}
