import { Readable } from 'node:stream'
import { z } from 'zod'
import { notReady, type ArticleChange, type ChangeOutcome, type Engine } from '../../engine/engine.js'
import { bulkResults, MAX_RECORD_BYTES } from '../bulk.js'
import { engineProblem, ProblemError } from '../errors.js'
import { answer } from '../schemas/answers.js'
import { ARTICLE_PATH } from '../schemas/parameters.js'
import { linesOf } from '../schemas/lines.js'
import { CHANGE_ANSWERS, NOT_FOUND, WRITE_ANSWERS } from '../schemas/problem.js'
import { ArticleRecordSchema, BulkLinesSchema, WrittenSchema } from '../schemas/writing.js'
import { shown } from '../schemas/values.js'
import type { Routes } from '../type-provider.js'

export const CONDITION_FAILED =
  'The article is not as `If-Match` or `If-None-Match` asks for: read it again, then write it.'

const SECURITY = [{ key: [] }]

const CONDITIONS = z.looseObject({
  'if-match': z
    .string()
    .optional()
    .describe('Only if the article still has this entity tag, which `GET` gave, or any (`*`).')
    .meta(shown('*')),
  'if-none-match': z.string().optional().describe('`*`: only if there is no such article.').meta(shown('*'))
})

/** Writing: each answer of success means that it is on disk, synced, and searched. */
export const writingRoutes: Routes = (app, _options, done) => {
  app.put(
    '/v1/articles/:id',
    {
      bodyLimit: MAX_RECORD_BYTES,
      schema: {
        operationId: 'putArticle',
        tags: ['Writing'],
        summary: 'Write an article',
        description:
          'Creates or replaces it. With `If-None-Match: *` only if there is none yet; with `If-Match` only if it still ' +
          'has the entity tag that `GET` gave, or any (`*`). A fact that cannot be read is ignored, with a warning. ' +
          'The body is not stored exactly as sent, so the answer has no entity tag (RFC 9110, section 9.3.4): `GET` has it.',
        security: SECURITY,
        params: ARTICLE_PATH,
        headers: CONDITIONS,
        body: ArticleRecordSchema,
        response: {
          200: answer('It is replaced.', WrittenSchema),
          201: answer('It is created.', WrittenSchema),
          ...WRITE_ANSWERS
        }
      }
    },
    async (request, reply) => {
      const { id } = request.params
      const outcome = await applyOne(app.engine, {
        id,
        record: request.body,
        ...conditionsOf(request.headers)
      })
      if (outcome.outcome !== 'created' && outcome.outcome !== 'replaced') throw problemOf(outcome, id)
      if (outcome.outcome === 'created') reply.code(201).header('location', `/v1/articles/${id}`)
      const { outcome: result, warnings } = outcome
      return { id, result, ...(warnings && { warnings: [...warnings] }) }
    }
  )

  app.delete(
    '/v1/articles/:id',
    {
      schema: {
        operationId: 'deleteArticle',
        tags: ['Writing'],
        summary: 'Delete an article',
        description:
          'It is no longer found. A file of your own that contains it is left as it is. `If-Match` works as for `PUT`.',
        security: SECURITY,
        params: ARTICLE_PATH,
        headers: CONDITIONS.pick({ 'if-match': true }),
        response: {
          204: z.null().describe('It is deleted.'),
          ...NOT_FOUND,
          ...CHANGE_ANSWERS
        }
      }
    },
    async (request, reply) => {
      const { id } = request.params
      const outcome = await applyOne(app.engine, { id, ...conditionsOf(request.headers) })
      if (outcome.outcome !== 'deleted') throw problemOf(outcome, id)
      return reply.code(204).send(null)
    }
  )

  app.post(
    '/v1/articles',
    {
      config: { streamsBody: true },
      schema: {
        operationId: 'writeArticles',
        tags: ['Writing'],
        summary: 'Write many articles',
        description:
          'One record per line (`application/x-ndjson`), each with its `id`. The body is read and answered as a stream: a line ' +
          'for each line, in order. A line that is refused does not stop the next one.',
        security: SECURITY,
        consumes: ['application/x-ndjson'],
        body: BulkLinesSchema,
        response: {
          200: {
            description: 'A result for each line.',
            content: {
              'application/x-ndjson': {
                schema: linesOf('BulkResult', { line: 1, id: 'ny-vei', status: 201, result: 'created' })
              }
            }
          },
          ...WRITE_ANSWERS
        }
      }
    },
    async (request, reply) => {
      const { body } = request
      if (app.engine.generation === undefined) throw engineProblem(notReady(app.engine.status))
      if (!(body instanceof Readable))
        throw new ProblemError(
          'unsupported-media-type',
          'Send lines of JSON: Content-Type: application/x-ndjson.'
        )
      const lines = bulkResults(app.engine, body as AsyncIterable<Buffer>, (error) => {
        request.log.error({ err: error }, 'writing articles failed')
      })
      reply.type('application/x-ndjson; charset=utf-8')
      return Readable.from(lines)
    }
  )
  done()
}

const applyOne = async (engine: Engine, change: ArticleChange): Promise<ChangeOutcome> => {
  if (engine.apply === undefined)
    throw new ProblemError('writing-off', 'This collection cannot be written to.')
  const [outcome] = await engine.apply([change])
  return outcome!
}

/** Entity tags are compared by the part that names the article's content, whether weak or not. */
const conditionsOf = (
  headers: Readonly<Record<string, string | string[] | undefined>>
): Pick<ArticleChange, 'ifMatch' | 'ifNoneMatch'> => {
  const tags = (header: string | string[] | undefined): string[] | undefined =>
    typeof header === 'string' ? header.split(',').map(versionInTag) : undefined
  return { ifMatch: tags(headers['if-match']), ifNoneMatch: tags(headers['if-none-match']) }
}

/** `W/"abc.def"` → `abc`: see the entity tag of an article. */
const versionInTag = (tag: string): string =>
  tag.trim().replace(/^W\//, '').replace(/^"|"$/g, '').replace(/\..*$/, '')

const problemOf = ({ outcome, reason }: ChangeOutcome, id: string): ProblemError => {
  if (outcome === 'not-found') return new ProblemError('article-not-found', `No article has the id "${id}".`)
  if (outcome === 'invalid-id') return new ProblemError('invalid-parameter', reason ?? 'id: is not valid.')
  if (outcome === 'refused') return new ProblemError('invalid-article', reason ?? 'It is not an article.')
  if (outcome === 'not-written') return new ProblemError('not-written', reason ?? '')
  return new ProblemError('condition-failed', CONDITION_FAILED)
}
