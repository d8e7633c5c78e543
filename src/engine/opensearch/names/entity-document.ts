import type { SureCounts } from './sure-counts.js'
import type { EntityType } from '../../../entities/entity-type.js'

/**
 * Someone or something that the articles name, as all of them together tell. It has the names that articles are found
 * by, so that no article changes when two names turn out to be one's.
 */
export interface EntityDocument {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** How else it is written, the most frequent first. */
  readonly aliases: readonly string[]
  /** The keys of its names: see `nameKey`. */
  readonly keys: readonly string[]
  /** The slugs that it is found by. */
  readonly slugs: readonly string[]
  /** The same from each of their words on, with a hyphen at the end: `paul-chaffey-`, `chaffey-`. */
  readonly words: readonly string[]
  /** Names that are sure to be its own, see `listSureNames`; and their slugs. */
  readonly sureNames: readonly string[]
  readonly sureSlugs: readonly string[]
  /** Its place among names: see `letterOrder`. */
  readonly order: string
  readonly mentions: number
  readonly credits: number
  readonly articles: number
  readonly quotes: number
  /** The same by confidence; see `encodeCounts`. */
  readonly surely: SureCounts
  /** What it is called, with how often at which confidence in hundredths. */
  readonly roles: readonly RoleCount[]
}

export interface RoleCount {
  readonly text: string
  readonly sure: number
  readonly count: number
}
