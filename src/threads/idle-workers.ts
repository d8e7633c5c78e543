import { Worker } from 'node:worker_threads'

/**
 * What new objects of a thread have room in, in megabytes, before they are tidied up. Many threads run beside each
 * other, and more room makes them hardly faster.
 */
export const YOUNG_GENERATION_MB = 48

/** An idle thread that nobody takes is ended after so many milliseconds. */
const IDLE_MS = 10_000
/** So many of one kind are kept at most. */
const MOST = 8

const ENDINGS = ['exit', 'error'] as const

interface IdleWorker {
  readonly worker: Worker
  readonly timer: NodeJS.Timeout
  /** Ends it. Its `error` is nobody's fault, as nobody wants it. */
  readonly end: () => void
}

/**
 * Threads that have nothing to do, by their source. If each reload started threads and ended them, memory would grow:
 * what the system's allocator holds for a thread that has ended, in pieces, it seldom gives back.
 */
const idle = new Map<string, IdleWorker[]>()

export const newWorker = (file: URL): Worker => {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
  worker.unref()
  return worker
}

/** Takes an idle one. */
export const idleWorker = (file: URL): Worker | undefined => {
  const found = idle.get(file.href)?.pop()
  if (found === undefined) return undefined
  const { worker, timer, end } = found
  clearTimeout(timer)
  for (const event of ENDINGS) worker.off(event, end)
  return worker
}

/**
 * Keeps a thread for the next who wants one of its kind, for a while.
 *
 * @param worker has nothing to do, and nobody listens to it
 */
export const releaseWorker = (file: URL, worker: Worker): void => {
  const others = idle.get(file.href) ?? []
  idle.set(file.href, others)
  const end = (): void => {
    const at = others.findIndex((one) => one.worker === worker)
    if (at >= 0) others.splice(at, 1)
    void worker.terminate()
  }
  for (const event of ENDINGS) worker.on(event, end)
  worker.unref()
  others.push({ worker, end, timer: setTimeout(end, IDLE_MS).unref() })
  if (others.length > MOST) others[0]!.end()
}
