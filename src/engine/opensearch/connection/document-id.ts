import { createHash } from 'node:crypto'

/** Bytes of an id in OpenSearch, less what a hash needs. */
const LONGEST_ID = 400

/** The id of a document: the name itself, or of one that is too long its hash. */
export const documentId = (name: string): string =>
  Buffer.byteLength(name) <= LONGEST_ID ? name : `#${createHash('sha256').update(name).digest('base64url')}`
