import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { ArticleAnswer, Entity } from '../../engine/questions.js'
import { ask, askPage, filterOf, pageOf } from '../ask.js'
import { versionOf } from '../../engine/article-version.js'
import { tagWithVersion } from '../plugins/caching.js'
import { toNewsArticle } from '../news-article.js'
import { JSON_TYPE } from '../plugins/negotiation.js'
import { answer, listOf } from '../schemas/answers.js'
import { selectFields } from '../schemas/fields.js'
import {
  ARTICLE_FIELDS,
  ArticleListSchema,
  ArticleSchema,
  DateSort,
  NewsArticleSchema
} from '../schemas/article.js'
import { ARTICLE_PATH, FILTER, minConfidence, PAGE, withRange } from '../schemas/parameters.js'
import { fieldsOf } from '../schemas/fields.js'
import { COMMON_ANSWERS, NOT_FOUND } from '../schemas/problem.js'
import { RelatedArticleSchema } from '../schemas/related.js'
import type { Routes } from '../type-provider.js'

const ListParameters = withRange(
  z.strictObject({
    ...FILTER,
    sort: DateSort,
    fields: ARTICLE_FIELDS,
    ...PAGE
  })
)

const RelatedParameters = withRange(
  z.strictObject({ ...FILTER, fields: fieldsOf(RelatedArticleSchema), ...PAGE })
)

const RelatedListSchema = listOf(RelatedArticleSchema, 'RelatedArticleList')

const JSON_LD = 'application/ld+json; charset=utf-8'
const PRODUCES = [JSON_TYPE, JSON_LD]

const MOVED_PERMANENTLY = 301

/** Who and what an article names, credits aside, in the order of its text; undefined where that is not known yet. */
const mentionedIn = async (
  request: FastifyRequest,
  { entities }: ArticleAnswer
): Promise<Entity[] | undefined> => {
  if (entities === undefined) return undefined
  const ids = new Set(entities.filter(({ credit }) => credit !== true).map(({ entity }) => entity))
  return Promise.all([...ids].map((id) => ask(request, 'entity', { id })))
}

/** Versions that are remembered: that of an article of 10 MB takes some hundredths of a second. */
const MOST_VERSIONS = 10_000

const versionKey = ({ generation }: FastifyRequest, id: string): string => `${generation} ${id}`

export const articleRoutes: Routes = (app, _options, done) => {
  const versions = new LRUCache<string, string>({ max: MOST_VERSIONS })
  app.get(
    '/v1/articles',
    {
      schema: {
        operationId: 'listArticles',
        tags: ['Articles'],
        summary: 'List the articles',
        description: 'With the same filters as a search, but without a query; newest first.',
        querystring: ListParameters,
        response: { 200: answer('A page of articles.', ArticleListSchema), ...COMMON_ANSWERS }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'articles', {
        filter: filterOf(request.query),
        sort: request.query.sort,
        ...pageOf(request)
      })
  )

  app.get(
    '/v1/articles/:id',
    {
      config: { produces: PRODUCES },
      schema: {
        operationId: 'getArticle',
        tags: ['Articles'],
        summary: 'One article',
        description:
          'With `Accept: application/ld+json`, as a schema.org NewsArticle, always whole. A former id of the article, or one ' +
          'of its aliases, is answered with 301 and its address.',
        params: ARTICLE_PATH,
        querystring: z.strictObject({
          fields: ARTICLE_FIELDS,
          minConfidence: minConfidence('names in `entities`')
        }),
        response: {
          200: {
            description: 'The article.',
            content: {
              'application/json': { schema: ArticleSchema },
              'application/ld+json': { schema: NewsArticleSchema }
            }
          },
          [MOVED_PERMANENTLY]: z
            .null()
            .describe('The article has another id now: `Location` is its address.'),
          ...COMMON_ANSWERS,
          ...NOT_FOUND
        }
      }
    },
    async (request, reply) => {
      const { id } = request.params
      const known = versions.get(versionKey(request, id))
      if (known !== undefined && tagWithVersion(request, reply, known)) {
        reply.code(304)
        return null
      }
      const article = await ask(request, 'article', { id, minConfidence: request.query.minConfidence })
      if (article.id !== id) {
        const [, query = ''] = /(\?.*)$/.exec(request.url) ?? []
        return reply.redirect(`/v1/articles/${encodeURIComponent(article.id)}${query}`, MOVED_PERMANENTLY)
      }
      if (known === undefined) {
        const version = versionOf(article)
        versions.set(versionKey(request, id), version)
        if (tagWithVersion(request, reply, version)) {
          reply.code(304)
          return null
        }
      }
      if (request.accepts().type(PRODUCES) !== JSON_LD) return selectFields(request.query.fields)(article)
      reply.type(JSON_LD)
      return toNewsArticle(article, await mentionedIn(request, article))
    }
  )

  app.get(
    '/v1/articles/:id/related',
    {
      schema: {
        operationId: 'getRelatedArticles',
        tags: ['Articles'],
        summary: 'Related articles',
        description:
          'Articles that share most of the words and names that set this one apart from the rest of the collection, with what ' +
          'ties them to it. Nearly identical articles are left out.',
        params: ARTICLE_PATH,
        querystring: RelatedParameters,
        response: {
          200: answer('A page of articles, those with most in common first.', RelatedListSchema),
          ...COMMON_ANSWERS,
          ...NOT_FOUND
        }
      }
    },
    (request, reply) =>
      askPage(request, reply, 'relatedArticles', {
        id: request.params.id,
        filter: filterOf(request.query),
        ...pageOf(request)
      })
  )
  done()
}
