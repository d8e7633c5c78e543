/**
 * A large collection on this machine: how fast it is read and searched, and what it costs, beside other engines.
 *
 *     npm run bench:scale -- --texts FILE.jsonl[.gz] [--texts …] [--articles 100000] [--seconds 15]
 *                            [--peers fastify,minisearch,orama]
 *
 * Makes articles of about 300 words from the texts (`make-articles.ts`), starts the service on them, and prints a
 * table: articles a second until they are searched, and until names and quotes are known; the time of a restart;
 * memory; how many searches a second eight clients are answered, and one; the slowest of thirty hostile searches; how
 * long the thread that speaks HTTP was held, at most. A search has one to three words that stand beside each other in a
 * text; all must match, and ten hits come with a snippet each. No search is asked twice. The service has the
 * environment that the image and the systemd unit give it.
 *
 * MiniSearch and Orama stand behind a Fastify route and give no snippets. A bare Fastify route of 6 kB is the ceiling
 * of one thread. A real OpenSearch is measured where `OPENSEARCH_URL` names one; its own memory is in the table too.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadOf, type Asked, type Measured } from './load.js'
import { makeFolder } from './make-articles.js'
import { ScaleOpenSearch } from './opensearch.js'
import { HOSTILE } from './queries.js'
import { AS_DEPLOYED, metric, startService } from '../service.js'

const { values } = parseArgs({
  options: {
    texts: { type: 'string', multiple: true },
    articles: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '15' },
    peers: { type: 'string', default: 'fastify,minisearch,orama' }
  }
})
if (values.texts === undefined) throw new Error('Give files of texts as --texts FILE.jsonl.')
const count = Number(values.articles)
const seconds = Number(values.seconds)

/** Different searches: more than are asked. */
const QUERIES = 40_000
/** What engines compile as they run is not measured. */
const WARM_UP_SECONDS = 5

/** A row of the table. */
type Row = Readonly<Record<string, string | number | undefined>>

/** Loads a service with one client and with eight, with searches that it has not been asked before. */
const measure = async (base: string, requests: readonly Asked[]): Promise<Row> => {
  const share = Math.floor(requests.length / 3)
  await loadOf(base, requests.slice(0, share), { clients: 8, seconds: WARM_UP_SECONDS })
  const one = await loadOf(base, requests.slice(share, 2 * share), { clients: 1, seconds })
  const eight = await loadOf(base, requests.slice(2 * share), { clients: 8, seconds })
  return {
    '8 clients, requests/s': round(eight.requestsPerSecond),
    '8 clients, p50 / p99 ms': both(eight),
    '1 client, requests/s': round(one.requestsPerSecond),
    '1 client, p50 / p99 ms': both(one),
    failed: eight.failed + one.failed
  }
}

const round = (value: number, digits = 0): number => Math.round(value * 10 ** digits) / 10 ** digits
const both = ({ p50, p99 }: Measured): string => `${round(p50, 1)} / ${round(p99, 1)}`

const { folder, articlesDir, file, queries } = await makeFolder(values.texts, {
  articles: count,
  queries: QUERIES
})

const measureThis = async (): Promise<Row> => {
  const dataDir = join(folder, 'data')
  const service = await startService(articlesDir, dataDir, { env: AS_DEPLOYED })
  const ready = await service.ready
  const annotated = await service.annotated
  await service.kept
  const paths = queries.map((q) => ({ path: `/v1/search?match=all&q=${encodeURIComponent(q)}` }))
  const load = await measure(service.base, paths)
  const held = await metric(service.base, 'nodejs_eventloop_lag_max_seconds')
  const memory = await metric(service.base, 'process_resident_memory_bytes')
  const slow: [ms: number, path: string][] = []
  for (const path of HOSTILE) {
    const { p50 } = await loadOf(service.base, [{ path }], { clients: 1, seconds, most: 1 })
    slow.push([p50, path])
  }
  const [slowest] = slow.sort(([a], [b]) => b - a)
  console.error('slowest', slow.slice(0, 5))
  await service.stop()
  const again = await startService(articlesDir, dataDir, { env: AS_DEPLOYED })
  const restart = await again.annotated
  await again.stop()
  return {
    engine: 'Nyhetssøk',
    'articles/s': round(count / ready.seconds),
    'articles/s with names': round(count / annotated.seconds),
    'restart s': restart.seconds,
    'memory MB': round(memory / 1e6),
    ...load,
    'slowest of 30 hostile, ms': round(slowest![0]),
    'HTTP held, ms': round(held * 1000)
  }
}

const measureOpenSearch = async (url: string): Promise<Row> => {
  const openSearch = new ScaleOpenSearch(url)
  const indexed = await openSearch.index(file)
  const requests = queries.map((q) => openSearch.searchFor(q))
  const load = await measure(url, requests)
  const memory = await openSearch.memoryMB()
  await openSearch.remove()
  return {
    engine: 'OpenSearch, norwegian',
    'articles/s': round(count / indexed),
    'memory MB': memory && round(memory),
    ...load
  }
}

const measurePeer = async (name: string): Promise<Row> => {
  const script = fileURLToPath(new URL('./peer-server.js', import.meta.url))
  const child = spawn(process.execPath, ['--max-old-space-size=8000', script, name, file], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  process.on('exit', () => child.kill())
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const {
    base,
    seconds: indexed,
    memoryMB
  } = JSON.parse(line) as {
    readonly base: string
    readonly seconds: number
    readonly memoryMB: number
  }
  const load = await measure(
    base,
    queries.map((q) => ({ path: `/?q=${encodeURIComponent(q)}` }))
  )
  child.kill()
  const isEngine = name !== 'fastify'
  return {
    engine: isEngine ? name : 'a bare Fastify route',
    ...(isEngine && { 'articles/s': round(count / indexed), 'memory MB': round(memoryMB) }),
    ...load
  }
}

const rows: Row[] = [await measureThis()]
const url = process.env.OPENSEARCH_URL
if (url !== undefined) rows.push(await measureOpenSearch(url))
for (const peer of values.peers.split(',').filter((name) => name !== '')) rows.push(await measurePeer(peer))

const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== 'engine')
console.log(`\n${count} articles, ${availableParallelism()} cores, Node ${process.version}\n`)
console.log(`| | ${rows.map(({ engine }) => engine).join(' | ')} |`)
console.log(`|---|${rows.map(() => '---|').join('')}`)
for (const column of columns)
  console.log(`| ${column} | ${rows.map((row) => String(row[column] ?? '')).join(' | ')} |`)
