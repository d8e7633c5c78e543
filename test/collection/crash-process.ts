import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, extname, join } from 'node:path'
import type { FromChild, ToChild } from './crash-child.js'

export interface CrashOptions {
  /** Files that it writes hold so many blocks (of 512 or 1024 bytes) at most. */
  readonly fileBlocks?: number
}

/** `crash-child.ts` in a process of its own, as it is or translated, as the test runs. */
export const startChild = ({ fileBlocks }: CrashOptions = {}): ChildProcess => {
  const script = process.argv[1]!
  const child = join(dirname(script), `crash-child${extname(script)}`)
  const args = extname(script) === '.js' ? [child] : [...process.execArgv, child]
  // What tap has every process load takes as long as the rest, and writes files of its own.
  const shell = `unset NODE_OPTIONS; ${fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks};`} exec "$0" "$@"`
  return spawn('sh', ['-c', shell, process.execPath, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
}

/** Sends a message. @returns the answer @throws {Error} where the process ends before */
export const ask = async (child: ChildProcess, message: ToChild): Promise<FromChild> => {
  child.send(message)
  const [told] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
  if (typeof told !== 'object' || told === null) throw new Error('The process ended by itself.')
  return told as FromChild
}
