/**
 * A collection in an OpenSearch cluster, through one API process, beside the cluster's own `norwegian` analyser.
 *
 *     OPENSEARCH_URL=http://127.0.0.1:9201 npm run bench:cluster -- --texts FILE.jsonl[.gz] [--texts …]
 *                                          [--articles 10000] [--seconds 10] [--processes 2] [--keep] [--kept]
 *
 * Makes articles of about 300 words from the texts (`make-articles.ts`), lets `nyhetssok index` write them in so many
 * processes, one shard and no replica, and prints: articles a second until all are searched with their names, bytes an
 * article on disk by index, entities; and for one client p50 and p99 of each kind of question, none of which is asked
 * twice. The same searches are asked of an index with the `norwegian` analyser and a highlighted fragment a hit, in
 * turns with ours, so that both meet the same machine; of each turn also the CPU that a search takes. `--keep` leaves
 * the articles in the cluster, and `--kept` takes those that are there and writes none: a hundred thousand take long.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { OpenSearchClient } from '../open-search-client.js'
import { metric, startService } from '../service.js'
import { loadOf, type Asked, type Measured } from './load.js'
import { makeFolder } from './make-articles.js'
import { ScaleOpenSearch } from './opensearch.js'

const { values } = parseArgs({
  options: {
    texts: { type: 'string', multiple: true },
    articles: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    processes: { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false }
  }
})
const url = process.env.OPENSEARCH_URL
if (values.texts === undefined) throw new Error('Give files of texts as --texts FILE.jsonl.')
if (url === undefined) throw new Error('Name a cluster in OPENSEARCH_URL.')
const count = Number(values.articles)
const seconds = Number(values.seconds)
const processes = Number(values.processes)

const PREFIX = 'nyhetssok-bench'
const QUERIES = 40_000
/** Turns of searches, ours and the peer's; the first one of each warms up. */
const TURNS = 4
/** Questions of each other kind. */
const OTHERS = 200

const env = {
  ENGINE: 'opensearch',
  OPENSEARCH_URL: url,
  OPENSEARCH_PREFIX: PREFIX,
  OPENSEARCH_SHARDS: '1',
  OPENSEARCH_REPLICAS: '0',
  LOG_FORMAT: 'json'
}

const { articlesDir, file, queries } = await makeFolder(values.texts, { articles: count, queries: QUERIES })

const client = new OpenSearchClient(url, `${PREFIX}-*`)

/** Lets `nyhetssok index` write all, in several processes. @returns seconds */
const writeAll = async (): Promise<number> => {
  await client.remove()
  const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url))
  const start = performance.now()
  const run = async (part: number): Promise<void> => {
    const child = spawn(process.execPath, [cli, 'index', articlesDir], {
      env: { ...process.env, ...env, SHARE: `${part}/${processes}` },
      stdio: ['ignore', 'ignore', 'inherit']
    })
    const [status] = (await once(child, 'close')) as [number]
    if (status !== 0) throw new Error(`nyhetssok index ended with ${status}.`)
  }
  await Promise.all(Array.from({ length: processes }, (_, i) => run(i + 1)))
  return (performance.now() - start) / 1000
}

interface Stats {
  readonly indices: Readonly<
    Record<
      string,
      {
        readonly primaries: {
          readonly store: { readonly size_in_bytes: number }
          readonly docs: { readonly count: number }
        }
      }
    >
  >
}

const print = (name: string, value: string | number): void => {
  console.log(`| ${name} | ${value} |`)
}

const printSizes = async (): Promise<void> => {
  await client.send('POST', '_flush')
  const { indices } = (await client.send('GET', '_stats/store,docs')) as Stats
  for (const kind of ['articles', 'words', 'names']) {
    const own = Object.entries(indices).filter(([name]) => name.startsWith(`${PREFIX}-${kind}-`))
    const bytes = own.reduce((sum, [, { primaries }]) => sum + primaries.store.size_in_bytes, 0)
    const docs = own.reduce((sum, [, { primaries }]) => sum + primaries.docs.count, 0)
    print(`index of ${kind}: documents of Lucene, bytes an article`, `${docs}, ${Math.round(bytes / count)}`)
  }
}

const both = ({ p50, p99, failed }: Measured): string =>
  `${p50.toFixed(1)} / ${p99.toFixed(1)}${failed > 0 ? `, ${failed} failed` : ''}`

/** Milliseconds of CPU so far: what other work on the machine does not change much. */
const cpuOf = async (base: string): Promise<{ readonly api: number; readonly cluster: number }> => {
  const { nodes } = (await client.send('GET', '/_nodes/stats/process')) as ProcessStats
  const cluster = Object.values(nodes).reduce((sum, node) => sum + node.process.cpu.total_in_millis, 0)
  return { api: 1000 * (await metric(base, 'process_cpu_seconds_total')), cluster }
}

