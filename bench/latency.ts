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
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readText } from '../src/analysis/text/reading.js'
import { isStopWord } from '../src/analysis/text/stop-words.js'
import { randomNumbers } from '../tools/random.js'
import { metric, startService } from './service.js'

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
const service = await startService(values.articles, dataDir)
const { base, annotated } = service
const ready = await service.ready
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

const megabytes = async (name: string): Promise<number> => Math.round((await metric(base, name)) / 1e6)

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
  heapMB: await megabytes('nodejs_heap_size_used_bytes'),
  externalMB: await megabytes('nodejs_external_memory_bytes'),
  indexMB: await megabytes('nyhetssok_index_bytes'),
  residentMB: await megabytes('process_resident_memory_bytes'),
  live,
  whileAnnotating,
  search,
  related
}
await service.kept
await service.stop()
const again = await startService(values.articles, dataDir)
console.log(JSON.stringify({ ...report, restart: (await again.ready).seconds }))
await again.stop()
rmSync(dataDir, { recursive: true })
