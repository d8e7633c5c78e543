import type { Name, Names } from './names.js'
import type { Prose } from '../prose.js'

/** A text and the names in it. */
export interface Scene {
  readonly prose: Prose
  readonly names: Names
}

/** The phrase that tells who speaks, before it is known whom it means; tokens from `from`, up to and not with `to`. */
export type SourcePhrase = { readonly from: number; readonly to: number } & (
  { readonly kind: 'name'; readonly name: Name } | { readonly kind: 'pronoun' | 'noun' | 'nobody' }
)
