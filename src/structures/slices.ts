import { setImmediate } from 'node:timers/promises'

/** How long indexing may keep other work waiting, in milliseconds. */
const SLICE = 20

/**
 * When other work is to run next, in this thread: one step after the other takes from the same slice, however many
 * there are. Over at first, as nobody knows for how long what is going on has been.
 */
let end = 0

/** Long work in slices, so that requests are answered meanwhile: `if (slices.isOver) await slices.next()`. */
export class Slices {
  get isOver(): boolean {
    return performance.now() >= end
  }

  /** Lets other work run. */
  async next(): Promise<void> {
    await setImmediate()
    end = performance.now() + SLICE
  }
}
