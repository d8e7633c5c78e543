import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What the service logs when it serves. */
interface Ready {
  readonly seconds: number
  readonly articles: number
  /** Present where names and quotes are known too. */
  readonly entities?: number
}

/** A service of this project, as a process of its own. */
export interface RunningService {
  readonly base: string
  /** The articles are searched. */
  readonly ready: Promise<Ready>
  /** Names and quotes are known. */
  readonly annotated: Promise<Ready>
  /** The index is in the file for the next start. */
  readonly kept: Promise<unknown>
  stop(): Promise<void>
}

/** The environment that the image and the systemd unit give the service; see `docs/operations.md`. */
export const AS_DEPLOYED = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072'
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built service on a free port, with the index in `dataDir`. @returns when it answers */
export const startService = async (
  folder: string,
  dataDir: string,
  { env = {} }: StartOptions = {}
): Promise<RunningService> => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  const service = spawn(process.execPath, [cli, 'serve', folder, '--port', '0'], {
    env: { ...process.env, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  process.on('exit', () => service.kill())
  const lines = createInterface({ input: service.stdout })
  const logged = (test: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      lines.on('line', (line) => {
        if (test(line)) resolve(line)
      })
      service.on('exit', () => {
        reject(new Error('The service ended.'))
      })
    })
  const readyLine = logged((line) => line.includes('"msg":"ready"'))
  const annotatedLine = logged((line) =>
    /"entities":\d+.*"msg":"(?:ready|names and quotes are read)"/.test(line)
  )
  const kept = logged((line) => /the index (?:is kept for the next start|that was kept is read)/.test(line))
  const ready = readyLine.then((line) => JSON.parse(line) as Ready)
  const annotated = annotatedLine.then((line) => JSON.parse(line) as Ready)
  // Whoever awaits them is told.
  for (const promise of [ready, annotated, kept]) promise.catch(() => undefined)
  const listening = await logged((line) => line.includes('Server listening at'))
  return {
    base: /http:\/\/[\d.]+:\d+/.exec(listening)![0],
    ready,
    annotated,
    kept,
    stop: async () => {
      service.kill()
      await once(service, 'exit')
    }
  }
}

/** The value of a metric of a service. */
export const metric = async (base: string, name: string): Promise<number> => {
  const metrics = await (await fetch(new URL('/metrics', base))).text()
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1])
}
