import { gzipSync } from 'node:zlib'

/** A model file as `openModel` reads it. The same bytes every time. */
export const sealModel = (header: object, body: readonly Uint8Array[]): Buffer =>
  gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...body]), { level: 9 })
