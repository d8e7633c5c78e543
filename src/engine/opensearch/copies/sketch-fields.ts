import type { ReadArticle } from '../../../segment/read-article.js'
import { sketchOf, SKETCH_SIZE } from '../../../structures/min-hash.js'

/** What articles that are nearly the same text are found by. */
export interface SketchFields {
  /** `SKETCH_SIZE` numbers of 32 bits, the lowest byte first, in base64: see `sketchOf`. */
  readonly sketch: string
  /** Its values by their places; none for a text without words. */
  readonly bands: readonly string[]
}

export const sketchFields = ({ text }: ReadArticle): SketchFields => {
  const sketch = sketchOf(text.tokens.map(({ word }) => word))
  return { sketch: encodeSketch(sketch), bands: bandsOf(sketch) }
}

/** No two places have a value in common. */
export const bandsOf = (sketch: Uint32Array): string[] =>
  sketch[0] === 0 ? [] : Array.from(sketch, (value, place) => `${place.toString(36)}.${value.toString(36)}`)

const BYTES = 4

const encodeSketch = (sketch: Uint32Array): string => {
  const bytes = Buffer.alloc(BYTES * SKETCH_SIZE)
  sketch.forEach((value, place) => bytes.writeUInt32LE(value, BYTES * place))
  return bytes.toString('base64')
}

/** @param encoded as `sketchFields` made it */
export const decodeSketch = (encoded: string): Uint32Array => {
  const bytes = Buffer.from(encoded, 'base64')
  return Uint32Array.from({ length: SKETCH_SIZE }, (_, place) => bytes.readUInt32LE(BYTES * place))
}
