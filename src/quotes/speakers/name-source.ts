import { ADVERBS, FINITE, PREPOSITIONS } from '../words/function-words.js'
import type { Name } from './names.js'
import type { Prose } from '../prose.js'
import { announcesSpeech } from '../words/speech-verbs.js'
import { roleOf } from './roles.js'
import type { Scene, SourcePhrase } from './scene.js'

/** The person; nobody where two speak: `Kari Moe (22) og Per Lie`. */
export const personSource = ({ prose, names }: Scene, name: Name): SourcePhrase => {
  const and = /^\d+$/.test(prose.word(name.to)) ? name.to + 1 : name.to
  const isPair = prose.word(and) === 'og' && names.at(and + 1)?.isPerson === true
  return isPair ? { kind: 'nobody', from: name.from, to: names.at(and + 1)!.to } : nameSource(name)
}

/** Is it the owner of what the next word says: `Per Dahls far`? Not in `Lars sier`. */
export const isOwner = (prose: Prose, { to }: Name): boolean =>
  /s['’]?$|['’]$/.test(prose.word(to - 1)) &&
  prose.follows(to) &&
  !prose.isCapital(to) &&
  /^\p{L}/u.test(prose.word(to)) &&
  !isOutside(prose.word(to)) &&
  !announcesSpeech(prose.word(to))

export const nameSource = (name: Name): SourcePhrase => ({ kind: 'name', name, from: name.from, to: name.to })

/** What the name of an organisation ends with, in small letters: `Oslo kommune`, `Nordland tingrett`. */
const KIND =
  /(?:kommune|distrikt|universitet|tingrett|lagmannsrett|sykehus|sjukehus|departement|forbund|byrå|råd|vesen|tilsyn|institutt|skole|skule|forening|lag|bank|verk|etat|parti|ambassade)$/

/** The organisation: `Oslo kommune`, `Russlands utenriksdepartement`, `Helse- og omsorgsdepartementet`, or `Labour-lederen`. */
export const organisationSource = (prose: Prose, name: Name, limit: number): SourcePhrase => {
  const { from, to } = name
  if (/^-\s/.test(prose.gap(to)) && prose.word(to) === 'og') return { kind: 'noun', from, to: to + 2 }
  if (roleOf(prose.word(to - 1)) !== undefined) return { kind: 'noun', from, to }
  if (to >= limit || !prose.follows(to) || prose.isCapital(to)) return nameSource(name)
  const isLast = to + 1 >= limit || /^[.,:;]/.test(prose.gap(to + 1))
  const belongs = KIND.test(prose.word(to)) || (isLast && !isOutside(prose.word(to)))
  return belongs ? { kind: 'noun', from, to: to + 1 } : nameSource(name)
}

/** The organisation as the subject of a verb; nobody where it is only the beginning of a longer name. */
export const organisationBefore = (prose: Prose, name: Name, verb: number): SourcePhrase => {
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
