import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FactNames } from './facts/fact-names.js'
import type { ArticleFile } from './folder/article-file.js'
import type { EarlyBytes } from './folder/read-ahead.js'
import { problem, readArticleFile, type FileEvent } from './read-file.js'

/** Files that are larger are read in a thread: parsing a page of 10 MB takes seconds. */
const LARGE_BYTES = 1_000_000

/** What the thread is started with. */
export interface FileToRead {
  readonly folder: string
  readonly file: ArticleFile
  readonly names: FactNames
}

/** What the thread answers each message with. */
export interface ReadEvents {
  readonly events: readonly FileEvent[]
  readonly isLast: boolean
}

/** Reads a file as `readArticleFile` does, and lets other work run meanwhile, however large the file is. */
export async function* readFileAside(
  folder: string,
  file: ArticleFile,
  names: FactNames,
  early?: EarlyBytes
): AsyncGenerator<FileEvent, void> {
  if ((await early) === undefined && (await sizeOf(join(folder, file.path))) > LARGE_BYTES)
    yield* readInThread({ folder, file, names })
  else yield* readArticleFile(folder, file, names, early)
}

/** 0 where there is no such file: who reads it is told why. */
const sizeOf = async (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0
  )

async function* readInThread(work: FileToRead): AsyncGenerator<FileEvent, void> {
  // The worker's file ends as this one does: `.js` when built, `.ts` where sources are run as they are.
  const source = new URL(`./file-worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(source, { workerData: work })
  const end = ended(worker)
  try {
    for (let isLast = false; !isLast;) {
      worker.postMessage('next')
      const [read] = (await Promise.race([once(worker, 'message'), end])) as [ReadEvents]
      yield* read.events
      isLast = read.isLast
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    yield problem({
      file: work.file.path,
      reason: `The thread that read the file ended (${why}): split the file`
    })
  } finally {
    await worker.terminate()
  }
}

/** @throws {Error} when the thread ends */
const ended = async (worker: Worker): Promise<never> => {
  await once(worker, 'exit')
  throw new Error('it ended early')
}
