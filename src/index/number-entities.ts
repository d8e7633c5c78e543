import type { Evidence } from '../entities/catalogue/evidence.js'
import type { Identities } from '../entities/catalogue/identities.js'
import { entityId } from '../entities/catalogue/name-key.js'
import { sortInSlices } from './sort-in-slices.js'

/** Entities by dense numbers. */
export interface NumberedEntities {
  /** By entity: the name that stands for its names. */
  readonly heads: Uint32Array
  readonly mentionCounts: Uint32Array
  /** By name: its entity, -1 for none. */
  readonly entityOf: Int32Array
}

/** Numbers the entities that are mentioned, those with most mentions first, equal ones by id. Lets other work run meanwhile. */
export const numberEntities = async (
  evidence: Evidence,
  { heads, types }: Identities
): Promise<NumberedEntities> => {
  const sums = new Uint32Array(heads.length)
  heads.forEach((head, name) => {
    if (head >= 0) sums[head]! += evidence.mentions(name)
  })
  const mentioned = Array.from(sums.keys()).filter((head) => sums[head]! > 0)
  const idOf = (i: number): string => entityId(types[mentioned[i]!]!, evidence.texts.text(mentioned[i]!))
  const order = await sortInSlices(
    mentioned.length,
    (a, b) => sums[mentioned[b]!]! - sums[mentioned[a]!]! || (idOf(a) < idOf(b) ? -1 : 1)
  )
  const sorted = order.map((i) => mentioned[i]!)
  const numbers = new Int32Array(heads.length).fill(-1)
  sorted.forEach((head, entity) => (numbers[head] = entity))
  return {
    heads: sorted,
    mentionCounts: sorted.map((head) => sums[head]!),
    entityOf: heads.map((head) => (head >= 0 ? numbers[head]! : -1))
  }
}
