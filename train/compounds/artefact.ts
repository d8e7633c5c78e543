import { type CompoundModel, decodeCompoundModel } from '../../src/analysis/compounds/compound-model.js'
import { createSplitter } from '../../src/analysis/compounds/splitter.js'
import { isEncodable } from '../shared/front-coding.js'
import type { TrainedModel } from './model.js'
import { encodeModel } from './model-file.js'
import { packCounts } from './parts.js'

/** A model as it is written, and as it is read again. */
export interface Artefact {
  readonly file: Buffer
  readonly model: CompoundModel
  readonly strings: number
  readonly exceptions: number
}

/**
 * Words of the training that the model still gets wrong go into the file as exceptions, and names that it is not sure
 * of.
 */
export const makeArtefact = ({ parts, weights, words }: TrainedModel, names: readonly string[]): Artefact => {
  const lexicon = new Map(
    [...parts].filter(([part]) => isEncodable(part)).map(([part, counts]) => [part, packCounts(counts)])
  )
  const encode = (exceptions: ReadonlyMap<string, number>): Buffer =>
    encodeModel({ lexicon, exceptions, weights })
  const plain = decodeCompoundModel(encode(new Map()))
  const split = createSplitter(plain)
  const exceptions = new Map<string, number>()
  for (const { word, boundary } of words) {
    if (word.length < 6 || !isEncodable(word) || PREFIX.test(word.slice(0, boundary))) continue
    const found = split(word)
    const isRight = boundary === 0 ? found.length === 0 : found.some(({ start }) => start === boundary)
    if (!isRight) exceptions.set(word, boundary + 1)
  }
  const splitIfSure = createSplitter(plain, { threshold: SURE_OF_NAME })
  for (const name of names)
    if (isEncodable(name) && split(name).length > 0 && splitIfSure(name).length === 0) exceptions.set(name, 1)
  const file = encode(exceptions)
  return { file, model: decodeCompoundModel(file), strings: lexicon.size, exceptions: exceptions.size }
}

/** Names that are surer compounds than this are split as other words: `utenriksdepartementet`. */
const SURE_OF_NAME = 3.5
/** Derivations are left to the weights and to `isEstablishedDerivation`. */
const PREFIX = /^(an|be|er|for|fore|gjen|mis|re|sam|u|unn|van|ved)$/
