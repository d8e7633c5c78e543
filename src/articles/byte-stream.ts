import { createReadStream } from 'node:fs'
import { pipeline, type TransformOptions } from 'node:stream'
import { createGunzip, type ZlibOptions } from 'node:zlib'

/**
 * The bytes of a file, unzipped where it is gzipped, as they come off the disk. Where a gzipped file is cut short,
 * all that can be unzipped is given before the error is thrown.
 */
export function byteStream(path: string, gzipped: boolean): AsyncIterable<Buffer> {
  return gzipped ? pipeline(fileBytes(path), createGunzip(EAGER), leftToReader) : fileBytes(path)
}

async function* fileBytes(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>
}

/**
 * An error destroys a stream together with what nobody has read from it yet. With a mark of one byte, each chunk
 * is read to its end before the next one goes in, and so before the end that turns out to be too early.
 */
const EAGER: ZlibOptions & TransformOptions = { highWaterMark: 1 }

/** `pipeline` insists on being told what to do at the end. An error is thrown to whoever reads the stream. */
function leftToReader(): void {
  return
}
