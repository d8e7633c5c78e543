import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '../user-error.js'
import { writeFailure } from './write-failure.js'

/** Another process keeps its index in the folder. */
export class DataLockedError extends UserError {
  override readonly name = 'DataLockedError'
}

/** The folder cannot be written to; the message says how to fix it. */
export class DataFolderError extends UserError {
  override readonly name = 'DataFolderError'
}

export interface LockOptions {
  /** The one who has the lock writes its time so often, in milliseconds. */
  readonly beatMs?: number
  /** A lock of a process that cannot be asked is left over where its time stands still so long, in milliseconds. */
  readonly patienceMs?: number
  /** Is told whose lock is watched for that time. */
  readonly waiting?: (holder: Holder) => void
}

/** Who has a lock. */
export interface Holder {
  readonly pid: number
  readonly host: string
  /** Tells this lock from any other. */
  readonly token: string
  /** Tells the process from another one that has its number later; absent where the system does not tell. */
  readonly run?: string | undefined
}

const FILE = 'lock'
const BEAT_MS = 2000
/** Indexing may hold the thread that beats for a second or two. */
const PATIENCE_MS = 15_000
/** Between two looks at the time of a lock, in milliseconds. */
const LOOK_MS = 20
/** A lock that is being written is whole after so many milliseconds. */
const WRITING_MS = 500
/** Who takes over a lock looks so much later whether another one did too, in milliseconds. */
const SECOND_LOOK_MS = 50

/**
 * Makes a folder for an index this process's own. A lock that a killed process has left is taken over: at once where it
 * ran on this machine; where it ran on another one, or in another container, when its time has stood still for a while.
 *
 * @returns gives it up
 * @throws {DataLockedError} where another process has it
 * @throws {DataFolderError} where the folder cannot be written to
 */
export const lockData = async (folder: string, options: LockOptions = {}): Promise<() => Promise<void>> => {
  const path = join(folder, FILE)
  const own: Holder = { pid: process.pid, host: hostname(), token: randomUUID(), run: await runOf('self') }
  try {
    await mkdir(folder, { recursive: true })
    if (!(await create(path, own))) {
      const holder = await holderOf(path)
      if (await isAlive(path, { holder, own, options })) throw lockedError(folder, path, holder)
      await rm(path, { force: true })
      const isCreated = await create(path, own)
      await sleep(SECOND_LOOK_MS)
      const now = await holderOf(path)
      if (!isCreated || now?.token !== own.token) throw lockedError(folder, path, now)
    }
  } catch (error) {
    if (error instanceof DataLockedError) throw error
    const reason = `The index cannot be kept in the folder "${folder}", as ${writeFailure(error)}`
    throw new DataFolderError(`${reason}, or set DATA_DIR to another folder or to none.`, { cause: error })
  }
  const beat = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, options.beatMs ?? BEAT_MS).unref()
  return async () => {
    clearInterval(beat)
    if ((await holderOf(path))?.token === own.token) await rm(path, { force: true })
  }
}

/** @returns false where there is one already */
const create = async (path: string, own: Holder): Promise<boolean> => {
  try {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(JSON.stringify(own))
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Undefined where nobody's name is in the lock: who wrote it was killed, or the disk was full. */
const holderOf = async (path: string): Promise<Holder | undefined> => {
  for (const start = performance.now(); performance.now() - start < WRITING_MS;) {
    try {
      return JSON.parse(await readFile(path, 'utf8')) as Holder
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      await sleep(SECOND_LOOK_MS)
    }
  }
  return undefined
}

interface Question {
  readonly holder: Holder | undefined
  readonly own: Holder
  readonly options: LockOptions
}

const isAlive = async (path: string, { holder, own, options }: Question): Promise<boolean> => {
  if (holder === undefined) return false
  if (holder.host !== own.host) {
    options.waiting?.(holder)
    return beats(path, options.patienceMs ?? PATIENCE_MS)
  }
  // In a container every process has the number that the one before it had.
  if (holder.pid === own.pid) return holder.run !== undefined && holder.run === own.run
  const run = await runOf(holder.pid)
  if (run !== undefined && holder.run !== undefined) return run === holder.run
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Does the time of a file go on? Clocks of two machines are not compared. */
const beats = async (path: string, patienceMs: number): Promise<boolean> => {
  const time = async (): Promise<number | undefined> => (await stat(path).catch(() => undefined))?.mtimeMs
  const before = await time()
  for (const start = performance.now(); performance.now() - start < patienceMs;) {
    await sleep(LOOK_MS)
    const now = await time()
    if (now === undefined) return false
    if (now !== before) return true
  }
  return false
}

/** The boot of the machine and when the process started in it, as Linux tells: its number alone comes again. */
const runOf = async (pid: number | 'self'): Promise<string | undefined> => {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const facts = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the process, in parentheses, may hold spaces; the start is the twentieth field behind it.
    return `${boot.trim()} ${facts.slice(facts.lastIndexOf(')') + 2).split(' ')[19]!}`
  } catch {
    return undefined
  }
}

const lockedError = (folder: string, path: string, holder: Holder | undefined): DataLockedError =>
  new DataLockedError(
    `The folder "${folder}" is in use by process ${holder?.pid ?? '?'} on ${holder?.host ?? 'this machine'}: set DATA_DIR ` +
      `to another folder or to none, or, if that process no longer runs, remove ${path}.`
  )
