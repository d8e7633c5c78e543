import { ADVERBS, ANONYMOUS, FINITE, PARTIES, PREPOSITIONS, isDefinite } from '../words/function-words.js'
import type { Name, Names } from './names.js'
import type { Prose } from '../prose.js'
import { isRole, roleOf } from '../../entities/role-nouns.js'
import { announcesSpeech } from '../words/speech-verbs.js'
import { wordSet } from '../../structures/word-list.js'

const PRONOUN = /^(?:han|hun|ho|ham|henne|hennar)$/
/** Between the words of one phrase, with `arbeids- og velferdsdirektør`. */
const INSIDE = /^(?:,?\s+|-\s)$/
const END = /^(?:til|som|son|at|når|mens|medan|fordi|men|før|om|hvis)$/
/** Between a verb and its subject: `sier også Kari Moe`. */
const SMALL = /^(?:også|òg|videre|vidare|så|da|då|nå|no|altså)$/
/** What is said, not who says it: `nevnte noe`. */
const OBJECT = /^(?:det|dette|noe|noko|et|eit|ingenting|alt)$/
/** Longer phrases are not looked through. */
const LONGEST = 16

const isNoun = (word: string): boolean =>
  isDefinite(word) || PARTIES.has(word) || roleOf(word) !== undefined || word.endsWith('-åringen')

/**
 * The subject that begins at a token, after its verb.
 *
 *     sier | han     sa | direktør i KS, Kari Moe     opplyser | politiet     sier | en av dem (nobody)
 *
 * Undefined where no subject does: `sier | ja`.
 */
export const sourceAfter = (scene: Scene, start: number, limit: number): SourcePhrase | undefined => {
  const { prose, names } = scene
  const from = SMALL.test(prose.word(start)) && prose.follows(start) ? start + 1 : start
  if (from >= limit || !prose.follows(from)) return undefined
  if (PRONOUN.test(prose.word(from))) return { kind: 'pronoun', from, to: from + 1 }
  if (OBJECT.test(prose.word(from)) && articlePhrase(prose, from, limit) === undefined) return undefined
  const named = names.at(from)
  if (named?.isPerson) return personAfter(scene, named, limit)
  const mayOwn = named === undefined || prose.word(named.to - 1).endsWith('s')
  const phrase = mayOwn ? namedPhrase(scene, from, limit) : undefined
  return phrase ?? (named ? organisationSource(prose, named, limit) : wordSource(prose, from))
}

/** Where a phrase ends that begins with an article: `det tyrkiske nyhetsbyrået` | Anadolu. */
const articlePhrase = (prose: Prose, from: number, limit: number): number | undefined => {
  for (let at = from + 1; at < Math.min(limit, from + 4) && prose.follows(at); at++) {
    if (isDefinite(prose.word(at)) && !prose.word(at).endsWith('e') && at > from + 1) return at + 1
    if (!/^\p{Ll}{3,}[ea]$/u.test(prose.word(at))) return undefined
  }
  return undefined
}

/** The person at a token, or who the phrase that begins with an owner leads to: `Per Dahls advokat, Kari Moe`. */
const personAfter = (scene: Scene, named: Name, limit: number): SourcePhrase => {
  if (!isOwner(scene.prose, named)) return personSource(scene, named)
  const { from, to } = named
  return namedPhrase(scene, from, limit) ?? { kind: 'nobody', from, to: to + 1 }
}

/** `Unge | Venstre-lederen`: a title that a name of two words begins. */
const isLongTitle = (prose: Prose, from: number): boolean =>
  prose.isCapital(from) &&
  prose.isCapital(from + 1) &&
  prose.follows(from + 1) &&
  prose.word(from + 1).includes('-') &&
  roleOf(prose.word(from + 1)) !== undefined

/** One word that tells who speaks: `politiet`; or that somebody does: `noen`, `advokat`. */
const wordSource = (prose: Prose, from: number): SourcePhrase | undefined => {
  const word = prose.word(from)
  const span = { from, to: from + 1 }
  const end = /^(?:den|det|de|dei)$/.test(word) ? articlePhrase(prose, from, prose.length) : undefined
  if (end !== undefined) return { kind: 'noun', from, to: end }
  if (isLongTitle(prose, from)) return { kind: 'noun', from, to: from + 2 }
  if (ANONYMOUS.has(word)) return { kind: 'nobody', ...span }
  if (isNoun(word)) return { kind: 'noun', ...span }
  return isRole(word) ? { kind: 'nobody', ...span } : undefined
}

