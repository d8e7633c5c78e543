import { ADVERBS, FINITE, NOBODY, PARTIES, PREPOSITIONS } from './function-words.js'
import type { Name, Names } from './names.js'
import type { Prose } from './prose.js'
import { isDefinite, isRole, roleOf } from './roles.js'

/** A text and the names in it. */
export interface Scene {
  readonly prose: Prose
  readonly names: Names
}

/** The phrase that tells who speaks, before it is known whom it means; tokens from `from`, up to and not with `to`. */
export type Source = { readonly from: number; readonly to: number } & (
  { readonly kind: 'name'; readonly name: Name } | { readonly kind: 'pronoun' | 'noun' | 'nobody' }
)

const PRONOUN = /^(?:han|hun|ho)$/
/** Between the words of one phrase, with `arbeids- og velferdsdirektør`. */
const INSIDE = /^(?:,?\s+|-\s)$/
const END = /^(?:til|som|son|at|når|mens|medan|fordi|men|før|og|om|hvis)$/
/** Longer phrases are not looked through. */
const LONGEST = 16

const isNoun = (word: string): boolean =>
  isDefinite(word) || PARTIES.has(word) || roleOf(word) !== undefined || /-åringen$/.test(word)

/**
 * The subject that begins at a token, after its verb.
 *
 *     sier | han     sa | direktør i KS, Kari Moe     opplyser | politiet     sier | en av dem (nobody)
 *
 * Undefined where no subject does: `sier | ja`.
 */
export const sourceAfter = (scene: Scene, start: number, limit: number): Source | undefined => {
  const { prose, names } = scene
  let from = start
  while (from < limit && from < start + 2 && /^(?:også|òg|videre|vidare|så|da|då|nå|no|altså)$/.test(prose.word(from)) && prose.follows(from)) from++ // prettier-ignore
  if (from >= limit || !prose.follows(from)) return undefined
  const word = prose.word(from)
  if (PRONOUN.test(word)) return { kind: 'pronoun', from, to: from + 1 }
  const named = names.at(from)
  if (named?.isPerson) return personSource(scene, named)
  const isOwner = named === undefined || prose.word(named.to - 1).endsWith('s')
  const phrase = isOwner ? namedPhrase(scene, from, limit) : undefined
  if (phrase !== undefined) return phrase
  if (named !== undefined) return organisationSource(prose, named, limit)
  if (NOBODY.has(word)) return { kind: 'nobody', from, to: from + 1 }
  if (isNoun(word)) return { kind: 'noun', from, to: from + 1 }
  return isRole(word) ? { kind: 'nobody', from, to: from + 1 } : undefined
}

/** The person; nobody where two speak: `Kari Moe (22) og Per Lie`. */
const personSource = ({ prose, names }: Scene, name: Name): Source => {
  const and = /^\d+$/.test(prose.word(name.to)) ? name.to + 1 : name.to
  const isPair = prose.word(and) === 'og' && names.at(and + 1)?.isPerson === true
  return isPair ? { kind: 'nobody', from: name.from, to: names.at(and + 1)!.to } : nameSource(name)
}

export const nameSource = (name: Name): Source => ({ kind: 'name', name, from: name.from, to: name.to })

/** What the name of an organisation ends with, in small letters: `Oslo kommune`, `Nordland tingrett`. */
const KIND =
  /(?:kommune|distrikt|universitet|tingrett|lagmannsrett|sykehus|sjukehus|departement|forbund|byrå|råd|vesen|tilsyn|institutt|skole|skule|forening|lag|bank|verk|etat|parti|ambassade)$/

