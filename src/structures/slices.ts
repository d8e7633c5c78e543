import { setImmediate } from 'node:timers/promises'

/** How long indexing may keep other work waiting, in milliseconds. */
const SLICE = 20

/** Long work in slices, so that requests are answered meanwhile: `if (slices.isOver) await slices.next()`. */
export class Slices {
  private end = performance.now() + SLICE

  get isOver(): boolean {
    return performance.now() >= this.end
  }

  /** Lets other work run. */
  async next(): Promise<void> {
    await setImmediate()
    this.end = performance.now() + SLICE
  }
}
