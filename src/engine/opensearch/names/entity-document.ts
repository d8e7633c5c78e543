import type { ConfidenceCounts } from './confidence-counts.js'
import type { EntityType } from '../../../entities/entity-type.js'

/**
 * Someone or something that the articles name, by the annotations of all of them. It has the keys of its names, which
 * articles are found by, so that no article changes when two names turn out to be of one entity.
 */
export interface EntityDocument {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** Its other forms, the most frequent first. */
  readonly aliases: readonly string[]
  /** The keys of its names: see `nameKey`. */
  readonly keys: readonly string[]
  /** The slugs of its names. */
  readonly slugs: readonly string[]
  /** The same from each of their words on, with a hyphen at the end: `paul-chaffey-`, `chaffey-`. */
  readonly words: readonly string[]
  /** Names that are sure to be its own, see `listSureNames`; and their slugs. */
  readonly sureNames: readonly string[]
  readonly sureSlugs: readonly string[]
  /** Its place among names: see `collationKey`. */
  readonly collationKey: string
  readonly mentions: number
  readonly credits: number
  readonly articles: number
  readonly quotes: number
  /** The same by confidence: see `encodeCounts`. */
  readonly byConfidence: ConfidenceCounts
  /** Its roles, with how often it has each. */
  readonly roles: readonly RoleCount[]
}

export interface RoleCount {
  readonly text: string
  /** In hundredths. */
  readonly confidence: number
  readonly count: number
}