/** The organisation: `Oslo kommune`, `Russlands utenriksdepartement`, `Helse- og omsorgsdepartementet`, or `Labour-lederen`. */
const organisationSource = (prose: Prose, name: Name, limit: number): Source => {
  const { from, to } = name
  if (/^-\s/.test(prose.gap(to)) && prose.word(to) === 'og') return { kind: 'noun', from, to: to + 2 }
  if (roleOf(prose.word(to - 1)) !== undefined) return { kind: 'noun', from, to }
  if (to >= limit || !prose.follows(to) || prose.isCapital(to)) return nameSource(name)
  const isLast = to + 1 >= limit || /^[.,:;]/.test(prose.gap(to + 1))
  const belongs = KIND.test(prose.word(to)) || (isLast && !isOutside(prose.word(to)))
  return belongs ? { kind: 'noun', from, to: to + 1 } : nameSource(name)
}

/** The organisation as the subject of a verb; nobody where it is only the beginning of a longer name. */
const organisationBefore = (prose: Prose, name: Name, verb: number): Source => {
  const source = organisationSource(prose, name, verb)
  const { from, to } = source
  const goesOn = to < verb && prose.follows(to) && !prose.isCapital(to) && !isOutside(prose.word(to))
  if (!goesOn) return source
  return prose.word(to - 1).endsWith('s') ? { kind: 'noun', from, to: to + 1 } : { kind: 'nobody', from, to }
}

const isOutside = (word: string): boolean =>
  PREPOSITIONS.has(word) ||
  ADVERBS.has(word) ||
  FINITE.has(word) ||
  /^(?:og|at|som|men|har|ikke|ikkje|å)$/.test(word)

/** `statssekretær i KMD, Paul Chaffey` → `Paul Chaffey`: the first name that is not governed by a preposition. */
const namedPhrase = ({ prose, names }: Scene, from: number, limit: number): Source | undefined => {
  const end = Math.min(limit, from + LONGEST)
  let at = from
  while (at < end) {
    if (
      at > from &&
      (!INSIDE.test(prose.gap(at)) ||
        FINITE.has(prose.word(at)) ||
        (END.test(prose.word(at)) && prose.word(at) !== 'og'))
    )
      return undefined
    const name = names.at(at)
    if (name !== undefined && at > from && isHead(prose, name)) return personSource({ prose, names }, name)
    at = name?.to ?? at + 1
  }
  return undefined
}

/** A person, not after a preposition; an organisation where a definite noun announces it: `selskapet Vy`. */
const isHead = (prose: Prose, { from, isPerson }: Name): boolean => {
  const before = prose.word(from - 1)
  if (!isPerson) return prose.follows(from) && isDefinite(before) && !prose.isCapital(from - 1)
  return !(prose.follows(from) && PREPOSITIONS.has(before))
}

/**
 * The subject of the verb at `verb` in a clause that begins at `from`: the first name that is not governed by a
 * preposition. Undefined where the clause begins with something else and its subject is to come: `I går sa …`.
 */
export const sourceBefore = (scene: Scene, from: number, verb: number): Source | undefined => {
  const { prose, names } = scene
  const last = prose.word(verb - 1)
  if (verb <= from) return undefined
  if (PRONOUN.test(last)) return { kind: 'pronoun', from: verb - 1, to: verb }
  const first = prose.word(from)
  if (PRONOUN.test(first)) return { kind: 'pronoun', from, to: from + 1 }
  if (PREPOSITIONS.has(first) || (ADVERBS.has(first) && names.at(from) === undefined)) return undefined
  let organisation: Name | undefined
  for (let at = from; at < Math.min(verb, from + LONGEST); at++) {
    const name = names.at(at)
    if (name === undefined || (at > from && !isHead(prose, name))) continue
    if (name.isPerson) return personSource(scene, name)
    if (at <= from + 2) organisation ??= name
  }
  if (verb === from + 2 && first.endsWith('s') && prose.follows(from + 1))
    return { kind: 'noun', from, to: verb }
  if (organisation !== undefined) return organisationBefore(prose, organisation, verb)
  if (NOBODY.has(first)) return { kind: 'nobody', from, to: from + 1 }
  return isNoun(first) ? { kind: 'noun', from, to: from + 1 } : { kind: 'nobody', from, to: verb }
}
