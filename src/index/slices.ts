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

/** Runs work that yields often, and lets other work run between. */
export const inSlices = async <T>(steps: Generator<undefined, T>): Promise<T> => {
  const slices = new Slices()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (slices.isOver) await slices.next()
  }
}
