import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeUnfinished, writeFileAtomically } from '../collection/atomic-file.js'
import { syncFolder } from '../collection/sync-folder.js'
import type { AlertState, Delivery, Findings } from './alert.js'

const EXTENSION = '.json'
const PART = '.part'

/** Only who runs the service reads them: they hold the keys that bodies are signed with. */
const MODE = 0o600
const FOLDER_MODE = 0o700

/** What the file of an alert says. Its parts are named here, and count from then on. */
interface StoredAlert extends Pick<AlertState, 'alert' | 'counts' | 'isGone'> {
  /** The name of a part. */
  readonly findings: string
  /** The body of each is a part, with the delivery's id as its name. */
  readonly pending: readonly Omit<Delivery, 'body'>[]
}

/** `Findings` as JSON. */
interface StoredFindings extends Omit<Findings, 'seen'> {
  readonly seen: readonly (readonly [string, string])[]
}

/** An alert as it was kept before it had parts. */
interface AlertInOneFile extends Omit<AlertState, 'findings'>, Pick<Findings, 'found'> {
  readonly seen: Readonly<Record<string, string>>
}

export interface ReadAlerts {
  readonly states: readonly AlertState[]
  /** Files that hold no alert, and why. They are left as they are. */
  readonly unread: readonly { readonly file: string; readonly error: unknown }[]
}

/**
 * Alerts as files of a folder, each written beside its place, synced and moved there. What is large and does not change
 * at every attempt to post (the articles that an alert knows, and each body) is in parts: files beside that of the
 * alert, which are never written over.
 */
export class AlertFiles {
  /** By alert: the names of the parts that are on disk. */
  private readonly parts = new Map<string, Set<string>>()
  private readonly names = new WeakMap<Findings, string>()

  constructor(private readonly folder: string) {}

  /** @throws the system's error where the folder cannot be made or read */
  async read(): Promise<ReadAlerts> {
    await mkdir(this.folder, { recursive: true, mode: FOLDER_MODE })
    await removeUnfinished(this.folder)
    const states: AlertState[] = []
    const unread = new Map<string, { file: string; error: unknown }>()
    const files = (await readdir(this.folder)).sort()
    for (const file of files.filter((name) => name.endsWith(EXTENSION))) {
      const id = file.slice(0, -EXTENSION.length)
      try {
        states.push(await this.readAlert(id))
      } catch (error) {
        unread.set(id, { file: this.place(id), error })
      }
    }
    const isLeftOver = (name: string): boolean => {
      const [id = '', part = ''] = name.split('.')
      return name.endsWith(PART) && !unread.has(id) && this.parts.get(id)?.has(part) !== true
    }
    for (const name of files.filter(isLeftOver)) await rm(join(this.folder, name), { force: true })
    return { states, unread: [...unread.values()] }
  }

  /** Ends when it is gone. @throws the system's error where that fails */
  async remove(id: string): Promise<void> {
    await rm(this.place(id), { force: true })
    await syncFolder(this.folder)
    await this.removeParts(id, () => true)
    this.parts.delete(id)
  }

  /**
   * Ends when it is on disk. Who writes one waits for it before writing it again.
   *
   * @throws the system's error where that fails; what is there then is the alert as it was, or as it was to be
   */
  async write({ alert, findings, pending, counts, isGone }: AlertState): Promise<void> {
    const { id } = alert
    const name = this.names.get(findings) ?? randomBytes(12).toString('hex')
    this.names.set(findings, name)
    const parts = new Map([[name, () => JSON.stringify({ ...findings, seen: [...findings.seen] })]])
    for (const { id: part, body } of pending) parts.set(part, () => body)
    await this.writeParts(id, parts)
    const deliveries = pending.map(({ id: part, attempts, notBefore }) => ({ id: part, attempts, notBefore }))
    const stored: StoredAlert = { alert, findings: name, pending: deliveries, counts, isGone }
    await writeFileAtomically(this.place(id), (file) => file.writeFile(JSON.stringify(stored)), {
      mode: MODE
    })
    await this.removeParts(id, (part) => !parts.has(part))
  }

  /** Those that are not there yet. */
  private async writeParts(id: string, parts: ReadonlyMap<string, () => string>): Promise<void> {
    const there = this.parts.get(id) ?? new Set()
    this.parts.set(id, there)
    const missing = Array.from(parts).filter(([name]) => !there.has(name))
    for (const [name, text] of missing) {
      const options = { mode: MODE, syncsFolder: false }
      await writeFileAtomically(this.place(id, name), (file) => file.writeFile(text()), options)
      there.add(name)
    }
    // No alert is on disk that names a part which is not.
    if (missing.length > 0) await syncFolder(this.folder)
  }

  /** What cannot be removed now is at the next start. */
  private async removeParts(id: string, isOver: (name: string) => boolean): Promise<void> {
    const there = this.parts.get(id) ?? new Set()
    for (const name of Array.from(there).filter(isOver)) {
      await rm(this.place(id, name), { force: true }).catch(() => undefined)
      there.delete(name)
    }
  }

  /** @throws {Error} where there is none, or not all of it */
  private async readAlert(id: string): Promise<AlertState> {
    const stored = JSON.parse(await readFile(this.place(id), 'utf8')) as StoredAlert | AlertInOneFile | null
    if (!isWhole(stored, id)) throw new Error('It holds no alert.')
    if ('seen' in stored) return inParts(stored)
    const { findings: name, pending: deliveries, ...rest } = stored
    const { seen, ...others } = JSON.parse(await this.readPart(id, name)) as StoredFindings
    const findings = { ...others, seen: new Map(seen) }
    const pending: Delivery[] = []
    for (const delivery of deliveries)
      pending.push({ ...delivery, body: await this.readPart(id, delivery.id) })
    this.names.set(findings, name)
    this.parts.set(id, new Set([name, ...deliveries.map((delivery) => delivery.id)]))
    return { ...rest, findings, pending }
  }

  private readPart(id: string, name: string): Promise<string> {
    return readFile(this.place(id, name), 'utf8')
  }

  private place(id: string, part?: string): string {
    return join(this.folder, part === undefined ? `${id}${EXTENSION}` : `${id}.${part}${PART}`)
  }
}

const isWhole = <S extends StoredAlert | AlertInOneFile>(stored: S | null, id: string): stored is S =>
  stored?.alert.id === id &&
  typeof stored.alert.webhook.secret === 'string' &&
  Array.isArray(stored.pending) &&
  typeof stored.counts === 'object'

const inParts = ({ seen, found, ...rest }: AlertInOneFile): AlertState => ({
  ...rest,
  findings: { seen: new Map(Object.entries(seen)), found }
})
