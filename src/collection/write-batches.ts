import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import type { SerialQueue } from '../structures/serial-queue.js'

/** A call of `write` that is not answered yet. */
interface PendingWrite {
  readonly changes: readonly ArticleChange[]
  readonly resolve: (outcomes: readonly ChangeOutcome[]) => void
  readonly reject: (error: Error) => void
}

/** Writes changes in batches: those that are requested before a batch begins are part of it. */
export class WriteBatches {
  private readonly pending: PendingWrite[] = []

  /** @param queue runs one batch after another, between its other tasks */
  constructor(
    private readonly queue: SerialQueue,
    private readonly writeBatch: (changes: readonly ArticleChange[]) => Promise<readonly ChangeOutcome[]>
  ) {}

  /** @throws the error of the batch */
  write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    return new Promise((resolve, reject) => {
      this.pending.push({ changes, resolve, reject })
      if (this.pending.length === 1) void this.queue.run(() => this.writePending())
    })
  }

  private async writePending(): Promise<void> {
    const writes = this.pending.splice(0)
    try {
      const outcomes = await this.writeBatch(writes.flatMap(({ changes }) => changes))
      let at = 0
      for (const { changes, resolve } of writes) resolve(outcomes.slice(at, (at += changes.length)))
    } catch (error) {
      for (const { reject } of writes) reject(error as Error)
    }
  }
}
