// Starts the built service over a copy of the five articles, for scripts that ask it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, URL } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Reads the log on, so that the service is not held up by it. */
const addressIn = (log) =>
  new Promise((resolve, reject) => {
    log.on('line', (line) => {
      const address = /http:\/\/[\d.]+:\d+/.exec(line)?.[0]
      if (address !== undefined) resolve(address)
    })
    log.once('close', () => reject(new Error('The service ended before it listened.')))
  })

/**
 * Comes back when the articles have been read for names too.
 *
 * @param env settings of the service, such as `API_KEYS`
 */
export const startDemo = async (env = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'nyhetssok-demo-'))
  cpSync(join(ROOT, 'articles'), folder, { recursive: true })
  const service = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'serve', folder], {
    env: { ...process.env, PORT: '0', DATA_DIR: 'none', LOG_LEVEL: 'info', LOG_FORMAT: 'json', ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const address = await addressIn(createInterface(service.stdout))
  const isReady = async () =>
    (await (await globalThis.fetch(`${address}/health/ready`)).json()).names === 'ready'
  while (!(await isReady())) await setTimeout(200)
  return {
    address,
    stop: async () => {
      service.kill()
      await once(service, 'close')
      rmSync(folder, { recursive: true })
    }
  }
}
