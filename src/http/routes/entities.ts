import { z } from 'zod'
import { ask, askPage, pageOf } from '../ask.js'
import { answer, listOf } from '../schemas/answers.js'
import { ARTICLE_FIELDS, ArticleListSchema, DateSort } from '../schemas/article.js'
import { EntitySchema, FoundMentionSchema, RelatedEntitySchema } from '../schemas/entity.js'
import { fieldsOf, selectFields } from '../schemas/fields.js'
import { EntityMentionSchema, EntityTypeSchema } from '../schemas/entity-mention.js'
import { ARTICLE_PATH, ENTITY_PATH, minConfidence, PAGE, snippetLength } from '../schemas/parameters.js'
import { COMMON_ANSWERS, ENTITY_NOT_FOUND, NOT_FOUND } from '../schemas/problem.js'
import { filledIn, typeNamed, oneOf, severalOf, shown, text } from '../schemas/values.js'
import type { Routes } from '../type-provider.js'

const type = severalOf(EntityTypeSchema)
  .describe('Only entities of these types.')
  .meta(shown(['person']))

const sureOnly = minConfidence('mentions and quotes, from the counts too,')

const ENTITY_FIELDS = fieldsOf(EntitySchema)

const ListParameters = z.strictObject({
  q: text(200)
    .default('')
    .describe('Words of a name or an alias; the last may be the beginning of one.')
    .meta(shown('chaffey')),
  type,
  credits: oneOf(['only'])
    .optional()
    .describe('`only`: who is credited (photo credits, bylines, marks of agencies), with most credits first.')
    .meta(shown('only')),
  sort: oneOf(['mentions', 'articles', 'name'])
    .meta(typeNamed('EntitySort', 'An order of entities.'))
    .default('mentions')
    .describe('Most first; names by the alphabet.')
    .meta(filledIn('mentions')),
  minConfidence: sureOnly,
  fields: ENTITY_FIELDS,
  ...PAGE
})

export const entityRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/entities',
    {
      schema: {
        operationId: 'listEntities',
        tags: ['Entities'],
        summary: 'Who and what the articles name',
        description: 'People, organisations, places, products and events, the most frequently named first.',
        querystring: ListParameters,
        response: {
          200: answer('A page of entities.', listOf(EntitySchema, 'EntityList')),
          ...COMMON_ANSWERS
        }
      }
    },
    (request, reply) => {
      const { q, type, credits, sort, minConfidence } = request.query
      return askPage(request, reply, 'entities', {
        q,
        type,
        credits,
        sort,
        minConfidence,
        ...pageOf(request)
      })
    }
  )

  app.get(
    '/v1/entities/:id',
    {
      schema: {
        operationId: 'getEntity',
        tags: ['Entities'],
        summary: 'One entity',
        description: 'Its name and other spellings, how often it is named, and the roles of a person.',
        params: ENTITY_PATH,
        querystring: z.strictObject({ fields: ENTITY_FIELDS, minConfidence: sureOnly }),
        response: { 200: answer('The entity.', EntitySchema), ...COMMON_ANSWERS, ...ENTITY_NOT_FOUND }
      }
    },
    async (request) => {
      const { fields, minConfidence } = request.query
      return selectFields(fields)(await ask(request, 'entity', { id: request.params.id, minConfidence }))
    }
  )

  app.get(
    '/v1/entities/:id/mentions',
    {
      schema: {
        operationId: 'getEntityMentions',
        tags: ['Entities'],
        summary: 'Where an entity is named',
        description: 'Newest articles first, then in text order, each with the passage around it.',
        params: ENTITY_PATH,
        querystring: z.strictObject({
          snippetLength,
          minConfidence: minConfidence('mentions'),
          fields: fieldsOf(FoundMentionSchema),
          ...PAGE
        }),
        response: {
          200: answer('A page of mentions.', listOf(FoundMentionSchema, 'FoundMentionList')),
          ...COMMON_ANSWERS,
          ...ENTITY_NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'mentions', {
        id: request.params.id,
        snippetLength: request.query.snippetLength,
        minConfidence: request.query.minConfidence,
        ...pageOf(request)
      })
  )

  app.get(
    '/v1/entities/:id/articles',
    {
      schema: {
        operationId: 'getEntityArticles',
        tags: ['Entities'],
        summary: 'The articles that name an entity',
        description:
          'Whole articles, the newest first; credits do not count, nor do mentions below `minConfidence`.',
        params: ENTITY_PATH,
        querystring: z.strictObject({
          sort: DateSort,
          fields: ARTICLE_FIELDS,
          minConfidence: minConfidence('mentions'),
          ...PAGE
        }),
        response: {
          200: answer('A page of articles.', ArticleListSchema),
          ...COMMON_ANSWERS,
          ...ENTITY_NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'entityArticles', {
        id: request.params.id,
        sort: request.query.sort,
        minConfidence: request.query.minConfidence,
        ...pageOf(request)
      })
  )

  app.get(
    '/v1/entities/:id/related',
    {
      schema: {
        operationId: 'getRelatedEntities',
        tags: ['Entities'],
        summary: 'Entities named together with one',
        description: 'Entities in the same articles, those most closely tied to it first.',
        params: ENTITY_PATH,
        querystring: z.strictObject({ type, minConfidence: minConfidence('mentions'), ...PAGE }),
        response: {
          200: answer('A page of entities.', listOf(RelatedEntitySchema, 'RelatedEntityList')),
          ...COMMON_ANSWERS,
          ...ENTITY_NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'related', {
        id: request.params.id,
        type: request.query.type,
        minConfidence: request.query.minConfidence,
        ...pageOf(request)
      })
  )

  app.get(
    '/v1/articles/:id/entities',
    {
      schema: {
        operationId: 'getArticleEntities',
        tags: ['Entities'],
        summary: 'Who and what one article names',
        description: 'Every mention, in text order.',
        params: ARTICLE_PATH,
        querystring: z.strictObject({ minConfidence: minConfidence('mentions'), ...PAGE }),
        response: {
          200: answer('A page of mentions.', listOf(EntityMentionSchema, 'EntityMentionList')),
          ...COMMON_ANSWERS,
          ...NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'articleEntities', {
        id: request.params.id,
        minConfidence: request.query.minConfidence,
        ...pageOf(request)
      })
  )
  done()
}
