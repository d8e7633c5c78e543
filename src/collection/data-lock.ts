import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Another process keeps its index in the folder. */
export class DataLockedError extends Error {
  override readonly name = 'DataLockedError'
}

const FILE = 'lock'

interface Holder {
  readonly pid: number
  readonly host: string
}

/**
 * Makes a folder for an index this process's own. The lock of a process that is no more is taken over.
 *
 * @returns gives it up
 * @throws {DataLockedError} where another process has it
 */
export const lockData = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true })
  const path = join(folder, FILE)
  const own: Holder = { pid: process.pid, host: hostname() }
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(JSON.stringify(own))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = await holderOf(path)
      if (attempt > 0 || isAlive(holder, own)) throw lockedError(folder, path, holder)
      await rm(path, { force: true })
    }
  }
}

const holderOf = async (path: string): Promise<Holder | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** Of a process on another machine that is not known; it had better be asked. */
const isAlive = (holder: Holder | undefined, own: Holder): boolean => {
  if (holder === undefined || (holder.host === own.host && holder.pid === own.pid)) return false
  if (holder.host !== own.host) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const lockedError = (folder: string, path: string, holder: Holder | undefined): DataLockedError =>
  new DataLockedError(
    `The folder "${folder}" is in use by process ${holder?.pid ?? '?'} on ${holder?.host ?? 'this machine'}: set DATA_DIR ` +
      `to another folder or to none, or, where that process is no more, remove ${path}.`
  )
