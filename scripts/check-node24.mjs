// The built service starts, searches and stops on Node 24, which the npm package `node` brings: `npm run node24`.
// Where that package can't be installed, it says why and ends with status 77: skipped.
/* global fetch */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'

const SKIPPED = 77
const INSTALL_MS = 120_000
const START_MS = 60_000
const POLL_MS = 100

/** The path of Node 24's executable, or why there is none. */
const installNode = (folder) => {
  const flags = ['--no-save', '--loglevel=error', '--no-audit', '--no-fund', `--prefix=${folder}`]
  const { status, stderr, error } = spawnSync('npm', ['install', ...flags, 'node@24'], {
    encoding: 'utf8',
    timeout: INSTALL_MS
  })
  const node = join(folder, 'node_modules', 'node', 'bin', 'node')
  const { stdout: version } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (status === 0 && /^v24\./.test(version ?? '')) return { node, version: version.trim() }
  const [firstError] = (stderr ?? '').match(/^npm error (?!code|errno|syscall).*/m) ?? []
  return {
    reason: error?.message ?? firstError ?? 'the npm package node@24 has no executable for this machine'
  }
}

const portOf = (service) =>
  new Promise((resolve, reject) => {
    let log = ''
    service.stdout.setEncoding('utf8').on('data', (text) => {
      log += text
      const [, port] = /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? []
      if (port !== undefined) resolve(Number(port))
    })
    service.on('exit', () => reject(new Error(`The service ended before it listened: ${log}`)))
  })

const untilReady = async (address) => {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await setTimeout(POLL_MS))
    if ((await fetch(`${address}/health/ready`)).ok) return
  throw new Error('The service did not become ready')
}

const checkService = async (node) => {
  const args = ['dist/cli.js', 'serve', 'articles', '--port=0', '--log-level=info']
  const service = spawn(node, args, {
    env: { ...process.env, DATA_DIR: 'none' },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const ended = once(service, 'exit')
  try {
    const address = `http://127.0.0.1:${await portOf(service)}`
    await untilReady(address)
    const { total, hits } = await (await fetch(`${address}/v1/search?q=digitaliseringsstrategi`)).json()
    if (!(total > 0 && hits.length > 0)) throw new Error(`A search found nothing: ${total}`)
    service.kill('SIGTERM')
    const [status] = await ended
    if (status !== 0) throw new Error(`The service stopped with status ${status}`)
    return total
  } finally {
    service.kill('SIGKILL')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'node24-'))
try {
  const { node, version, reason } = installNode(folder)
  if (node === undefined) {
    process.stdout.write(`skipped: Node 24 can't be installed: ${reason}\n`)
    process.exitCode = SKIPPED
  } else {
    const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' })
    if (status !== 0) throw new Error('The build failed')
    process.stdout.write(`Node ${version}: ready, ${await checkService(node)} articles found, stopped\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
