import type { FastifyInstance } from 'fastify'
import { PROBLEMS, ProblemError, type ProblemCode } from '../errors.js'
import { MISSING_KEY } from '../plugins/authorization.js'
import { CONDITION_FAILED } from '../routes/writing.js'
import { DETAILS } from '../plugins/client-error.js'
import { INTERNAL_ERROR } from '../plugins/error-handler.js'
import { NOT_IN_TIME } from '../plugins/slow-bodies.js'
import { problemDocument, type ProblemDocument } from '../problem.js'
import { CURSOR_EXAMPLE } from '../schemas/parameters.js'
import type { Example, Examples } from './examples.js'
import type { Document, Operation, Parameter } from './model.js'

/** Parameters that make an example short, or show what else there is, beside the parameters that must be given. */
const SHORT: Readonly<Record<string, string>> = {
  search: 'facets=language%2Cperson&facetSize=2&size=1',
  suggest: 'size=3',
  searchQuotes: 'q=digitaliseringsstrategi&size=1'
}

/**
 * Asks every operation for what its parameters' examples say.
 *
 * @param app serves the articles that come along
 * @param empty serves nothing yet
 */
export const makeExamples = async (app: FastifyInstance, empty: FastifyInstance): Promise<Examples> => {
  const { paths } = app.swagger() as unknown as Document
  const answers: [string, Record<string, Example>][] = []
  for (const [path, { get }] of Object.entries(paths)) {
    if (get === undefined) continue
    const examples: [string, Example][] = []
    for (const type of Object.keys(get.responses['200']?.content ?? {}))
      if (/[/+]json$/.test(type)) examples.push([type, await askFor(app, exampleUrl(path, get), type)])
    answers.push([get.operationId, Object.fromEntries(examples)])
  }
  return { answers: Object.fromEntries(answers), problems: await makeProblems(app, empty) }
}

const exampleUrl = (path: string, { operationId, parameters = [] }: Operation): string => {
  const filled = parameters.filter((one) => one.in === 'path').reduce(withValue, path)
  const required = parameters.filter((one) => one.in === 'query' && one.required === true)
  const query = required.map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`)
  const isList = parameters.some(({ name }) => name === 'cursor')
  query.push(SHORT[operationId] ?? (isList ? 'size=1' : ''))
  if (operationId === 'search') query.unshift('q=digitaliseringsstrategi')
  const search = query.filter((part) => part !== '').join('&')
  return search === '' ? filled : `${filled}?${search}`
}

const withValue = (path: string, { name, example }: Parameter): string => path.replace(`{${name}}`, String(example))

const askFor = async (app: FastifyInstance, url: string, accept: string): Promise<Example> => {
  const answer = await app.inject({ url, headers: { accept } })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${url}: ${answer.body}`)
  return { request: `GET ${url}`, value: lasting(answer.json()) }
}

/** Without what differs from run to run, and from model to model. */
const lasting = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/(?<=[?&]cursor=)[\w-]+/g, CURSOR_EXAMPLE)
      .replace(/"tookMs":[\d.]+/, '"tookMs":1.25')
      .replace(/"generation":"[^"]+"/, '"generation":"OeWBXBFtdmle"')
  )

/** A request that has a problem, for each code that one can be made for. */
const WRONG: Readonly<Partial<Record<ProblemCode, string>>> = {
  'invalid-parameter': '/v1/search?q=vei&sise=5',
  'invalid-url': '/v1/search?q=%F8l',
  'invalid-cursor': '/v1/search?q=vei&cursor=abc',
  'article-not-found': '/v1/articles/finnes-ikke',
  'entity-not-found': '/v1/entities/person:finnes-ikke'
}

const makeProblems = async (app: FastifyInstance, empty: FastifyInstance): Promise<Examples['problems']> => {
  const problems: Partial<Record<ProblemCode, ProblemDocument>> = {}
  for (const [code, url] of Object.entries(WRONG)) problems[code as ProblemCode] = (await app.inject(url)).json()
  const refused = await app.inject({ url: '/v1/search?q=vei', headers: { accept: 'text/html' } })
  problems['not-acceptable'] = refused.json()
  problems['not-ready'] = (await empty.inject('/v1/search?q=vei')).json()
  for (const [code, detail, instance = '/v1/search?q=vei'] of DESCRIBED)
    problems[code] = problemDocument(new ProblemError(code, detail), instance)
  const codes = Object.keys(PROBLEMS) as ProblemCode[]
  return Object.fromEntries(codes.flatMap((code) => (problems[code] === undefined ? [] : [[code, problems[code]]])))
}

/** Problems that no request to a service in order has, as the service would tell them. */
const DESCRIBED: readonly [code: ProblemCode, detail: string, instance?: string][] = [
  ['expired-cursor', 'The collection has changed since the cursor was issued: start again without it.'],
  ['headers-too-large', DETAILS['headers-too-large'] ?? '', '/'],
  ['internal-error', INTERNAL_ERROR],
  ['too-many-requests', 'At most 600 requests a minute; try again in 12 s.'],
  ['overloaded', 'The service is overloaded; try again in a moment.'],
  ['unauthorized', MISSING_KEY, '/v1/articles/ny-vei'],
  ['writing-off', 'This collection cannot be written to.', '/v1/articles/ny-vei'],
  ['condition-failed', CONDITION_FAILED, '/v1/articles/ny-vei'],
  ['request-timeout', NOT_IN_TIME, '/v1/articles/ny-vei'],
  ['body-too-large', 'Request body is too large', '/v1/articles/ny-vei'],
  ['unsupported-media-type', 'Send Content-Type: application/json; the request says "text/plain".', '/v1/articles/ny-vei'],
  ['invalid-article', 'The article has no `text`: state it as a string, {"id": "…", "text": "…"}', '/v1/articles/ny-vei'],
  [
    'not-written',
    'The article "ny-vei" could not be written, as the disk is full: make room on it (ENOSPC).',
    '/v1/articles/ny-vei'
  ],
  ['cluster-unavailable', 'The cluster cannot be reached.'],
  [
    'not-answered',
    'Nearly identical articles can be found among at most 500000 articles: ask without collapse.',
    '/v1/search'
  ],
  ['names-failed', 'Reading the articles for names and quotes failed: the log has the reason.', '/v1/quotes']
]
