import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeUnfinished, writeFileAtomically } from '../collection/atomic-file.js'
import { syncFolder } from '../collection/sync-folder.js'
import type { AlertState } from './alert.js'

const EXTENSION = '.json'

/** Only who runs the service reads them: they hold the keys that bodies are signed with. */
const MODE = 0o600
const FOLDER_MODE = 0o700

export interface ReadAlerts {
  readonly states: readonly AlertState[]
  /** Files that hold no alert, and why. They are left as they are. */
  readonly unread: readonly { readonly file: string; readonly error: unknown }[]
}

/** Alerts as files of a folder, each written beside its place, synced and moved there. Who writes one waits for it. */
export class AlertFiles {
  constructor(private readonly folder: string) {}

  /** @throws the system's error where the folder cannot be made or read */
  async read(): Promise<ReadAlerts> {
    await mkdir(this.folder, { recursive: true, mode: FOLDER_MODE })
    await removeUnfinished(this.folder)
    const states: AlertState[] = []
    const unread: { file: string; error: unknown }[] = []
    for (const name of (await readdir(this.folder)).sort()) {
      const file = join(this.folder, name)
      if (!name.endsWith(EXTENSION)) continue
      try {
        states.push(stateOf(JSON.parse(await readFile(file, 'utf8')), name))
      } catch (error) {
        unread.push({ file, error })
      }
    }
    return { states, unread }
  }

  /** Ends when it is gone. @throws the system's error where that fails */
  async remove(id: string): Promise<void> {
    await rm(this.place(id), { force: true })
    await syncFolder(this.folder)
  }

  /** Ends when it is on disk. @throws the system's error where that fails; what was there is still there */
  write(state: AlertState): Promise<void> {
    return writeFileAtomically(this.place(state.alert.id), (file) => file.writeFile(JSON.stringify(state)), {
      mode: MODE
    })
  }

  private place(id: string): string {
    return join(this.folder, `${id}${EXTENSION}`)
  }
}

/** @throws {Error} where it is none */
const stateOf = (stated: unknown, name: string): AlertState => {
  const state = stated as Partial<AlertState> | null
  const isWhole =
    state?.alert?.id === name.slice(0, -EXTENSION.length) &&
    typeof state.alert.webhook.secret === 'string' &&
    typeof state.seen === 'object' &&
    Array.isArray(state.found) &&
    Array.isArray(state.pending) &&
    typeof state.counts === 'object'
  if (!isWhole) throw new Error('It holds no alert.')
  return state as AlertState
}
