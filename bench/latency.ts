/**
 * How long clients wait for searches over HTTP, and what the service costs.
 *
 *     npm run bench:latency -- --articles DIR [--clients 8] [--seconds 15]
 *
 * Starts the service on the folder and, when it is ready, lets that many clients ask one search after the other: one to
 * three words of an article, drawn with a fixed seed from the articles themselves. Prints one JSON line: the times
 * until ready and until names and quotes are read, in seconds, how many articles a second were read for them, and the
 * seconds until a second start, with the index that was kept, is ready with all;
 * memory in MB (heap, buffers, index, resident); and for `search` and `related` (articles about the same as one) beside
 * `live` (the same load on a route that does nothing: what HTTP and this machine cost) requests per second and
 * percentiles of the latency in milliseconds;
 * `whileAnnotating` is the same load before names and quotes are read, if that takes long enough (which takes longer
 * for it).
 */
import autocannon from 'autocannon'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readText } from '../src/analysis/text/reading.js'
import { isStopWord } from '../src/analysis/text/stop-words.js'
import { randomNumbers } from '../tools/random.js'

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    clients: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '15' }
  }
})
if (values.articles === undefined) throw new Error('Give the folder of articles as --articles DIR.')

/** Different queries; the clients ask them in turn. */
const QUERIES = 2000

/** Searches whose first hit is asked for its related articles. */
const RELATED = 500

interface List {
  readonly items: readonly { readonly id: string }[]
  readonly total: number
  readonly links: { readonly next?: string }
}

const getJson = async <T>(url: string): Promise<T> => (await (await fetch(url)).json()) as T

/** Starts the service on a free port. @returns its address, once it answers, and its process */
const start = async (folder: string, dataDir: string) => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  const service = spawn(process.execPath, ['--max-semi-space-size=64', cli, 'serve', folder, '--port', '0'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  process.on('exit', () => service.kill())
  let base = ''
  const lines = createInterface({ input: service.stdout })
  lines.on('line', (line) => (base ||= /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? ''))
  const logged = (message: string): Promise<Ready> =>
    new Promise((resolve) => {
      lines.on('line', (line) => {
        if (line.includes(`"msg":"${message}"`)) resolve(JSON.parse(line) as Ready)
      })
    })
  lines.on('line', (line) => {
    if (line.includes('"msg":"reading names and quotes failed')) throw new Error(line)
  })
  const annotated = logged('names and quotes are read')
  const ready = await logged('ready')
  return {
    base,
    service,
    ready,
    annotated: ready.entities === undefined ? annotated : Promise.resolve(ready)
  }
}

/** What the service logs when it serves. */
interface Ready {
  readonly seconds: number
  readonly articles: number
  readonly entities?: number
}

/**
 * Paths of searches for one to three words that stand beside each other, but for stop words, in articles of the
 * service.
 */
const drawSearches = async (base: string): Promise<string[]> => {
  const random = randomNumbers(1)
  const paths: string[] = []
  let page = await getJson<List>(`${base}/v1/articles?size=100`)
  const step = Math.max(1, Math.floor(page.total / QUERIES))
  for (let n = 0; paths.length < QUERIES; n++) {
    for (const [i, { id }] of page.items.entries()) {
      if ((n * 100 + i) % step !== 0) continue
      const { text } = await getJson<{ text: string }>(`${base}/v1/articles/${id}`)
      const words = readText(text).tokens.filter(({ word }) => !isStopWord(word))
      const first = Math.floor(random() * words.length)
      const chosen = words.slice(first, first + 1 + Math.floor(random() * 3))
      const q = chosen.map(({ start, end }) => text.slice(start, end)).join(' ')
      paths.push(`/v1/search?q=${encodeURIComponent(q)}`)
    }
    const { next } = page.links
    page = await getJson<List>(next === undefined ? `${base}/v1/articles?size=100` : new URL(next, base).href)
  }
  return paths
}

/** Paths of questions for what is related to the articles that searches find. */
const drawRelated = async (): Promise<string[]> => {
  const paths: string[] = []
  for (const path of searches.slice(0, RELATED)) {
    const { hits } = await getJson<{ hits: { id: string }[] }>(`${base}${path}&size=1&snippets=0`)
    paths.push(...hits.map(({ id }) => `/v1/articles/${id}/related`))
  }
  return [...new Set(paths)]
}

const dataDir = mkdtempSync(join(tmpdir(), 'nyhetssok-'))
const { base, service, ready, annotated } = await start(values.articles, dataDir)
const progress = { isAnnotated: false }
void annotated.then(() => (progress.isAnnotated = true))
const searches = await drawSearches(base)

const load = async (paths: readonly string[], seconds: number) => {
  const result = await autocannon({
    url: base,
    connections: Number(values.clients),
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET', path }))
  })
  const { p50, p90, p99, max } = result.latency
  return { perSecond: result.requests.average, p50, p90, p99, max, failed: result.non2xx + result.errors }
}

/** Megabytes. */
const memory = async (name: string): Promise<number> => {
  const metrics = await (await fetch(`${base}/metrics`)).text()
  return Math.round(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]) / 1e6)
}

// Warms up what the engine compiles as it runs.
await load(searches, 5)
const seconds = Number(values.seconds)
const early = await load(searches, seconds)
const whileAnnotating = progress.isAnnotated ? undefined : early
const { entities, ...whole } = await annotated
const live = await load(['/health/live'], Math.min(5, seconds))
const search = await load(searches, seconds)
const related = await load(await drawRelated(), seconds)
const report = {
  articles: ready.articles,
  ready: ready.seconds,
  annotated: whole.seconds,
  annotatedPerSecond: Math.round(ready.articles / (whole.seconds - ready.seconds)),
  entities,
  heapMB: await memory('nodejs_heap_size_used_bytes'),
  externalMB: await memory('nodejs_external_memory_bytes'),
  indexMB: await memory('nyhetssok_index_bytes'),
  residentMB: await memory('process_resident_memory_bytes'),
  live,
  whileAnnotating,
  search,
  related
}
service.kill()
await once(service, 'exit')
const again = await start(values.articles, dataDir)
console.log(JSON.stringify({ ...report, restart: again.ready.seconds }))
again.service.kill()
await once(again.service, 'exit')
rmSync(dataDir, { recursive: true })
