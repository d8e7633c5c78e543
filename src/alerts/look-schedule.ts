import type { Engine } from '../engine/engine.js'

/** How long, in milliseconds, until it is asked again whether names are known. */
const NAMES_AGAIN_MS = 1000
/** How long after a look that failed another one begins, in milliseconds. */
const FAILED_AGAIN_MS = 60_000

export interface LookScheduleOptions {
  readonly engine: Engine
  /** Default: a minute. */
  readonly failedAgainMs?: number
  /** Looks at all alerts. @returns did it look at all, and no look failed? */
  readonly lookAtAll: (generation: string) => Promise<boolean>
}

/**
 * When alerts are looked at: once a generation serves whose names are known, or cannot be; one look after another, and
 * again where one failed.
 */
export class LookSchedule {
  private looking: Promise<void> | undefined
  private again: NodeJS.Timeout | undefined
  private isDue = false
  private endListening: () => void = () => undefined
  private closed = false

  constructor(private readonly options: LookScheduleOptions) {}

  get isClosed(): boolean {
    return this.closed
  }

  start(): void {
    this.endListening = this.options.engine.onChange(() => {
      this.look()
    })
    this.look()
  }

  /** Begins a look at the generation that serves now, or lets one follow that is under way. */
  look(): void {
    this.isDue = true
    this.looking ??= this.lookWhileDue().finally(() => {
      this.looking = undefined
      // What changed after the last look had ended, and before this was called.
      if (this.isDue && !this.closed) this.look()
    })
  }

  /** Ends when no look is under way. */
  async settled(): Promise<void> {
    while (this.looking !== undefined) await this.looking
  }

  /** Ends when the look that is under way has; there is none from then on. */
  async close(): Promise<void> {
    this.closed = true
    this.endListening()
    clearTimeout(this.again)
    await this.settled()
  }

  private async lookWhileDue(): Promise<void> {
    const { engine, lookAtAll, failedAgainMs = FAILED_AGAIN_MS } = this.options
    // Who serves a generation says a moment later whether its names are known.
    await Promise.resolve()
    while (this.isDue && !this.closed) {
      this.isDue = false
      const { generation, status } = engine
      if (generation === undefined) return
      // Without names a query may find less. That they are known, or failed, is told nobody.
      if (status.names === 'waiting' || status.names === 'reading') this.lookIn(NAMES_AGAIN_MS)
      else if (!(await lookAtAll(generation))) this.lookIn(failedAgainMs)
    }
  }

  private lookIn(ms: number): void {
    if (this.isClosed) return
    clearTimeout(this.again)
    this.again = setTimeout(() => {
      this.look()
    }, ms).unref()
  }
}
