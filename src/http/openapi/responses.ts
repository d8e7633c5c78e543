import { PROBLEM_ANSWERS, type ProblemAnswerName } from '../schemas/problem.js'
import { mapOperations, mapValues, type Document, type Media, type Response } from './model.js'

/** Headers of answers, by the name that operations refer to them by; the name of the header is the key. */
const HEADERS = {
  'X-Request-Id': {
    description: 'Identifies the request, also in the log: as sent by the client, otherwise generated.',
    schema: { type: 'string' },
    example: '3f6c2c0e-0f53-4a35-9f0e-5d1c7c4f2a10'
  },
  ETag: {
    description: 'Changes when the answer may have changed; for `If-None-Match`.',
    schema: { type: 'string' },
    example: 'W/"R3hlW5kq0wZr3yK2y1cJ2A"'
  },
  'Cache-Control': {
    description: 'An answer may be stored, but must be revalidated with its `ETag`.',
    schema: { type: 'string' },
    example: 'no-cache'
  },
  Vary: {
    description: 'The headers of the request that the answer depends on.',
    schema: { type: 'string' },
    example: 'accept'
  },
  Link: {
    description: 'The same links as in `links` (RFC 8288).',
    schema: { type: 'string' },
    example: '</v1/search?q=vei>; rel="self"'
  },
  Location: {
    description: 'The relative address of what was created.',
    schema: { type: 'string' },
    example: '/v1/articles/2019-leder'
  },
  'WWW-Authenticate': {
    description: 'How to state a key (RFC 6750).',
    schema: { type: 'string' },
    example: 'Bearer realm="nyhetssok"'
  },
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'integer', format: 'int32', minimum: 0 },
    example: 2
  },
  'RateLimit-Limit': {
    description: 'Requests that one client may send in a minute: see `RATE_LIMIT`.',
    schema: { type: 'integer', format: 'int32', minimum: 1 },
    example: 600
  },
  'RateLimit-Remaining': {
    description: 'How many of them are left.',
    schema: { type: 'integer', format: 'int32', minimum: 0 },
    example: 0
  },
  'RateLimit-Reset': {
    description: 'Seconds until all of them are available again.',
    schema: { type: 'integer', format: 'int32', minimum: 0 },
    example: 42
  }
} as const

type Header = keyof typeof HEADERS

/** The headers of a successful answer under /v1, and of 304. */
const CACHED: readonly Header[] = ['ETag', 'Cache-Control', 'Vary']

/** Headers that only some problems have. Those that end by themselves say when to ask again. */
const OF_PROBLEMS: Readonly<Record<number, readonly Header[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
  503: ['Retry-After']
}

const references = (names: readonly Header[]): NonNullable<Response['headers']> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const PROBLEM = 'application/problem+json'

/** Every answer with its headers; those that tell of problems once for all operations, under `components`. */
export const withResponses = (document: Document): Document => {
  const made = mapOperations(document, (operation, path, method) => ({
    ...operation,
    responses: mapValues(operation.responses, (response, status) => {
      const headers = headersOf(document, { path, method, response, status })
      return shared(response, status) ?? { ...response, headers: references(headers) }
    })
  }))
  const used = JSON.stringify(made.paths)
  // Without keys nothing can be written, and nobody is asked for one.
  const { securitySchemes, ...others } = made.components
  const components = used.includes('"security"') ? { ...others, securitySchemes } : others
  const isUsed = (name: string): boolean => used.includes(`"#/components/responses/${name}"`)
  const answers = Object.entries(PROBLEM_ANSWERS).filter(([name]) => isUsed(name))
  const responses = answers.map(([name, answer]) => [
    name,
    {
      description: answer.description,
      headers: references(['X-Request-Id', ...(OF_PROBLEMS[answer.status] ?? [])]),
      content: { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } }
    }
  ])
  const shown = used + JSON.stringify(responses)
  const usesHeader = (name: string): boolean => shown.includes(`"#/components/headers/${name}"`)
  return {
    ...made,
    components: {
      ...components,
      responses: Object.fromEntries(responses) as Record<string, Response>,
      headers: Object.fromEntries(Object.entries(HEADERS).filter(([name]) => usesHeader(name)))
    }
  }
}

const shared = ({ description, content }: Response, status: string): Response | undefined => {
  if (content?.[PROBLEM] === undefined) return undefined
  const names = Object.keys(PROBLEM_ANSWERS) as ProblemAnswerName[]
  const name = names.find(
    (name) => PROBLEM_ANSWERS[name].description === description && String(PROBLEM_ANSWERS[name].status) === status
  )
  return name && { $ref: `#/components/responses/${name}` }
}

interface AnswerPlace extends Readonly<Record<'path' | 'method' | 'status', string>> {
  readonly response: Response
}

const headersOf = (
  { components }: Document,
  { path, method, response, status }: AnswerPlace
): Header[] => {
  const schema = Object.values<Media>(response.content ?? {})[0]?.schema
  const named = components.schemas[schema?.$ref?.split('/').at(-1) ?? '']
  const isPage = named?.properties?.links !== undefined
  const isCached = method === 'get' && path.startsWith('/v1/') && (status === '200' || status === '304')
  if (status === '301' || status === '201') return ['X-Request-Id', 'Location']
  return ['X-Request-Id', ...(isCached ? CACHED : []), ...(isPage ? (['Link'] as const) : [])]
}
