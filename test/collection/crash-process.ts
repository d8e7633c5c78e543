import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FromChild, ToChild } from './crash-child.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TRANSLATED = 'build/tests/test/collection/crash-child.js'
const SOURCE = 'test/collection/crash-child.ts'

export interface CrashOptions {
  /** Files that it writes hold so many blocks (of 512 or 1024 bytes) at most. */
  readonly fileBlocks?: number
}

/** `crash-child.ts` in a process of its own, as it is or translated, as the test runs. */
export const startChild = ({ fileBlocks }: CrashOptions = {}): ChildProcess => {
  const isTranslated = extname(process.argv[1]!) === '.js'
  const args = isTranslated ? [join(ROOT, TRANSLATED)] : [...process.execArgv, join(ROOT, SOURCE)]
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
