import { setImmediate as afterwards } from 'node:timers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** So many bytes may be held that nobody reads any more, where nothing else is said. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Tables in shared memory that a thread has dropped. V8 does not count shared memory as the thread's: to it a column of
 * 100 MB is an object of 100 bytes, so that a thread that makes few objects frees the column hours later or never. This
 * asks it to when much was dropped, once the thread has nothing else to do.
 */
export class DroppedTables {
  private bytes = 0

  /** @param most so many bytes may be held; the fewer, the more often the thread is held up */
  constructor(private readonly most = MOST_BYTES) {}

  add(bytes: number): void {
    this.bytes += bytes
    if (this.bytes < this.most) return
    this.bytes = 0
    afterwards(collectGarbage)
  }
}

let gc: (() => void) | undefined

/** Frees what this thread holds no more, shared memory too. */
export const collectGarbage = (): void => {
  gc ??= exposedGc()
  gc()
}

/**
 * Node has it only where it is started with a flag, or where the flag is set before a context is made. The flag is that
 * of all threads and stays set: one that cleared it might do so before another has made its context.
 */
const exposedGc = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
