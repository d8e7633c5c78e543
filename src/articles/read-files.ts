import { availableParallelism } from 'node:os'
import { sizeOf, type ArticleFile } from './folder/article-file.js'
import { msPerMegabyte } from './formats/format-names.js'
import { readArticleFile, type FileContents, type FilesToRead } from './read-file.js'
import { FileThreads } from './file-threads.js'

/** A file that takes longer would hold up other work here, in milliseconds. */
const LONG_MS = 30
/** In milliseconds: threads take about as long to start. */
const LITTLE_MS = 100
/** What opening a file takes, in milliseconds. */
const OPENING_MS = 0.15
/** What the analysis of a megabyte takes, in milliseconds of one core: `npm run bench:folder`. */
const ANALYSIS_MS_PER_MEGABYTE = 350
/** More threads would only wait for the one that takes what they read. */
const MOST_THREADS = 4

export interface ReadingOptions {
  /** Are the articles analysed at the same time, in threads as well? Reading then takes its share of the cores. */
  readonly besideAnalysis?: boolean
}

/**
 * Reads files as `readArticleFile` does, in their order: a few small ones here, else in threads, so that other work
 * goes on meanwhile, however large they are.
 */
export async function* readFiles(
  work: FilesToRead,
  options: ReadingOptions = {}
): AsyncGenerator<FileContents, void> {
  const { folder, files, names } = work
  let longest = 0
  let total = 0
  for (const file of files) {
    const ms = expectedMs(file)
    longest = Math.max(longest, ms)
    total += ms
  }
  if (longest > LONG_MS || total > LITTLE_MS) {
    yield* new FileThreads(work, threadsFor(work, total, options)).read()
    return
  }
  for (const file of files) yield { file, events: readArticleFile(folder, file, names) }
}

/** A thread that reads beside others costs its start, and the time until its code is fast. */
const threadsFor = (
  { files }: FilesToRead,
  readingMs: number,
  { besideAnalysis }: ReadingOptions
): number => {
  const cores = Math.min(MOST_THREADS, availableParallelism())
  if (besideAnalysis !== true) return cores
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
  const share = readingMs / (readingMs + (bytes / 1e6) * ANALYSIS_MS_PER_MEGABYTE)
  return Math.min(MOST_THREADS, Math.ceil(share * availableParallelism()))
}

/** About how long it takes to read a file, in milliseconds. */
const expectedMs = (file: ArticleFile): number =>
  OPENING_MS + (sizeOf(file) / 1e6) * msPerMegabyte(file.format)
