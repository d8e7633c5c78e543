import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArticleFile } from './article-file.js'

/** Files that are read at the same time: a disk, and the threads that wait for it, do several things at once. */
const AHEAD = 16
/** Larger files are read when their turn comes, so that little is held. */
const SMALL_BYTES = 256 * 1024

/** The content of a file that was read early; undefined where it was not. */
export type EarlyBytes = Promise<Buffer | undefined>

/**
 * The files of a list, each with its content, which is read while those before it are at work.
 *
 * @param files that lie in the folder
 */
export function* readAhead(
  folder: string,
  files: readonly ArticleFile[]
): Generator<{ readonly file: ArticleFile; readonly early: EarlyBytes }, void> {
  const reading: EarlyBytes[] = []
  for (const [at, file] of files.entries()) {
    while (reading.length < AHEAD && at + reading.length < files.length)
      reading.push(readSmall(folder, files[at + reading.length]!))
    yield { file, early: reading.shift()! }
  }
}

/** Never throws: who reads a file that cannot be read is told why. */
const readSmall = async (folder: string, { path, gzipped }: ArticleFile): EarlyBytes => {
  if (gzipped) return undefined
  try {
    const handle = await open(join(folder, path))
    try {
      const { size } = await handle.stat()
      return size > SMALL_BYTES ? undefined : await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch {
    return undefined
  }
}
