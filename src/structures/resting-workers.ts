import { Worker } from 'node:worker_threads'

/**
 * What new objects of a thread have room in, in megabytes, before they are tidied up. Many threads run beside each
 * other, and more room makes them hardly faster.
 */
export const YOUNG_GENERATION_MB = 48

/** A thread that nobody wants again is ended after so many milliseconds. */
const REST_MS = 10_000
/** So many of one kind rest at most. */
const MOST = 8

const ENDINGS = ['exit', 'error'] as const

interface Resting {
  readonly worker: Worker
  readonly timer: NodeJS.Timeout
  /** Ends it. Its `error` is nobody's fault, as nobody wants it. */
  readonly end: () => void
}

/**
 * Threads that have nothing to do, by their source. If each reload started threads and ended them, memory would grow:
 * what the system's allocator holds for a thread that has ended, in pieces, it seldom gives back.
 */
const resting = new Map<string, Resting[]>()

export const newWorker = (file: URL): Worker => {
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
  worker.unref()
  return worker
}

/** Takes one that rests. */
export const restingWorker = (file: URL): Worker | undefined => {
  const found = resting.get(file.href)?.pop()
  if (found === undefined) return undefined
  const { worker, timer, end } = found
  clearTimeout(timer)
  for (const event of ENDINGS) worker.off(event, end)
  return worker
}

/** @param worker has nothing to do, and nobody listens to it */
export const letRest = (file: URL, worker: Worker): void => {
  const others = resting.get(file.href) ?? []
  resting.set(file.href, others)
  const end = (): void => {
    const at = others.findIndex((one) => one.worker === worker)
    if (at >= 0) others.splice(at, 1)
    void worker.terminate()
  }
  for (const event of ENDINGS) worker.on(event, end)
  worker.unref()
  others.push({ worker, end, timer: setTimeout(end, REST_MS).unref() })
  if (others.length > MOST) others[0]!.end()
}
