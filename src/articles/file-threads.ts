import { leastBusy, WorkerThread, workerFile } from '../threads/worker-thread.js'
import { sizeOf, type ArticleFile } from './folder/article-file.js'
import { problem, type FileContents, type FileEvent, type FilesToRead } from './read-file.js'
import type { FileWork } from './file-worker.js'

/** Files that a thread is sent at a time, and how many bytes they have together. A larger one comes in parts. */
const BATCH = { files: 64, bytes: 500_000 }
/** Batches that are read before they are asked for, by thread: bounds what waits in memory. */
const AHEAD = 2
type Thread = WorkerThread<FileWork>

/** Threads that read files: many small ones side by side, a large one as a stream. */
export class FileThreads {
  private readonly batches: readonly (readonly ArticleFile[])[]
  private readonly threads: Thread[]

  /** @param most fewer are started where there is little to read */
  constructor(
    private readonly work: FilesToRead,
    most: number
  ) {
    this.batches = batchesOf(work.files)
    const count = Math.min(most, Math.ceil(this.batches.length / AHEAD))
    this.threads = Array.from({ length: count }, () => this.start())
  }

  /** Each file in its order. Ends the threads, also where whoever reads stops early. */
  async *read(): AsyncGenerator<FileContents, void> {
    const asked: (Promise<readonly (readonly FileEvent[])[]> | undefined)[] = []
    try {
      for (const [at, files] of this.batches.entries()) {
        for (; asked.length < at + AHEAD * this.threads.length && asked.length < this.batches.length;)
          asked.push(this.ask(this.batches[asked.length]!))
        // Where the thread ended, each of its files is read by itself: one of them may be why.
        const read = await asked[at]?.catch(() => undefined)
        asked[at] = undefined
        for (const [index, file] of files.entries())
          yield { file, events: read?.[index] ?? this.readInParts(file) }
      }
    } finally {
      await Promise.all(this.threads.map((thread) => thread.stop()))
    }
  }

  /** Undefined for a large file, whose parts are asked for when it is its turn. */
  private ask(files: readonly ArticleFile[]): Promise<readonly (readonly FileEvent[])[]> | undefined {
    if (files.length === 1 && isLarge(files[0]!)) return undefined
    const answer = this.thread().ask({ kind: 'files', files })
    const read = answer.then((found) => ('files' in found ? found.files : []))
    // Whoever awaits it is told; until then it is no fault that nobody does.
    read.catch(() => undefined)
    return read
  }

  private async *readInParts(file: ArticleFile): AsyncGenerator<FileEvent, void> {
    const thread = this.thread()
    try {
      let next = thread.ask({ kind: 'parts', file })
      for (;;) {
        const part = await next
        if ('files' in part) return
        if (!part.isLast) next = thread.ask({ kind: 'more' })
        yield* part.events
        if (part.isLast) return
      }
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined
      const why = cause instanceof Error ? cause.message : 'it ended early'
      yield problem({
        file: file.path,
        reason: `The thread that read the file ended (${why}): split the file`
      })
    }
  }

  /** The one that has least to do; one that has ended is replaced. */
  private thread(): Thread {
    for (const [at, thread] of this.threads.entries()) if (thread.hasEnded) this.threads[at] = this.start()
    return leastBusy(this.threads)
  }

  private start(): Thread {
    const { folder, names } = this.work
    const source = workerFile('file-worker', import.meta.url)
    return new WorkerThread(source, { does: 'reads files', data: { folder, names } })
  }
}

const isLarge = (file: ArticleFile): boolean => sizeOf(file) > BATCH.bytes

/** A large file is by itself. */
const batchesOf = (files: readonly ArticleFile[]): readonly (readonly ArticleFile[])[] => {
  const batches: ArticleFile[][] = []
  let bytes = Infinity
  for (const file of files) {
    const last = batches.at(-1)
    const size = isLarge(file) ? Infinity : sizeOf(file)
    if (last === undefined || last.length === BATCH.files || bytes + size > BATCH.bytes) {
      batches.push([file])
      bytes = size
    } else {
      last.push(file)
      bytes += size
    }
  }
  return batches
}
