import { gunzipSync } from 'node:zlib'

/** An opened model file: what its header says, and the bytes that the header describes. */
interface ModelContainer<Header> {
  readonly header: Header
  readonly body: Buffer
}

/**
 * Opens a model file: gzip of a line of JSON (the header), then bytes. `train/shared/model-container.ts` makes them.
 *
 * @throws {Error} where it is no gzip or has no header
 */
export const openModel = <Header>(file: Uint8Array): ModelContainer<Header> => {
  const bytes = gunzipSync(file)
  const start = bytes.indexOf(0x0a) + 1
  return { header: JSON.parse(bytes.toString('utf8', 0, start)) as Header, body: bytes.subarray(start) }
}

/** A copy of bytes as numbers from −128 to 127, so that the rest of the file can be freed. */
export const signedBytes = ({ buffer, byteOffset, length }: Uint8Array): Int8Array =>
  new Int8Array(buffer, byteOffset, length).slice()
