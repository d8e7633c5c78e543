import { openModel, signedBytes } from '../model-container.js'
import { FEATURE_SLOTS } from './boundary-features.js'
import type { BoundaryWeights } from './boundary-scorer.js'
import { PartLexicon } from './part-lexicon.js'
import { hashFrontCoded } from './rolling-hash.js'

/** What a compound splitter has learned. Made by `train/compounds/compounds.ts`. */
export interface CompoundModel {
  /** Facts about strings that may be parts. */
  readonly lexicon: PartLexicon
  /** Words that the weights get wrong: one more than the boundary, so 1 for a word that stays whole. */
  readonly exceptions: PartLexicon
  readonly weights: BoundaryWeights
}

/** The file's first line. */
export interface CompoundModelHeader {
  /** `COMPOUND_FORMAT`, or the file is of another version. */
  readonly format: string
  readonly lexicon: StringsHeader
  readonly exceptions: StringsHeader
  /** What a weight of 1 is worth. */
  readonly unit: number
}

/** Number of strings, and bytes of their front-coded letters. */
interface StringsHeader {
  readonly strings: number
  readonly letters: number
}

export const COMPOUND_FORMAT = 'nyhetssok-compounds-1'

/**
 * @param file a header; the lexicon; the exceptions; one byte for each weight. A lexicon is its front-coded strings,
 *   then the low bytes of all their values, then the high bytes.
 * @throws {Error} where it is of another format
 */
export const decodeCompoundModel = (file: Uint8Array): CompoundModel => {
  const { header, body } = openModel<CompoundModelHeader>(file)
  if (header.format !== COMPOUND_FORMAT) throw new Error(`Not a compound model of format ${COMPOUND_FORMAT}.`)
  const exceptions = sectionSize(header.lexicon)
  const weights = exceptions + sectionSize(header.exceptions)
  return {
    lexicon: decodeLexicon(body.subarray(0, exceptions), header.lexicon),
    exceptions: decodeLexicon(body.subarray(exceptions, weights), header.exceptions),
    weights: { values: signedBytes(body.subarray(weights, weights + FEATURE_SLOTS)), unit: header.unit }
  }
}

const sectionSize = ({ strings, letters }: StringsHeader): number => letters + 2 * strings

const decodeLexicon = (bytes: Uint8Array, { strings, letters }: StringsHeader): PartLexicon => {
  const lexicon = new PartLexicon(strings)
  hashFrontCoded(bytes.subarray(0, letters), (hash, i) => {
    lexicon.set(hash, bytes[letters + i]! | (bytes[letters + strings + i]! << 8))
  })
  return lexicon
}
