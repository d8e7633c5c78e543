import type { AlertState, Delivery } from './alert.js'
import { post } from './post.js'

/** Seconds before the second attempt, the third, and so on: more than three days in all. */
const DELAYS_S = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** So long after the disk has refused to note what became of an attempt, in milliseconds, it is asked again. */
const NOTE_AGAIN_MS = 5000

/** The receiver wants no more. */
const GONE = 410

export interface DelivererOptions {
  /** May bodies be posted to private addresses, and over http? For tests, and receivers beside the service. */
  readonly allowPrivate: boolean
  /** Before the second attempt, the third, and so on, in milliseconds; after the last one a body is given up. */
  readonly delaysMs?: readonly number[]
  readonly get: (id: string) => AlertState | undefined
  /** Changes an alert, and keeps it so. */
  readonly change: (id: string, make: (state: AlertState) => AlertState) => Promise<AlertState | undefined>
  /** Is told what went wrong. */
  readonly failed: (error: unknown, doing: string) => void
}

/** What became of an attempt. */
type Attempt =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Posts what alerts have found: of each alert one body after another, again and again until it is accepted. */
export class Deliverer {
  /** By alert that is being posted, or waits. */
  private readonly running = new Map<
    string,
    { readonly stop: AbortController; readonly done: Promise<void> }
  >()
  private readonly delaysMs: readonly number[]
  private isClosed = false

  constructor(private readonly options: DelivererOptions) {
    this.delaysMs = options.delaysMs ?? DELAYS_S.map((seconds) => 1000 * seconds)
  }

  /** Begins to post what an alert has to, unless that is being done. */
  deliver({ alert: { id }, pending }: AlertState): void {
    if (this.isClosed || pending.length === 0 || this.running.has(id)) return
    const stop = new AbortController()
    const done = this.deliverAll(id, stop.signal).then(() => {
      this.running.delete(id)
      const state = this.options.get(id)
      // What was found after the last look.
      if (state !== undefined && !stop.signal.aborted) this.deliver(state)
    })
    this.running.set(id, { stop, done })
  }

  /** Ends when nothing of an alert is being posted, nor waits to be. */
  async delivered(id: string): Promise<void> {
    for (let run = this.running.get(id); run !== undefined; run = this.running.get(id)) await run.done
  }

  /** Cuts off what is being posted of an alert. Ends when nothing is. */
  async stop(id: string): Promise<void> {
    const run = this.running.get(id)
    run?.stop.abort()
    await run?.done
  }

  /** Cuts off all, and ends when nothing is being posted; nothing is from then on. */
  async close(): Promise<void> {
    this.isClosed = true
    const running = [...this.running.values()]
    for (const { stop } of running) stop.abort()
    await Promise.all(running.map(({ done }) => done))
  }

  private async deliverAll(id: string, signal: AbortSignal): Promise<void> {
    const isStopped = (): boolean => signal.aborted
    for (;;) {
      const state = this.options.get(id)
      const [delivery] = state?.pending ?? []
      if (state === undefined || delivery === undefined) return
      await waitUntil(delivery.notBefore, signal)
      if (isStopped()) return
      const attempt = await this.attempt(state, delivery, signal)
      // What was cut off is no attempt.
      if (isStopped() && attempt.kind === 'failed') return
      await this.note(id, { delivery, attempt, signal })
    }
  }

  /** Again and again while the disk refuses it: what was accepted is not posted again. */
  private async note(
    id: string,
    { delivery, attempt, signal }: { delivery: Delivery; attempt: Attempt; signal: AbortSignal }
  ): Promise<void> {
    const [noteAgainMs = NOTE_AGAIN_MS] = this.delaysMs
    for (;;) {
      try {
        await this.options.change(id, (now) => this.after(now, delivery, attempt))
        return
      } catch (error) {
        this.options.failed(error, 'what became of a delivery could not be noted; that is tried again')
        if (signal.aborted) return
        await waitUntil(Date.now() + noteAgainMs, signal)
      }
    }
  }

  private async attempt(
    { alert: { webhook } }: AlertState,
    delivery: Delivery,
    signal: AbortSignal
  ): Promise<Attempt> {
    try {
      const status = await post(webhook, delivery, { allowPrivate: this.options.allowPrivate, signal })
      if (status >= 200 && status < 300) return { kind: 'accepted' }
      if (status === GONE) return { kind: 'gone' }
      return { kind: 'failed', reason: `The receiver answered ${status}.` }
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  }

  /** The alert after an attempt with the first of what it has to post. */
  private after(state: AlertState, delivery: Delivery, attempt: Attempt): AlertState {
    const { counts } = state
    const others = state.pending.filter(({ id }) => id !== delivery.id)
    if (attempt.kind === 'gone') return { ...state, pending: [], isGone: true }
    if (attempt.kind === 'accepted') {
      const lastDeliveredAt = new Date().toISOString()
      return {
        ...state,
        pending: others,
        counts: { delivered: counts.delivered + 1, failed: counts.failed, lastDeliveredAt }
      }
    }
    const delay = this.delaysMs[delivery.attempts]
    if (delay === undefined)
      return {
        ...state,
        pending: others,
        counts: { ...counts, failed: counts.failed + 1, lastError: attempt.reason }
      }
    const later = { ...delivery, attempts: delivery.attempts + 1, notBefore: Date.now() + delay }
    return { ...state, pending: [later, ...others], counts: { ...counts, lastError: attempt.reason } }
  }
}

/** Ends at a time, in milliseconds since 1970, or when the signal says so. */
const waitUntil = (time: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wait = time - Date.now()
    if (wait <= 0 || signal.aborted) {
      resolve()
      return
    }
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, wait).unref()
    signal.addEventListener('abort', end)
  })
