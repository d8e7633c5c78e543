import { SerialQueue } from '../structures/serial-queue.js'
import type { LoadObserver } from './load-observer.js'
import type { Snapshot, SnapshotFile } from './snapshot.js'

/** Reads and writes the snapshots of a collection. A failure is reported, and all else goes on. */
export class CollectionSnapshots {
  private readonly queue = new SerialQueue()

  /** @param file absent: nothing is read or written */
  constructor(
    private readonly file: Pick<SnapshotFile, 'read' | 'write'> | undefined,
    private readonly observer: LoadObserver
  ) {}

  /** @returns undefined where there is no snapshot, or none that can be used */
  async read(key: string): Promise<Snapshot | undefined> {
    try {
      return await this.file?.read(key)
    } catch (error) {
      this.observer.snapshotFailed?.(error)
      return undefined
    }
  }

  /**
   * Writes a snapshot after the one that is being written.
   *
   * @param latest makes the snapshot when it is to be written; undefined where it is not complete, and is not written
   */
  write(key: string, latest: () => Snapshot | undefined): Promise<void> {
    return this.queue.run(() => this.writeNow(key, latest))
  }

  /** Ends when no snapshot is being written. */
  whenIdle(): Promise<void> {
    return this.queue.whenIdle()
  }

  private async writeNow(key: string, latest: () => Snapshot | undefined): Promise<void> {
    const { file, observer } = this
    const snapshot = file === undefined ? undefined : latest()
    if (file === undefined || snapshot === undefined) return
    try {
      await file.write(key, snapshot)
      observer.snapshotWritten?.()
    } catch (error) {
      observer.snapshotFailed?.(error)
    }
  }
}
