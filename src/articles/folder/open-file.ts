import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, type TransformOptions } from 'node:stream'
import { isMainThread } from 'node:worker_threads'
import { createGunzip, type ZlibOptions } from 'node:zlib'
import type { FactNames } from '../facts/fact-names.js'
import { MAX_ARTICLE_BYTES, tooLarge, type OpenFile } from '../formats/format.js'
import type { ArticleFile } from './article-file.js'

/** A file of the folder as its format reads it. */
export const openFile = (
  folder: string,
  { path, name, gzipped }: ArticleFile,
  names: FactNames
): OpenFile => {
  const place = join(folder, path)
  const chunks = (): AsyncIterable<Buffer> =>
    gzipped ? pipeline(fileBytes(place), createGunzip(EAGER), leaveErrorToReader) : fileBytes(place)
  const bytes = async (): Promise<Uint8Array> => {
    if (gzipped) return joinChunks(chunks())
    return isMainThread ? readWhole(place) : readWholeAtOnce(place)
  }
  return { name, names, chunks, bytes }
}

const readWhole = async (place: string): Promise<Uint8Array> => {
  if ((await stat(place)).size > MAX_ARTICLE_BYTES) throw tooLarge()
  return readFile(place)
}

/** In a thread that does nothing else: to wait for the disk takes a third of the time there. */
const readWholeAtOnce = (place: string): Uint8Array => {
  const file = openSync(place, 'r')
  try {
    if (fstatSync(file).size > MAX_ARTICLE_BYTES) throw tooLarge()
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>
}

/** No more is held than an article may have. */
const joinChunks = async (chunks: AsyncIterable<Buffer>): Promise<Uint8Array> => {
  const held: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > MAX_ARTICLE_BYTES) throw tooLarge()
    held.push(chunk)
  }
  return Buffer.concat(held)
}

/**
 * An error destroys a stream together with what nobody has read from it yet. With a high-water mark of one byte, each
 * chunk is read to its end before the next one goes in, and so before the end that turns out to be too early.
 */
const EAGER: ZlibOptions & TransformOptions = { highWaterMark: 1 }

/** `pipeline` requires a callback. An error is thrown to whoever reads the stream. */
const leaveErrorToReader = (): void => undefined
