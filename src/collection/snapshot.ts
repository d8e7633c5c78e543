import { createHash } from 'node:crypto'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ignored } from '../articles/article.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import type { GenerationTables } from '../segment/generation.js'
import { removeUnfinished, writeFileAtomically } from './atomic-file.js'
import type { FileRecord } from './file-records.js'
import { writeFailure } from './write-failure.js'
import { SerialQueue } from '../structures/serial-queue.js'
import { FORMAT_BYTES, isOfOtherFormat } from '../structures/table-bytes.js'
import { readTableFile, writeTableFile } from '../structures/table-file.js'

/** A whole generation, with what the collection tells beside it. */
export interface Snapshot {
  /** The generation's name without annotations. */
  readonly name: string
  readonly generation: GenerationTables
  readonly annotations: AnnotationTables
  /** Names what the annotations are made by. */
  readonly annotationVersion: string
  readonly ignored: Ignored
  /** What each file held. */
  readonly files: Iterable<readonly [path: string, record: FileRecord]>
}

/** Names the error also where another thread has met it. */
export const OUTDATED_SNAPSHOT = 'OutdatedSnapshotError'

/** There is a snapshot, but it cannot be used; the message says why. */
class SnapshotError extends Error {
  override readonly name = 'SnapshotError'
}

/** The snapshot is of another format, other versions or other names of facts: what it is for has changed. */
export class OutdatedSnapshotError extends Error {
  override readonly name = OUTDATED_SNAPSHOT

  constructor() {
    super(
      'The index that was kept is of another version, other models or other names of facts: the articles are read again'
    )
  }
}

/** What is stored beside the tables, as JSON. */
interface StoredRecord {
  readonly key: string
  readonly name: string
  readonly annotationVersion: string
  readonly ignored: { readonly files: [string, number][]; readonly keys: [string, number][] }
  readonly files: (readonly [string, FileRecord])[]
}

interface StoredTables {
  readonly record: Uint8Array
  readonly generation: GenerationTables
  readonly annotations: AnnotationTables
}

const FILE = 'snapshot.tables'

/**
 * The latest generation of a collection in a file, so that a restart reads it instead of the articles. It is written
 * beside the one before and takes its place when it is whole and synced, so a crash leaves one or the other. What is
 * read is checked to the last bit before it is used.
 */
export class SnapshotFile {
  private readonly queue = new SerialQueue()

  /** @param folder is made where it is missing; other files in it are left alone */
  constructor(readonly folder: string) {}

  /**
   * @param key names all that the generation was made of
   * @returns undefined where there is none
   * @throws {SnapshotError} where the file cannot be read or is damaged
   * @throws {OutdatedSnapshotError} where it has another key, or another format: whether it is sound is not asked then
   */
  async read(key: string): Promise<Snapshot | undefined> {
    let file: FileHandle | undefined
    try {
      file = await open(join(this.folder, FILE))
      const { buffer } = await file.read(Buffer.alloc(FORMAT_BYTES), 0, FORMAT_BYTES, 0)
      if (isOfOtherFormat(buffer)) throw new OutdatedSnapshotError()
      const { record: bytes, generation, annotations } = await readTableFile<StoredTables>(file)
      const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as StoredRecord
      const { name, annotationVersion, files } = record
      if (record.key !== key) throw new OutdatedSnapshotError()
      const ignored = { files: new Map(record.ignored.files), keys: new Map(record.ignored.keys) }
      return { name, generation, annotations, annotationVersion, ignored, files }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      if (error instanceof OutdatedSnapshotError) throw error
      const why = error instanceof Error ? error.message : String(error)
      throw new SnapshotError(`The snapshot ${join(this.folder, FILE)} cannot be used: ${why}`, {
        cause: error
      })
    } finally {
      await file?.close()
    }
  }

  /** The same file for a rebuild, which reads all articles: it is written, and reading it finds nothing. */
  writeOnly(): Pick<SnapshotFile, 'read' | 'write'> {
    return {
      read: () => Promise.resolve(undefined),
      write: (key, snapshot) => this.write(key, snapshot)
    }
  }

  /**
   * Lets other work run meanwhile.
   *
   * @throws {SnapshotError} where the folder cannot be written to, or is full; the snapshot before is still there
   */
  write(key: string, snapshot: Snapshot): Promise<void> {
    return this.queue.run(() => this.writeNow(key, snapshot))
  }

  private async writeNow(
    key: string,
    { generation, annotations, ignored, files, ...facts }: Snapshot
  ): Promise<void> {
    const record: StoredRecord = {
      key,
      ...facts,
      ignored: { files: [...ignored.files], keys: [...ignored.keys] },
      files: [...files]
    }
    try {
      await mkdir(this.folder, { recursive: true })
      await removeUnfinished(this.folder)
      const tables: StoredTables = { record: Buffer.from(JSON.stringify(record)), generation, annotations }
      await writeFileAtomically(join(this.folder, FILE), (file) => writeTableFile(file, tables))
    } catch (error) {
      const message = `The index cannot be kept in the folder "${this.folder}", as ${writeFailure(error)}.`
      throw new SnapshotError(message, { cause: error })
    }
  }
}

/** A name for all that a generation is made of. */
export const snapshotKey = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
