import { z } from 'zod'
import { MOST_ERRORS, PROBLEMS, type ProblemCode } from '../errors.js'
import { oneOf } from './values.js'

const ParameterErrorSchema = z
  .object({
    path: z.string().describe('The parameter.'),
    message: z.string().describe('What is wrong with it, and what is expected instead.')
  })
  .meta({ id: 'ParameterError', description: 'What is wrong with one parameter.' })

export const ProblemSchema = z
  .object({
    type: z.string().describe('`/problems/<code>`, relative to the service, where it is described.'),
    title: z.string().describe('The kind of problem; always the same for a code.'),
    status: z.number().int().describe('The status code of the answer.').meta({ minimum: 400, maximum: 599 }),
    code: oneOf(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]).meta({
      id: 'ProblemCode',
      description: 'The kind of problem. Stable: rely on it.'
    }),
    detail: z.string().describe('What is wrong with this request, and how to fix it.'),
    instance: z.string().describe('The URL of the request; its path where the URL is very long.'),
    errors: z
      .array(ParameterErrorSchema)
      .max(MOST_ERRORS)
      .optional()
      .describe('What is wrong with each parameter. If there are more, `detail` ends by saying how many.')
  })
  .meta({ id: 'Problem', description: 'A problem document, RFC 9457.' })

/** An answer that tells of a problem: its status, what it means, and the codes that it may have. */
interface ProblemAnswer {
  readonly status: number
  readonly description: string
  readonly codes: readonly ProblemCode[]
}

/** Under these names the OpenAPI document has them; operations refer to them. */
export const PROBLEM_ANSWERS = {
  InvalidRequest: {
    status: 400,
    description: 'The request is not valid.',
    codes: ['invalid-parameter', 'invalid-url', 'invalid-cursor', 'expired-cursor']
  },
  ArticleNotFound: { status: 404, description: 'There is no such article.', codes: ['article-not-found'] },
  EntityNotFound: { status: 404, description: 'There is no such entity.', codes: ['entity-not-found'] },
  AlertNotFound: { status: 404, description: 'There is no such alert.', codes: ['alert-not-found'] },
  TooManyAlerts: {
    status: 409,
    description: 'There are as many alerts as allowed.',
    codes: ['too-many-alerts']
  },
  InvalidAlert: { status: 422, description: 'The alert cannot be made.', codes: ['invalid-alert'] },
  NotAcceptable: {
    status: 406,
    description: 'None of the accepted media types is available.',
    codes: ['not-acceptable']
  },
  TooManyRequests: {
    status: 429,
    description: 'Too many requests: `Retry-After` says when to ask again.',
    codes: ['too-many-requests']
  },
  HeadersTooLarge: {
    status: 431,
    description: 'The URL and the headers together are too long.',
    codes: ['headers-too-large']
  },
  InternalError: {
    status: 500,
    description: 'Something went wrong in the service.',
    codes: ['internal-error']
  },
  Unauthorized: { status: 401, description: 'A key is needed.', codes: ['unauthorized'] },
  WritingOff: { status: 403, description: 'Nothing can be written here.', codes: ['writing-off'] },
  ConditionFailed: {
    status: 412,
    description: 'The article is not as `If-Match` or `If-None-Match` asks for.',
    codes: ['condition-failed']
  },
  RequestTimeout: {
    status: 408,
    description: 'The body was not sent in time.',
    codes: ['request-timeout']
  },
  TooLarge: { status: 413, description: 'The body is too large.', codes: ['body-too-large'] },
  UnsupportedType: {
    status: 415,
    description: 'The media type of the body is not supported.',
    codes: ['unsupported-media-type']
  },
  InvalidArticle: { status: 422, description: 'The article cannot be read.', codes: ['invalid-article'] },
  NotWritten: {
    status: 507,
    description: 'The article could not be written to disk.',
    codes: ['not-written']
  },
  NotAnswered: {
    status: 501,
    description: 'The engine of this service does not support this request; only OpenSearch answers so.',
    codes: ['not-answered']
  },
  NotReady: {
    status: 503,
    description:
      'The articles, or their names and quotes, are still being read, or reading them failed; or the service is ' +
      'overloaded, or the cluster with the articles does not answer.',
    codes: ['not-ready', 'names-failed', 'overloaded', 'cluster-unavailable']
  }
} as const satisfies Record<string, ProblemAnswer>

export type ProblemAnswerName = keyof typeof PROBLEM_ANSWERS

const answers = (...names: readonly ProblemAnswerName[]) =>
  Object.fromEntries(
    names.map((name) => {
      const { status, description } = PROBLEM_ANSWERS[name]
      return [status, { description, content: { 'application/problem+json': { schema: ProblemSchema } } }]
    })
  )

const NOT_MODIFIED = {
  304: z.null().describe('Nothing has changed since the answer with the `ETag` that `If-None-Match` names.')
}

/** What probes may be answered with beside what they ask for; they count towards no rate limit. */
export const PROBE_PROBLEMS = answers('NotAcceptable', 'HeadersTooLarge', 'InternalError')

/** What an operation on the collection may answer with beside what it is asked for. */
export const COMMON_ANSWERS = {
  ...NOT_MODIFIED,
  ...answers('InvalidRequest', 'NotAcceptable', 'TooManyRequests', 'HeadersTooLarge', 'InternalError'),
  ...answers('NotAnswered', 'NotReady')
}

/** The same of an operation that needs a key; it answers in one media type, whatever `Accept` says. */
const KEY_PROBLEMS = answers(
  ...(['InvalidRequest', 'Unauthorized', 'TooManyRequests', 'HeadersTooLarge', 'InternalError'] as const)
)

export const ENTITY_NOT_FOUND = answers('EntityNotFound')

export const NOT_FOUND = answers('ArticleNotFound')

/** What an operation that writes an article, or deletes one, may answer with. */
export const CHANGE_ANSWERS = {
  ...KEY_PROBLEMS,
  ...answers('WritingOff', 'ConditionFailed', 'TooLarge', 'UnsupportedType', 'NotReady', 'NotWritten')
}

/** The same of one with records in its body. */
export const WRITE_ANSWERS = { ...CHANGE_ANSWERS, ...answers('RequestTimeout', 'InvalidArticle') }

/** What an operation that makes an alert may answer with. */
export const NEW_ALERT_ANSWERS = {
  ...KEY_PROBLEMS,
  ...answers(
    'RequestTimeout',
    'TooManyAlerts',
    'TooLarge',
    'UnsupportedType',
    'InvalidAlert',
    'NotReady',
    'NotWritten'
  )
}

/** What an operation that reads alerts may answer with. */
export const ALERT_ANSWERS = { ...NOT_MODIFIED, ...KEY_PROBLEMS }

export const ALERT_NOT_FOUND = answers('AlertNotFound')

/** What an operation that deletes an alert may answer with. */
export const DELETED_ALERT_ANSWERS = {
  ...KEY_PROBLEMS,
  ...ALERT_NOT_FOUND,
  ...answers('TooLarge', 'UnsupportedType', 'NotWritten')
}

/** What the feed of an alert, which needs no key, may answer with. */
export const ALERT_FEED_ANSWERS = {
  ...NOT_MODIFIED,
  ...ALERT_NOT_FOUND,
  ...answers(
    'InvalidRequest',
    'NotAcceptable',
    'TooManyRequests',
    'HeadersTooLarge',
    'InternalError',
    'NotReady'
  )
}
