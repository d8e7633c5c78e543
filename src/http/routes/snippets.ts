import { z } from 'zod'
import { findSnippets, findSnippetsIn } from '../../engine/memory/find-snippets.js'
import { articleNumber } from '../article-number.js'
import { currentIndex } from '../current-index.js'
import { pageOf } from '../page.js'
import { answer } from '../schemas/answer.js'
import { LIST } from '../schemas/list.js'
import {
  ARTICLE_PATH,
  FILTER,
  MATCH,
  PAGE,
  q,
  snippetLength,
  withRange,
  WORDS
} from '../schemas/parameters.js'
import { COMMON_ANSWERS, NOT_FOUND } from '../schemas/problem.js'
import { ArticleSnippetSchema, CollectionSnippetSchema } from '../schemas/snippet.js'
import type { Routes } from '../type-provider.js'

const CollectionParameters = withRange(
  z.strictObject({ q, match: MATCH, ...FILTER, snippetLength, ...WORDS, ...PAGE })
)

const ArticleParameters = z.strictObject({ q, match: MATCH, snippetLength, ...WORDS, ...PAGE })

const CollectionListSchema = z
  .object({ total: LIST.total, items: z.array(CollectionSnippetSchema), links: LIST.links })
  .meta({ id: 'CollectionSnippetList' })

const ArticleListSchema = z
  .object({ total: LIST.total, items: z.array(ArticleSnippetSchema), links: LIST.links })
  .meta({ id: 'ArticleSnippetList' })

export const snippetRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/snippets',
    {
      schema: {
        operationId: 'searchSnippets',
        tags: ['Snippets'],
        summary: 'The best passages of the whole collection',
        description:
          'Several passages of the articles that match best, in one ranking; then one of each other article that matches.',
        querystring: CollectionParameters,
        response: { 200: answer('A page of passages, best first.', CollectionListSchema), ...COMMON_ANSWERS }
      }
    },
    (request, reply) => {
      const index = currentIndex(request)
      const page = pageOf(request, index, request.query)
      const { total, items } = findSnippets(index, {
        ...request.query,
        filter: request.query,
        offset: page.offset
      })
      return { total, items, links: page.links(reply, total) }
    }
  )

  app.get(
    '/v1/articles/:id/snippets',
    {
      schema: {
        operationId: 'getArticleSnippets',
        tags: ['Snippets'],
        summary: 'The best passages of one article',
        description:
          'Passages that hold a word of the query, best first, without overlap. None where no word is in the text. ' +
          'In a text that holds more than 5,000 of them, passages are looked for around the rarest words.',
        params: ARTICLE_PATH,
        querystring: ArticleParameters,
        response: {
          200: answer('A page of passages, best first.', ArticleListSchema),
          ...COMMON_ANSWERS,
          ...NOT_FOUND
        }
      }
    },
    (request, reply) => {
      const index = currentIndex(request)
      const article = articleNumber(index, request.params.id)
      const page = pageOf(request, index, request.query)
      const { total, items } = findSnippetsIn(index, article, { ...request.query, offset: page.offset })
      return { total, items: [...items], links: page.links(reply, total) }
    }
  )
  done()
}
