import { gunzipSync } from 'node:zlib'
import type { Transitions } from './chain.js'
import { LABEL_COUNT as L } from './labels.js'
import { CLUSTERINGS, type LexiconColumns } from './form-lexicon.js'
import { STATISTICS } from './form-facts.js'

/** What training has learned. Made by `train/entities/entities.ts`. */
export interface EntityModel {
  readonly lexicon: LexiconColumns
  /** Hashes of the features that are kept. */
  readonly features: Int32Array
  /** A row of `LABEL_COUNT` for each feature, and what 1 is worth. */
  readonly weights: Int8Array
  readonly unit: number
  readonly transitions: Transitions
  /** What is added to the weights where names are to be told as newsrooms count them, not as the treebank does. */
  readonly news: FeatureRows
}

export interface FeatureRows {
  readonly features: Int32Array
  readonly weights: Int8Array
}

export const ENTITY_FORMAT = 'nyhetssok-entities-3'

/**
 * The first line of a model file, as JSON padded to eight bytes. After it, in gzip, come arrays of numbers, the low
 * byte first: the transitions, the hashes of the features and of the lexicon's forms, the lexicon's columns of 32, 16
 * and 8 bits, the weights, those of one label after another; in the end the hashes and the weights for news.
 */
export interface EntityModelHeader {
  readonly format: string
  readonly forms: number
  readonly features: number
  readonly newsFeatures: number
  readonly unit: number
}

/**
 * Reads what `encodeEntityModel` in `train/entities/` writes.
 *
 * @param file bytes of a model file
 * @throws {Error} if they are not those of a whole model of this version
 */
export const decodeEntityModel = (file: Uint8Array): EntityModel => {
  const bytes = unzip(file)
  const start = bytes.indexOf(0x0a) + 1
  const { forms, features, newsFeatures, unit } = readHeader(bytes.toString('latin1', 0, start))
  const reader = new Reader(bytes, start)
  const transitions = {
    start: new Float64Array(reader.take(L * 8)),
    between: new Float64Array(reader.take(L * L * 8))
  }
  const keys = new Int32Array(reader.take(features * 4))
  const lexiconKeys = new Int32Array(reader.take(forms * 4))
  const lists = new Int32Array(reader.take(forms * 4))
  const words = (): Uint16Array => new Uint16Array(reader.take(forms * 2))
  const small = (): Uint8Array => new Uint8Array(reader.take(forms))
  const lexicon: LexiconColumns = {
    keys: lexiconKeys,
    clusters: Array.from({ length: CLUSTERINGS }, words),
    memory: words(),
    lists,
    counted: small(),
    statistics: STATISTICS.map(small)
  }
  const weights = rowsOf(new Int8Array(reader.take(features * L)))
  const news = {
    features: new Int32Array(reader.take(newsFeatures * 4)),
    weights: rowsOf(new Int8Array(reader.take(newsFeatures * L)))
  }
  reader.end()
  return { lexicon, features: keys, weights, unit, transitions, news }
}

/** Weights that stand label by label, as rows. */
const rowsOf = (columns: Int8Array): Int8Array => {
  const count = columns.length / L
  const rows = new Int8Array(columns.length)
  for (let label = 0; label < L; label++)
    for (let row = 0; row < count; row++) rows[row * L + label] = columns[label * count + row]!
  return rows
}

const unzip = (file: Uint8Array): Buffer => {
  try {
    return gunzipSync(file)
  } catch (error) {
    throw new Error('The entity model is not a gzip file, or a part of one.', { cause: error })
  }
}

const readHeader = (line: string): EntityModelHeader => {
  if (!line.startsWith(`{"format":"${ENTITY_FORMAT}"`))
    throw new Error(`The entity model is not of format ${ENTITY_FORMAT}.`)
  return JSON.parse(line) as EntityModelHeader
}

/** Cuts the bytes into arrays, each in memory of its own, as typed arrays ask. */
class Reader {
  constructor(
    private readonly bytes: Buffer,
    private at: number
  ) {}

  take(length: number): ArrayBuffer {
    const end = this.at + length
    if (end > this.bytes.length) throw new Error('The entity model is cut short.')
    const part = new Uint8Array(length)
    part.set(this.bytes.subarray(this.at, end))
    this.at = end
    return part.buffer
  }

  end(): void {
    if (this.at !== this.bytes.length) throw new Error('The entity model has more bytes than it says.')
  }
}
