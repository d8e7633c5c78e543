import { z } from 'zod'
import { askPage, filterOf, pageOf, wordsOf } from '../ask.js'
import { answer, listOf } from '../schemas/answers.js'
import { fieldsOf } from '../schemas/fields.js'
import type { QuoteFilter } from '../../engine/questions.js'
import {
  ARTICLE_PATH,
  COLLAPSE,
  ENTITY_ID,
  ENTITY_PATH,
  FILTER,
  MATCH,
  minConfidence,
  PAGE,
  q,
  withRange,
  WORDS
} from '../schemas/parameters.js'
import { COMMON_ANSWERS, ENTITY_NOT_FOUND, NOT_FOUND } from '../schemas/problem.js'
import { EntityTypeSchema } from '../schemas/entity-mention.js'
import { queriedListOf } from '../schemas/query.js'
import { QUOTE_KINDS, QuoteSchema, SpeakerSchema } from '../schemas/quote.js'
import { filledIn, typeNamed, oneOf, severalOf, shown } from '../schemas/values.js'
import type { Routes } from '../type-provider.js'

/** Which quotes are looked at, and how much of them is answered with. */
const QUOTES = {
  fields: fieldsOf(QuoteSchema),
  kind: oneOf(QUOTE_KINDS)
    .meta(typeNamed('QuoteKind', ''))
    .optional()
    .describe('Only quotes of this kind.')
    .meta(shown('direct')),
  minConfidence: minConfidence('quotes')
}

const CollectionParameters = withRange(
  z.strictObject({
    q: q.default(''),
    speaker: ENTITY_ID.optional()
      .describe('The id of the entity that is quoted.')
      .meta(shown('person:paul-chaffey')),
    ...QUOTES,
    collapse: COLLAPSE,
    match: MATCH,
    ...FILTER,
    ...WORDS,
    ...PAGE
  })
)

const SpeakerParameters = withRange(
  z.strictObject({
    q: q.default(''),
    sort: oneOf(['quotes', 'articles'])
      .meta(typeNamed('SpeakerSort', 'An order of speakers.'))
      .default('quotes')
      .describe('Most first.')
      .meta(filledIn('quotes')),
    type: severalOf(EntityTypeSchema)
      .describe('Only entities of these types.')
      .meta(shown(['person'])),
    minConfidence: QUOTES.minConfidence,
    collapse: COLLAPSE,
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
          'Quotes that contain a word of the query, from the articles that match it; those with more of the words, and ' +
          'rarer ones, come first. If very many articles match, only the best are searched for quotes and counted in ' +
          '`total`; `query.warnings` says so. Without a query: all quotes, those from the newest articles first.',
        querystring: CollectionParameters,
        response: {
          200: answer('A page of quotes.', queriedListOf(QuoteSchema, 'FoundQuoteList')),
          ...COMMON_ANSWERS
        }
      }
    },
    (request, reply) => {
      const { query } = request
      return askPage(request, reply, 'quotes', {
        q: query.q,
        speaker: query.speaker,
        collapse: query.collapse,
        ...quotesOf(query),
        ...wordsOf(query),
        filter: filterOf(query),
        ...pageOf(request)
      })
    }
  )

  app.get(
    '/v1/speakers',
    {
      schema: {
        operationId: 'listSpeakers',
        tags: ['Quotes'],
        summary: 'Who is quoted most in a result',
        description:
          'Who is quoted in the articles that a search with the same parameters finds, and how often. Quotes whose speaker is ' +
          'uncertain, or is not an entity, count for nobody.',
        querystring: SpeakerParameters,
        response: {
          200: answer('A page of speakers, most quoted first.', queriedListOf(SpeakerSchema, 'SpeakerList')),
          ...COMMON_ANSWERS
        }
      }
    },
    (request, reply) => {
      const { query } = request
      return askPage(request, reply, 'speakers', {
        q: query.q,
        sort: query.sort,
        type: query.type,
        minConfidence: query.minConfidence,
        collapse: query.collapse,
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
        description: 'Its quotes, those from the newest articles first.',
        params: ENTITY_PATH,
        querystring: z.strictObject({ ...QUOTES, ...PAGE }),
        response: {
          200: answer('A page of quotes.', QuoteListSchema),
          ...COMMON_ANSWERS,
          ...ENTITY_NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'entityQuotes', {
        id: request.params.id,
        ...quotesOf(request.query),
        ...pageOf(request)
      })
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
        querystring: z.strictObject({ ...QUOTES, ...PAGE }),
        response: {
          200: answer('A page of quotes, in order.', QuoteListSchema),
          ...COMMON_ANSWERS,
          ...NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'articleQuotes', {
        id: request.params.id,
        ...quotesOf(request.query),
        ...pageOf(request)
      })
  )
  done()
}

const quotesOf = ({ kind, minConfidence }: QuoteFilter): QuoteFilter => ({ kind, minConfidence })
