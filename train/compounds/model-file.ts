import { COMPOUND_FORMAT, type CompoundModelHeader } from '../../src/analysis/compounds/compound-model.js'
import { frontCode } from '../shared/front-coding.js'
import { sealModel } from '../shared/model-container.js'

/** What goes into a model's file. */
export interface ModelContents {
  readonly lexicon: ReadonlyMap<string, number>
  readonly exceptions: ReadonlyMap<string, number>
  readonly weights: Float32Array
}

/** The file's bytes; `decodeCompoundModel` describes them. */
export const encodeModel = ({ lexicon, exceptions, weights }: ModelContents): Buffer => {
  const { values, unit } = quantise(weights)
  const sections = [encodeStrings(lexicon), encodeStrings(exceptions)] as const
  const header: CompoundModelHeader = {
    format: COMPOUND_FORMAT,
    lexicon: { strings: lexicon.size, letters: sections[0].letters },
    exceptions: { strings: exceptions.size, letters: sections[1].letters },
    unit
  }
  return sealModel(header, [sections[0].bytes, sections[1].bytes, Buffer.from(values.buffer)])
}

/** Whole numbers from -127 to 127; the few larger weights are cut off. */
export const quantise = (weights: Float32Array): { values: Int8Array; unit: number } => {
  const sizes = weights
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort()
  const unit = sizes[Math.floor(sizes.length * 0.9995)]! / 127
  const values = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))))
  return { values, unit }
}

const encodeStrings = (strings: ReadonlyMap<string, number>): { bytes: Buffer; letters: number } => {
  const sorted = [...strings.keys()].sort()
  const letters = frontCode(sorted)
  const low = Uint8Array.from(sorted, (word) => strings.get(word)! & 255)
  const high = Uint8Array.from(sorted, (word) => strings.get(word)! >> 8)
  return { bytes: Buffer.concat([letters, low, high]), letters: letters.length }
}
