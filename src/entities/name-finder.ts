import type { Reading } from '../analysis/text/reading.js'
import type { Span } from '../structures/span.js'
import type { EntityType } from './entity-type.js'

/** A name that stands in a text. Offsets are UTF-16 code units into the text. */
export interface RecognisedMention extends Span {
  readonly type: EntityType
  /** 0–1, how sure it is that just this is a name of this type. */
  readonly confidence: number
}

/** Finds the names of a text, in order and without overlap. A pure function: the same text, the same mentions. */
export type NameFinder = (text: string, reading: Reading) => readonly RecognisedMention[]