/** `statssekretær i KMD, Paul Chaffey` → `Paul Chaffey`: the first name that is not governed by a preposition. */
const namedPhrase = ({ prose, names }: Scene, from: number, limit: number): SourcePhrase | undefined => {
  const end = Math.min(limit, from + LONGEST)
  let at = from
  while (at < end) {
    if (at > from && (!INSIDE.test(prose.gap(at)) || END.test(prose.word(at)) || FINITE.has(prose.word(at))))
      return undefined
    if (prose.gap(at).startsWith(',') && announcesSpeech(prose.word(at))) return undefined
    const name = names.at(at)
    if (name !== undefined && at > from && isHead(prose, name)) return personSource({ prose, names }, name)
    at = name?.to ?? at + 1
  }
  return undefined
}

/** `avisen | The Independent`, `Avisen |` first in its sentence, `italienske | Rai News` */
const announcesName = (prose: Prose, token: number): boolean => {
  const word = prose.word(token)
  const isFirst = token === 0 || /[.!?:»”"\n]/.test(prose.gap(token))
  if (prose.isCapital(token) && !isFirst) return false
  return isDefinite(word) || /^\p{Ll}{3,}ske$/u.test(word)
}

/**
 * A person, not after a preposition nor one who owns what follows; an organisation where a definite noun announces it:
 * `selskapet Vy`.
 */
const isHead = (prose: Prose, name: Name): boolean => {
  const { from, isPerson } = name
  const before = prose.word(from - 1)
  if (isPerson && isOwner(prose, name)) return false
  if (!isPerson) return prose.follows(from) && announcesName(prose, from - 1)
  return !(prose.follows(from) && PREPOSITIONS.has(before))
}

/**
 * The subject of the verb at `verb` in a clause that begins at `from`: the first name that is not governed by a
 * preposition. Undefined where the clause begins with something else and its subject is to come: `I går sa …`.
 */
export const sourceBefore = (scene: Scene, from: number, verb: number): SourcePhrase | undefined => {
  const { prose } = scene
  if (verb <= from) return undefined
  const pronoun = [verb - 1, from].find((at) => PRONOUN.test(prose.word(at)))
  if (pronoun !== undefined) return { kind: 'pronoun', from: pronoun, to: pronoun + 1 }
  if (/^(?:de|dei)$/.test(prose.word(verb - 1))) return { kind: 'nobody', from: verb - 1, to: verb }
  if (isToCome(scene, from)) return undefined
  if (hasOtherVerb(prose, from, verb)) return { kind: 'nobody', from, to: verb }
  const name = subjectName(scene, from, verb)
  if (name?.isPerson) return personSource(scene, name)
  if (verb === from + 2 && prose.word(from).endsWith('s') && prose.follows(from + 1))
    return { kind: 'noun', from, to: verb }
  if (name !== undefined) return organisationBefore(prose, name, verb)
  return wordSource(prose, from) ?? { kind: 'nobody', from, to: verb }
}

/** Does a clause begin with something else than its subject: `I går`, `Men nå`? Not `Tidligere statsråd Kari Moe`. */
const isToCome = ({ prose, names }: Scene, from: number): boolean => {
  const first = prose.word(from)
  if (/^(?:men|og|for)$/.test(first) && ADVERBS.has(prose.word(from + 1))) return true
  if (/^tid(?:ligere|legare)$/.test(first) && isRole(prose.word(from + 1))) return false
  return (PREPOSITIONS.has(first) || ADVERBS.has(first)) && names.at(from) === undefined // Per Lie sier
}

/**
 * `Paret er glade og vennene deres | sier`: the subject is not the one that the sentence begins with. It is in
 * `Paret er glade og | sier`, and after a relative clause.
 */
const hasOtherVerb = (prose: Prose, from: number, verb: number): boolean => {
  if (/^(?:og|men)$/.test(prose.word(verb - 1)) || !prose.follows(verb)) return false
  for (let at = from + 1; at < Math.min(verb, from + LONGEST); at++)
    if (FINITE.has(prose.word(at))) return true
  return false
}

/** The first person, or else an organisation that the clause begins with. */
const subjectName = ({ prose, names }: Scene, from: number, verb: number): Name | undefined => {
  let organisation: Name | undefined
  for (let at = from; at < Math.min(verb, from + LONGEST); at++) {
    const name = names.at(at)
    if (name === undefined || (at > from && !isHead(prose, name))) continue
    if (name.isPerson && isOwner(prose, name)) continue
    if (name.isPerson) return name
    if (at <= from + 2) organisation ??= name
  }
  return organisation
}

/** The person; nobody where two speak: `Kari Moe (22) og Per Lie`. */
const personSource = ({ prose, names }: Scene, name: Name): SourcePhrase => {
  const and = /^\d+$/.test(prose.word(name.to)) ? name.to + 1 : name.to
  const isPair = prose.word(and) === 'og' && names.at(and + 1)?.isPerson === true
  return isPair ? { kind: 'nobody', from: name.from, to: names.at(and + 1)!.to } : nameSource(name)
}

/** Surnames that end so in the nominative: `Ove Talsnes`, `Kari Rabbås`. */
const OWN_S = /(?:nes|næs|ås|aas|hus|[rk]us|ius)$/

/** Is it the owner of what the next word says: `Per Dahls far`, `Kari Aas' far`? Not in `Lars sier`. */
const isOwner = (prose: Prose, { to }: Name): boolean =>
  (/^['’]\s/.test(prose.gap(to)) || (endsInGenitive(prose.word(to - 1)) && prose.follows(to))) &&
  !prose.isCapital(to) &&
  /^\p{L}/u.test(prose.word(to)) &&
  !isOutside(prose.word(to)) &&
  !announcesSpeech(prose.word(to))

/** `Dahls`, `Max’`; not `Talsnes`. In lower case. */
export const endsInGenitive = (word: string): boolean => /s['’]?$|['’]$/.test(word) && !OWN_S.test(word)

export const nameSource = (name: Name): SourcePhrase => ({ kind: 'name', name, from: name.from, to: name.to })

/** What the name of an organisation ends with, in small letters: `Oslo kommune`, `Nordland tingrett`. */
const KINDS = wordSet(`
  kommune distrikt universitet tingrett lagmannsrett sykehus sjukehus departement forbund byrå råd vesen tilsyn
  institutt skole skule forening lag bank verk etat parti ambassade
`)
const KIND = new RegExp(`(?:${[...KINDS].join('|')})$`)

/**
 * The organisation: `Oslo kommune`, `Russlands utenriksdepartement`, `Helse- og omsorgsdepartementet`, or
 * `Labour-lederen`.
 */
const organisationSource = (prose: Prose, name: Name, limit: number): SourcePhrase => {
  const { from, to } = name
  if (/^-\s/.test(prose.gap(to)) && prose.word(to) === 'og') return { kind: 'noun', from, to: to + 2 }
  if (roleOf(prose.word(to - 1)) !== undefined) return { kind: 'noun', from, to }
  if (to >= limit || !prose.follows(to) || prose.isCapital(to)) return nameSource(name)
  const isLast = to + 1 >= limit || /^[.,:;]/.test(prose.gap(to + 1))
  const isNoun = !isOutside(prose.word(to)) && !announcesSpeech(prose.word(to))
  const belongs = KIND.test(prose.word(to)) || (isLast && isNoun)
  return belongs ? { kind: 'noun', from, to: to + 1 } : nameSource(name)
}

/** The organisation as the subject of a verb; nobody where it is only the beginning of a longer name. */
const organisationBefore = (prose: Prose, name: Name, verb: number): SourcePhrase => {
  const source = organisationSource(prose, name, verb)
  const { from, to } = source
  if (prose.word(verb - 1) === 'og' && source.kind === 'name') return source // NAF reagerer og | mener
  const goesOn = to < verb && prose.follows(to) && !prose.isCapital(to) && !isOutside(prose.word(to))
  if (!goesOn) return source
  return prose.word(to - 1).endsWith('s') ? { kind: 'noun', from, to: to + 1 } : { kind: 'nobody', from, to }
}

const isOutside = (word: string): boolean =>
  PREPOSITIONS.has(word) ||
  ADVERBS.has(word) ||
  FINITE.has(word) ||
  /^(?:og|at|som|men|har|ikke|ikkje|å)$/.test(word)

/** A text and the names in it. */
export interface Scene {
  readonly prose: Prose
  readonly names: Names
}

/** The phrase that tells who speaks, before it is known whom it means; tokens from `from`, up to and not with `to`. */
export type SourcePhrase = { readonly from: number; readonly to: number } & (
  { readonly kind: 'name'; readonly name: Name } | { readonly kind: 'pronoun' | 'noun' | 'nobody' }
)
