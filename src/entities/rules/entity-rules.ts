import type { z } from 'zod'
import type { EntityId } from '../name-key.js'
import type { RULES } from './rule-schemas.js'

/** What the user decides of entities, whatever the articles say. */
export type EntityRules = {
  readonly [Heading in keyof typeof RULES]: readonly z.output<(typeof RULES)[Heading]>[]
}

export type Heading = keyof EntityRules

/** A rule with what it stands under. */
export type Rule = {
  readonly [H in Heading]: { readonly heading: H; readonly rule: EntityRules[H][number] }
}[Heading]

export const NO_RULES: EntityRules = { merge: [], split: [], separate: [], rename: [], type: [], hide: [] }

/** The entities that rules name. */
export const idsOf = ({ merge, split, separate, rename, type, hide }: EntityRules): EntityId[] => [
  ...merge.flatMap(({ into, from }) => [into, ...from]),
  ...split.map(({ into }) => into),
  ...separate,
  ...[...rename, ...type].map(({ entity }) => entity),
  ...hide
]
