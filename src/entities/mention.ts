import type { Reading } from '../analysis/text/reading.js'
import type { Span } from '../structures/span.js'
import type { EntityType } from './entity-type.js'

// A mention is a place where a text names somebody or something. It goes through four forms: recognised in the text,
// resolved within its article, stored in the columns of a generation (`StoredMention`), served with ids
// (`EntityMention`).

/** A name that was found in a text. Offsets are UTF-16 code units: `text.slice(start, end)` is what was written. */
export interface RecognisedMention<Type = EntityType> extends Span {
  readonly type: Type
  /** 0–1: how sure it is that just this is a name of this type. */
  readonly confidence: number
}

/** Finds the names of a text, in order and without overlap. A pure function: the same text, the same mentions. */
export type NameFinder = (text: string, reading: Reading) => readonly RecognisedMention[]

/** A mention with the name that it holds, before it is known whom that means. */
export interface NamedMention extends RecognisedMention {
  /** The name that stands there, in the nominative. */
  readonly name: string
}

/** A mention whose meaning within its article is settled. */
export interface ResolvedMention extends NamedMention {
  /** Index into the article's entities. */
  readonly entity: number
  /** Several may be meant, and `entity` is none of them. */
  readonly isGuess?: true
  /** Where the text says what the person is. */
  readonly role?: Span
  /** Only says who made the article or its pictures. */
  readonly credit?: true
}
