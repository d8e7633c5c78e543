import { ENTITY_TYPES } from '../entity-type.js'
import { idsOf } from '../rules/entity-rules.js'
import type { EntityCatalogue } from './entity-catalogue.js'
import type { NameEvidence } from './name-evidence.js'
import { NameForest } from './name-forest.js'
import { linkOf } from './link-rules.js'
import { nameKey, twinOf, type EntityId } from '../name-key.js'

/** Which names are one entity. */
export interface Identities {
  /** By name: the name that stands for all of the entity's; `NONE` for what is no name of anything that is served. */
  readonly heads: Int32Array
  /** By head: the number of the entity's type in `ENTITY_TYPES`. */
  readonly types: Uint8Array
}

const NONE = -1

/** Settles what every name means. */
export const identify = ({ evidence, rules }: EntityCatalogue): Identities => {
  const numberOf = ({ type, slug }: EntityId): number => evidence.texts.add(nameKey(type, slug))
  const named = idsOf(rules).map(numberOf)
  const separate = new Set(rules.separate.map(numberOf))
  const links = new NameForest(evidence.texts)
  for (let name = 0; name < evidence.texts.size; name++) {
    if (evidence.articles(name) > 0 && !separate.has(name)) links.set(name, linkOf(evidence, name))
  }
  for (const { into, from } of rules.merge) {
    for (const one of from) links.join(links.head(numberOf(one)), links.head(numberOf(into)))
  }
  const heads = new Int32Array(evidence.texts.size).fill(NONE)
  for (const name of named) heads[name] = links.head(name)
  for (let name = 0; name < heads.length; name++) {
    if (evidence.articles(name) + evidence.credits(name) > 0) heads[name] = links.head(name)
  }
  const types = commonTypes(evidence, heads)
  for (const { entity, type } of rules.type) types[heads[numberOf(entity)]!] = ENTITY_TYPES.indexOf(type)
  joinTwins(evidence, { heads, types })
  const hidden = new Set(rules.hide.map((id) => heads[numberOf(id)]!))
  return { heads: heads.map((head) => (hidden.has(head) ? NONE : head)), types }
}

/**
 * The type that most of the confidence in all mentions of an entity is in; of equal ones the first in the list of
 * types.
 */
const commonTypes = (evidence: NameEvidence, heads: Int32Array): Uint8Array => {
  const typeCount = ENTITY_TYPES.length
  const votes = new Float64Array(heads.length * typeCount)
  for (const [name, type, count] of evidence.types.entries()) {
    votes[heads[name]! * typeCount + type]! += count
  }
  const types = new Uint8Array(heads.length)
  for (let head = 0; head < heads.length; head++) {
    if (heads[head] !== head) continue
    const own = votes.subarray(head * typeCount, (head + 1) * typeCount)
    types[head] = own.indexOf(Math.max(...own))
  }
  return types
}

/** `n/berg` and `p/berg` are one where both turn out to be of one type, for they would have one id. */
const joinTwins = ({ texts }: NameEvidence, { heads, types }: Identities): void => {
  const joined = new Map<number, number>()
  for (let name = 0; name < heads.length; name++) {
    if (heads[name] !== name) continue
    const twin = texts.find(twinOf(texts.text(name)))
    const isOne = twin !== undefined && heads[twin] === twin && types[twin] === types[name]
    if (isOne && !joined.has(twin)) joined.set(name, twin)
  }
  heads.forEach((head, name) => (heads[name] = joined.get(head) ?? head))
}
