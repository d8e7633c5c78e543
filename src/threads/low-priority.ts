import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Of `nice`: a third of the time of a thread that is not so, where both want the same core. */
const NICENESS = 5

/**
 * Gives this thread a lower priority than those that answer requests, for where there are not cores for all. Linux
 * alone has priorities of threads; elsewhere this does nothing.
 */
export const lowerPriority = (): void => {
  if (process.platform !== 'linux') return
  try {
    // `<process>/task/<thread>`
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, NICENESS)
  } catch {
    // It runs as all others do.
  }
}