interface ProcessStats {
  readonly nodes: Readonly<
    Record<string, { readonly process: { readonly cpu: { readonly total_in_millis: number } } }>
  >
}

/** Ours and the peer's searches in turns. */
const measureSearches = async (base: string, peer: ScaleOpenSearch): Promise<void> => {
  const ours = queries.map((q): Asked => ({ path: `/v1/search?match=all&q=${encodeURIComponent(q)}` }))
  const theirs = queries.map((q) => peer.searchFor(q))
  const share = Math.floor(queries.length / (2 * TURNS))
  for (let turn = 0; turn < TURNS; turn++) {
    const from = turn * share
    const before = await cpuOf(base)
    const own = await loadOf(base, ours.slice(from, from + share), { clients: 1, seconds })
    const between = await cpuOf(base)
    const other = await loadOf(peer.url, theirs.slice(from, from + share), { clients: 1, seconds })
    const after = await cpuOf(base)
    if (turn === 0) continue
    print(`search, turn ${turn}: this, p50 / p99 ms`, both(own))
    print(`search, turn ${turn}: \`norwegian\` with highlighting, p50 / p99 ms`, both(other))
    const [searches, others] = [own, other].map((one) => one.requestsPerSecond * seconds) as [number, number]
    const [api, cluster] = [between.api - before.api, between.cluster - before.cluster]
    print(
      `search, turn ${turn}: CPU ms of the API process, of the cluster; of \`norwegian\``,
      `${(api / searches).toFixed(1)}, ${(cluster / searches).toFixed(1)}; ${((after.cluster - between.cluster) / others).toFixed(1)}`
    )
  }
  const half = Math.floor(queries.length / 2)
  const own = await loadOf(base, ours.slice(half), { clients: 8, seconds })
  const other = await loadOf(peer.url, theirs.slice(half), { clients: 8, seconds })
  print('8 clients: this, requests/s', Math.round(own.requestsPerSecond))
  print('8 clients: `norwegian`, requests/s', Math.round(other.requestsPerSecond))
}

interface Listed {
  readonly items: readonly { readonly id: string }[]
  readonly total: number
}

const measureOthers = async (base: string): Promise<void> => {
  const list = async (path: string): Promise<Listed> =>
    (await (await fetch(`${base}${path}`)).json()) as Listed
  const entities = await list('/v1/entities?size=100')
  print('entities', entities.total)
  const named = entities.items.map(({ id }) => encodeURIComponent(id))
  const some = queries.slice(0, OTHERS).map((q) => encodeURIComponent(q))
  const word = (q: string): string => q.split('%20')[0]!
  const beginning = (escaped: string): string => encodeURIComponent(decodeURIComponent(escaped).slice(0, 12))
  const kinds: Readonly<Record<string, readonly string[]>> = {
    'search by a phrase': some.map(
      (q) => `/v1/search?q=${encodeURIComponent('"')}${q}${encodeURIComponent('"')}`
    ),
    'search by a prefix': some.map((q) => `/v1/search?q=${beginning(word(q))}*`),
    'search with an entity and facets of people and places': some.map(
      (q, i) => `/v1/search?q=${word(q)}&entity=${named[i % named.length]}&facets=person,place`
    ),
    'quotes by a word': some.map((q) => `/v1/quotes?q=${word(q)}`),
    'speakers of a result': some.map((q) => `/v1/speakers?q=${word(q)}`),
    'graph of a result': some.map((q) => `/v1/graph?q=${word(q)}`),
    'an entity': named.map((id) => `/v1/entities/${id}`),
    'its mentions': named.map((id) => `/v1/entities/${id}/mentions`),
    'related entities': named.map((id) => `/v1/entities/${id}/related`)
  }
  for (const [kind, paths] of Object.entries(kinds)) {
    const asked = paths.map((path) => ({ path }))
    print(
      `${kind}, p50 / p99 ms`,
      both(await loadOf(base, asked, { clients: 1, seconds, most: asked.length }))
    )
  }
}

console.log(
  `\n${count} articles, ${availableParallelism()} cores, Node ${process.version}\n\n| | |\n|---|---|`
)
if (!values.kept) {
  const written = await writeAll()
  print(`articles/s, ${processes} processes, searched with names`, Math.round(count / written))
}
await printSizes()
const peer = new ScaleOpenSearch(url)
print('`norwegian`: articles/s', Math.round(count / (await peer.index(file))))
const service = await startService(articlesDir, 'none', { env })
try {
  await measureSearches(service.base, peer)
  await measureOthers(service.base)
} finally {
  await service.stop()
  await peer.remove()
  if (!values.keep) await client.remove()
}
