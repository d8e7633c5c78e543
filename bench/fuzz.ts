/**
 * Hostile requests over every endpoint: does the service keep its temper?
 *
 *     npm run bench:fuzz -- --articles DIR [--requests 100000] [--clients 4] [--seed 1]
 *     npm run bench:fuzz -- --base URL [--key KEY] […]
 *
 * Starts the service on a copy of the folder, with a key for writing, or takes one that runs (with `--key`, articles of
 * it are written and deleted), and sends it what nobody should: unicode, control characters, deep parentheses, long
 * phrases, odd encodings and methods, wrong headers, half-sent bodies; the same ones for a seed. Prints one JSON line:
 * how many answers had which status, those that are faults of the service (5xx other than a question that waits for
 * names), how many answers took longer than `LIMIT_MS` and which kinds of requests these were, the slowest ones in
 * milliseconds, beside that of plain searches in the same run, and the memory after each quarter in MB. Exits with 1
 * where there is a fault.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { hostileRequests, type Described, type HostileRequest } from '../tools/hostile-requests.js'
import { randomNumbers } from '../tools/random.js'
import { exchange } from '../tools/raw-exchange.js'
import { metric, startService } from './service.js'

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    base: { type: 'string' },
    key: { type: 'string' },
    requests: { type: 'string', default: '100000' },
    clients: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' }
  }
})

/** Answers that are told of, the slowest and the wrong ones. */
const TOLD = 10
/** What no answer should take until its first bytes, in milliseconds; an export takes as long as it is. */
const LIMIT_MS = 250

interface Target {
  readonly base: string
  readonly key?: string | undefined
  stop(): Promise<void>
}

/** A service of its own, on a copy of the folder. */
const startOne = async (articles: string): Promise<Target> => {
  const place = mkdtempSync(join(tmpdir(), 'nyhetssok-fuzz-'))
  process.on('exit', () => {
    rmSync(place, { recursive: true, force: true })
  })
  const folder = join(place, 'articles')
  cpSync(articles, folder, { recursive: true })
  const key = 'fuzz'
  const service = await startService(folder, join(place, 'data'), { env: { API_KEYS: key } })
  await service.annotated
  return { base: service.base, key, stop: () => service.stop() }
}

/** One that runs, or else one of its own. @throws where neither is named */
const targetOf = async ({ base, key, articles }: typeof values): Promise<Target> => {
  if (base !== undefined) return { base, key, stop: () => Promise.resolve() }
  if (articles === undefined) throw new Error('Give a folder as --articles DIR, or a service as --base URL.')
  return startOne(articles)
}

const service = await targetOf(values)
const getJson = async <T>(path: string): Promise<T> => (await (await fetch(service.base + path)).json()) as T
const { items } = await getJson<{ items: { id: string; text: string }[] }>('/v1/articles?size=100')
const next = hostileRequests(
  {
    document: await getJson<Described>('/openapi.json'),
    ...(service.key !== undefined && { key: service.key }),
    ids: items.map(({ id }) => id),
    words: [...new Set(items.flatMap(({ text }) => text.match(/\p{L}{2,}/gu) ?? []))]
  },
  randomNumbers(Number(values.seed))
)

interface Told {
  readonly ms: number
  readonly status: number | undefined
  readonly request: string
}

const told = ({ method, target }: HostileRequest, ms: number, status?: number): Told => ({
  ms: Math.round(ms),
  status,
  request: `${method} ${target.slice(0, 160)}`
})

const statuses = new Map<string, number>()
const faults: Told[] = []
let slowest: Told[] = []
const overLimit = new Map<string, number>()
const port = Number(new URL(service.base).port)

/** A question to an engine that does not answer it yet is no fault; nor is a method or protocol that Node knows not. */
const isFault = (status: number | undefined, body: string): boolean =>
  status !== undefined && status >= 500 && status !== 501 && status !== 505 && !body.includes('"not-ready"')

const send = async (request: HostileRequest): Promise<void> => {
  const { status, ms: wholeMs, firstMs: ms = wholeMs, body } = await exchange(port, request)
  const kind = status === undefined ? (request.cut === undefined ? 'none' : 'cut') : String(status)
  statuses.set(kind, (statuses.get(kind) ?? 0) + 1)
  if (isFault(status, body)) faults.push(told(request, ms, status))
  if (request.cut !== undefined) return
  slowest = [...slowest, told(request, ms, status)].sort((a, b) => b.ms - a.ms).slice(0, TOLD)
  if (ms > LIMIT_MS) {
    const what = `${request.method} ${request.target.split('?')[0]?.split('/', 4).join('/') ?? ''}`
    overLimit.set(what, (overLimit.get(what) ?? 0) + 1)
  }
}

/** Sends so many of what `make` gives, several at a time. */
const sendAll = async (count: number, make: () => HostileRequest): Promise<void> => {
  let left = count
  const client = async (): Promise<void> => {
    while (left-- > 0) await send(make())
  }
  await Promise.all(Array.from({ length: Number(values.clients) }, client))
}

const plain = (): HostileRequest => {
  const target = '/v1/search?q=vei'
  const bytes = Buffer.from(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  return { method: 'GET', target, bytes }
}

const requests = Number(values.requests)
await sendAll(200, plain)
const plainSlowest = slowest[0]?.ms
slowest = []
overLimit.clear()
statuses.clear()
const residentMB: number[] = []
for (let quarter = 0; quarter < 4; quarter++) {
  await sendAll(Math.ceil(requests / 4), next)
  residentMB.push(Math.round((await metric(service.base, 'process_resident_memory_bytes')) / 1e6))
}
await service.stop()
console.log(
  JSON.stringify({
    requests,
    statuses: Object.fromEntries([...statuses].sort()),
    faults: { count: faults.length, first: faults.slice(0, TOLD) },
    plainSlowestMs: plainSlowest,
    overLimit: Object.fromEntries([...overLimit].sort(([, a], [, b]) => b - a).slice(0, TOLD)),
    overLimitCount: [...overLimit.values()].reduce((sum, count) => sum + count, 0),
    slowest,
    residentMB
  })
)
if (faults.length > 0) process.exitCode = 1
