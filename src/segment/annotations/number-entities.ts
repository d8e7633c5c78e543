import type { NameEvidence } from '../../entities/catalogue/name-evidence.js'
import type { Identities } from '../../entities/catalogue/identities.js'
import { formatId } from '../../entities/name-key.js'

/** Entities by dense numbers. */
export interface NumberedEntities {
  /** By entity: the name that stands for its names. */
  readonly heads: Uint32Array
  readonly mentionCounts: Uint32Array
  /** By name: its entity, -1 for none. */
  readonly entityOf: Int32Array
}

/** Numbers the entities that are mentioned, those with most mentions first, equal ones by id. */
export const numberEntities = (evidence: NameEvidence, { heads, types }: Identities): NumberedEntities => {
  const sums = new Uint32Array(heads.length)
  heads.forEach((head, name) => {
    if (head >= 0) sums[head]! += evidence.mentions(name)
  })
  const idOf = (head: number): string => formatId(types[head]!, evidence.texts.text(head))
  const sorted = Uint32Array.from(sums.keys())
    .filter((head) => sums[head]! > 0)
    .sort((a, b) => sums[b]! - sums[a]! || (idOf(a) < idOf(b) ? -1 : 1))
  const numbers = new Int32Array(heads.length).fill(-1)
  sorted.forEach((head, entity) => (numbers[head] = entity))
  return {
    heads: sorted,
    mentionCounts: sorted.map((head) => sums[head]!),
    entityOf: heads.map((head) => (head >= 0 ? numbers[head]! : -1))
  }
}
