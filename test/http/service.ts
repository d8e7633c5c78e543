import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { createApp, type AppOptions } from '../../src/app.js'
import { annotateHere } from '../collection/annotate-here.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { Collection } from '../../src/collection/collection.js'
import type { Engine } from '../../src/engine/engine.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { PROBLEMS, type ProblemCode } from '../../src/http/errors.js'
import { ApiKeys } from '../../src/api-keys.js'
import { ProblemSchema } from '../../src/http/schemas/problem.js'
import type { HttpSettings } from '../../src/http/settings.js'
import { createLogger } from '../../src/logging.js'

/** The articles that come with the service. */
export const DEMO = fileURLToPath(new URL('../../articles', import.meta.url))

const paragraph = (i: number): string =>
  `Kommunen åpner vei nummer ${i} til våren. Mange har ventet på veien i ${i + 2} år. Ordføreren er glad for det.\n\n` +
  `Naboene fikk ikke svar om veiprosjektet. De klager til departementet nå. Ingen vet hva vei ${i} koster.`

/** Articles with every fact, and some with few: `jsonl` for a file of a test folder. */
export const NEWS = Array.from({ length: 23 }, (_, i) => ({
  id: `vei-${i}`,
  title: `Ny vei ${i}`,
  text: Array.from({ length: (i % 4) + 1 }, (_, part) => paragraph(10 * i + part)).join('\n\n'),
  ...(i % 5 !== 0 && {
    published: `20${10 + (i % 7)}-0${(i % 9) + 1}-17`,
    source: i % 2 ? 'Avisa' : 'Bladet'
  }),
  ...(i % 3 === 0 && {
    authors: ['Kari Nordmann', `Ola ${i}`],
    tags: ['vei', 'Øst'],
    url: 'https://example.org/a'
  }),
  ...(i % 6 === 1 && { language: 'nn' })
}))
  .map((article) => JSON.stringify(article))
  .join('\n')

export interface Service {
  readonly app: FastifyInstance
  readonly collection: Collection
  /** GET, or what `method` says; the URL as it is sent. */
  readonly ask: (
    url: string,
    headers?: Record<string, string>,
    method?: string
  ) => Promise<LightMyRequestResponse>
}

interface ServiceOptions {
  /** Default: a folder of `NEWS`. */
  readonly folder?: string
  /** Log lines go here, from level info. */
  readonly log?: string[]
  readonly collection?: Collection
  readonly settings?: HttpSettings
  /** Of those who may write. */
  readonly keys?: readonly string[]
  readonly bodyTimeouts?: AppOptions['bodyTimeouts']
  /** Puts another engine in the place of the collection's. */
  readonly engineOf?: (engine: Engine) => Engine
}

/** A service that has read nothing yet. */
export const startEmpty = async (
  t: Test,
  {
    log,
    collection = new Collection({ annotate: annotateHere(norwegianNames) }),
    engineOf = (engine) => engine,
    settings,
    bodyTimeouts,
    keys = []
  }: ServiceOptions = {}
): Promise<Service> => {
  const write = (line: string): void => {
    log?.push(line)
  }
  const engine = engineOf(createMemoryEngine(collection))
  const app = await createApp({
    engine,
    keys: new ApiKeys(keys),
    ...(settings && { settings }),
    ...(bodyTimeouts && { bodyTimeouts }),
    ...(log && { logger: createLogger('info', { write }) })
  })
  t.teardown(() => app.close())
  const ask: Service['ask'] = (url, headers = {}, method = 'GET') =>
    app.inject({ method: method as 'GET', url, headers })
  return { app, collection, ask }
}

/** A service that serves. */
export const startService = async (t: Test, options: ServiceOptions = {}): Promise<Service> => {
  const service = await startEmpty(t, options)
  await service.collection.load(options.folder ?? t.testdir({ 'news.jsonl': NEWS }))
  return service
}

/** The answer is the problem `code`, and a whole problem document. */
export const isProblem = (
  t: Test,
  answer: LightMyRequestResponse,
  code: ProblemCode,
  about = code as string
) => {
  t.equal(answer.headers['content-type'], 'application/problem+json', `${about}: media type`)
  const body = answer.json<unknown>()
  const problem = ProblemSchema.parse(body)
  t.strictSame(body, problem, `${about}: the document has what the schema says and no more`)
  t.strictSame([problem.code, answer.statusCode], [code, PROBLEMS[code].status], `${about}: code and status`)
  t.match(problem, { status: answer.statusCode, type: `/problems/${code}`, title: PROBLEMS[code].title })
  t.match(answer.headers['x-request-id'], /^[0-9a-f-]{36}$/, `${about}: request id`)
  t.notOk(answer.headers.etag, `${about}: no entity tag`)
  return problem
}
