import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { FEATURE_SLOTS } from './boundary-features.js'
import type { BoundaryWeights } from './boundary-scorer.js'
import { decodeHashes } from './front-coding.js'
import { PartLexicon } from './part-lexicon.js'

/** What a compound splitter has learned. */
export interface CompoundModel {
  /** Facts about strings that may be parts. */
  readonly lexicon: PartLexicon
  /** Words that the weights get wrong: one more than the boundary, so 1 for a word that stays whole. */
  readonly exceptions: PartLexicon
  readonly weights: BoundaryWeights
}

/** First line of the file. */
export interface CompoundModelHeader {
  /** `COMPOUND_FORMAT`, or the file is of another version. */
  readonly format: string
  /** Number of strings, and bytes of their front-coded letters, in the lexicon and in the exceptions. */
  readonly lexicon: StringsHeader
  readonly exceptions: StringsHeader
  /** What a weight of 1 is worth. */
  readonly unit: number
}

interface StringsHeader {
  readonly strings: number
  readonly letters: number
}

export const COMPOUND_FORMAT = 'nyhetssok-compounds-1'

/**
 * Reads a model as `train/compounds/compounds.ts` writes it, gzipped: a line of JSON; the lexicon; the exceptions; one byte for each weight.
 * A lexicon is its front-coded strings, then the low bytes of all their values, then the high bytes.
 */
export const readCompoundModel = (file: string): CompoundModel =>
  parseCompoundModel(gunzipSync(readFileSync(file)))

export const parseCompoundModel = (bytes: Uint8Array): CompoundModel => {
  const body = bytes.indexOf(10) + 1
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, body))) as CompoundModelHeader
  if (header.format !== COMPOUND_FORMAT) throw new Error(`Not a compound model of format ${COMPOUND_FORMAT}`)
  const exceptions = body + sectionSize(header.lexicon)
  const weights = exceptions + sectionSize(header.exceptions)
  return {
    lexicon: parseLexicon(bytes.subarray(body, exceptions), header.lexicon),
    exceptions: parseLexicon(bytes.subarray(exceptions, weights), header.exceptions),
    weights: { values: Int8Array.from(bytes.subarray(weights, weights + FEATURE_SLOTS)), unit: header.unit }
  }
}

const sectionSize = ({ strings, letters }: StringsHeader): number => letters + 2 * strings

const parseLexicon = (bytes: Uint8Array, { strings, letters }: StringsHeader): PartLexicon => {
  const lexicon = new PartLexicon(strings)
  decodeHashes(bytes.subarray(0, letters), (hash, i) => {
    lexicon.set(hash, bytes[letters + i]! | (bytes[letters + strings + i]! << 8))
  })
  return lexicon
}
