import { GZIP_RATIO, type ArticleFile } from './folder/article-file.js'
import { formatNamed } from './formats/formats.js'
import { readArticleFile, type FileContents, type FilesToRead } from './read-file.js'
import { FileThreads } from './file-threads.js'

/** A file that takes longer would hold up other work here, in milliseconds. */
const LONG_MS = 30
/** In milliseconds: threads take about as long to start. */
const LITTLE_MS = 100
/** What opening a file takes, in milliseconds. */
const OPENING_MS = 0.15

/**
 * Reads files as `readArticleFile` does, in their order: a few small ones here, else in threads, so that other work
 * goes on meanwhile, however large they are.
 */
export async function* readFiles(work: FilesToRead): AsyncGenerator<FileContents, void> {
  const { folder, files, names } = work
  const times = files.map(expectedMs)
  if (Math.max(...times, 0) > LONG_MS || times.reduce((sum, ms) => sum + ms, 0) > LITTLE_MS) {
    yield* new FileThreads(work).read()
    return
  }
  for (const file of files) yield { file, events: readArticleFile(folder, file, names) }
}

/** About how long it takes to read a file, in milliseconds. */
const expectedMs = ({ form, size, gzipped }: ArticleFile): number =>
  OPENING_MS + (size / 1e6) * formatNamed(form).msPerMegabyte * (gzipped ? GZIP_RATIO : 1)
