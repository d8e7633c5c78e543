import type { GenerationParts } from '../../segment/generation.js'
import type { EngineErrorCode, Verb } from '../engine.js'

/** A question to a thread. */
export interface ThreadQuestion {
  readonly verb: Verb
  readonly request: unknown
  /** The generation that is to answer, one that the thread has been given. */
  readonly at: string
}

/** What a thread is told. Messages arrive in the order in which they are sent. */
export type ToThread =
  | { readonly kind: 'keep'; readonly name: string; readonly parts: GenerationParts }
  /** `bytes`: what no other generation shares with it. */
  | { readonly kind: 'drop'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'ask'; readonly question: ThreadQuestion }

/** Why a thread does not answer. */
export type ThreadFailure =
  | { readonly kind: 'refused'; readonly code: EngineErrorCode; readonly message: string }
  | { readonly kind: 'not-annotated' }
  | { readonly kind: 'failed'; readonly error: unknown }

/**
 * What a thread tells, one message a question, in order. An answer comes as JSON: a string is copied at once, an object
 * property by property.
 */
export type FromThread = { readonly json: string } | { readonly failure: ThreadFailure }
