import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'
import { constants } from 'node:zlib'

/** Smaller answers stay as they are, in bytes. */
const THRESHOLD = 1024

/** Brotli's own default, 11, takes longer than the search. */
const BROTLI_QUALITY = 4

/** Compresses answers as the client likes best. Bodies of requests are not inflated here. */
export const addCompression = async (app: FastifyInstance): Promise<void> => {
  await app.register(compress, {
    threshold: THRESHOLD,
    encodings: ['br', 'gzip', 'deflate'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    globalDecompression: false
  })
}
