import { z } from 'zod'
import { askPage, filterOf, pageOf, wordsOf } from '../ask.js'
import { answer } from '../schemas/answers.js'
import { fieldsOf } from '../schemas/fields.js'
import {
  ARTICLE_PATH,
  FILTER,
  MATCH,
  minConfidence,
  PAGE,
  q,
  snippetLength,
  withRange,
  WORDS
} from '../schemas/parameters.js'
import { COMMON_ANSWERS, NOT_FOUND } from '../schemas/problem.js'
import { queriedListOf } from '../schemas/query.js'
import { ArticleSnippetSchema, CollectionSnippetSchema } from '../schemas/snippet.js'
import type { Routes } from '../type-provider.js'

const CollectionParameters = withRange(
  z.strictObject({
    q,
    match: MATCH,
    ...FILTER,
    snippetLength,
    minConfidence: minConfidence('names in `entities`'),
    fields: fieldsOf(CollectionSnippetSchema),
    ...WORDS,
    ...PAGE
  })
)

const ArticleParameters = z.strictObject({
  q,
  match: MATCH,
  snippetLength,
  fields: fieldsOf(ArticleSnippetSchema),
  ...WORDS,
  ...PAGE
})

const CollectionListSchema = queriedListOf(CollectionSnippetSchema, 'CollectionSnippetList')

const ArticleListSchema = queriedListOf(ArticleSnippetSchema, 'ArticleSnippetList')

export const snippetRoutes: Routes = (app, _options, done) => {
  app.get(
    '/v1/snippets',
    {
      schema: {
        operationId: 'searchSnippets',
        tags: ['Snippets'],
        summary: 'The best passages of the whole collection',
        description:
          'Several passages from each of the articles that match best, in one ranking; then one from every other article ' +
          'that matches.',
        querystring: CollectionParameters,
        response: { 200: answer('A page of passages, best first.', CollectionListSchema), ...COMMON_ANSWERS }
      }
    },
    (request, reply) => {
      const { query } = request
      return askPage(request, reply, 'snippets', {
        q: query.q,
        ...wordsOf(query),
        filter: filterOf(query),
        snippetLength: query.snippetLength,
        minConfidence: query.minConfidence,
        ...pageOf(request)
      })
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
          'Passages that contain a word of the query, best first, without overlap; none if the text has no such word. ' +
          'In a text with more than 5,000 matches, passages are sought around the rarest words.',
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
      const { params, query } = request
      return askPage(request, reply, 'articleSnippets', {
        id: params.id,
        q: query.q,
        ...wordsOf(query),
        snippetLength: query.snippetLength,
        ...pageOf(request)
      })
    }
  )
  done()
}
