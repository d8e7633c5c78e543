import { findBodies, joinBodies, withBodies, withOrgans } from './bodies.js'
import { findFestivals } from './festivals.js'
import { findBeforeRoles, withoutTitles } from './before-roles.js'
import { findAgain } from './named-again.js'
import { readDatelines } from './datelines.js'
import { readTitles } from './quoted-titles.js'
import {
  divideCompetitions,
  joinPairs,
  readClubs,
  typeByForm,
  withEditions,
  withPrefixes,
  withVessels
} from './regular-kinds.js'
import {
  divideLists,
  divideRepeated,
  joinSeats,
  typeByCompound,
  typeByEnding,
  withTours
} from './name-endings.js'
import { readRegents } from './regents.js'
import { typeByList } from './list-types.js'
import { COUNTRIES } from '../country-names.js'
import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { findAfterNouns } from './after-nouns.js'
import { divideOwners } from './owners.js'
import { divideGrown } from './grown-names.js'
import { findRegular, mendCuts } from './cut-names.js'
import { typeByNouns } from './noun-types.js'
import { findRoads, typePlaces, typeSpokenTo } from './place-evidence.js'
import { typeGroups } from './company-evidence.js'
import { findSmallLetters } from './small-letters.js'
import { findSurnames, isSubjectOfVerb } from './surnames-again.js'
import { withoutGenitive } from './written-names.js'
import { typeByPosition } from './workplaces.js'
import { isCapitals } from '../slug.js'
import { mayAbbreviate } from './short-names.js'
import { isPlainParty } from '../party-names.js'

/** Where a name runs into the next one: a capital after a small letter. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})/gu

/** What owns somebody, with its genitive: a country, `Kinas | Wang Yi`, a party or an organisation of the article. */
const ownerBefore = (
  name: string,
  organisations: ReadonlySet<string>
): { readonly length: number; readonly type: EntityType } | undefined => {
  const [first = '', ...others] = name.split(' ')
  const [stem, length] = [first.slice(0, -1), first.length]
  if (others.length === 0 || !first.endsWith('s')) return undefined
  if (COUNTRIES.has(stem) || stem === 'USA') return { length, type: 'place' }
  const isOrganisation = others.length > 1 && (isPlainParty(stem) || organisations.has(stem))
  return isOrganisation ? { length, type: 'organisation' } : undefined
}

/**
 * Divides names that lack what stood between them, such as a line break that a web page lost. Only where both stand
 * elsewhere in the article: `Heidi AustlidPaul Chaffey` → Heidi Austlid, Paul Chaffey; not `Ian McEwan`.
 */
const divideGlued = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const names = new Set(mentions.map(({ start, end }) => text.slice(start, end)))
  const organisations = new Set(
    mentions.flatMap(({ type, start, end }) => (type === 'organisation' ? text.slice(start, end) : []))
  )
  return mentions.flatMap((mention) => {
    const { start, end } = mention
    const name = text.slice(start, end)
    const owner = mention.type === 'person' ? ownerBefore(name, organisations) : undefined
    if (owner !== undefined)
      return [
        { ...mention, type: owner.type, end: start + owner.length },
        { ...mention, start: start + owner.length + 1 }
      ]
    const seam = Array.from(name.matchAll(SEAM), ({ index }) => index).find(
      (at) => names.has(name.slice(0, at)) && names.has(name.slice(at))
    )
    if (seam === undefined) return mention
    return [
      { ...mention, end: start + seam },
      { ...mention, start: start + seam }
    ]
  })
}

/** What stands between the parts of foreign names. Not what is a common word in Norwegian too: `la`, `da`, `du`. */
const PARTICLES = /^(?: (?:von|van|der|de|di|del|della|dos|bin|ibn|ter))+ $/
const LONGEST_PARTICLES = 20

/** Joins what particles hold together: `Ursula`, `Leyen` → Ursula von der Leyen. */
const joinParticles = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const joined: RecognisedMention[] = []
  for (const mention of mentions) {
    const before = joined.at(-1)
    const isPart =
      before?.type === 'person' &&
      mention.type === 'person' &&
      mention.start - before.end <= LONGEST_PARTICLES &&
      PARTICLES.test(text.slice(before.end, mention.start))
    if (isPart) joined[joined.length - 1] = { ...before, end: mention.end }
    else joined.push(mention)
  }
  return joined
}

/** The noun between a genitive and an abbreviation: ` organisasjon `, ` forbund (`. */
const NOUN = /^ \p{Ll}{3,30}(?= \(?$)/u

/**
 * Takes the noun into a name that is only spelt out with it, as the abbreviation after it shows:
 * `Kommunesektorens` → `Kommunesektorens organisasjon` before `KS`.
 */
const spellOut = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const next = mentions[i + 1]
    const { type, start, end } = mention
    if (type !== 'organisation' || next === undefined || text[end - 1] !== 's') return mention
    const [noun] = NOUN.exec(text.slice(end, Math.min(next.start, end + 40))) ?? []
    const short = text.slice(next.start, next.end)
    if (noun === undefined || !isCapitals(short)) return mention
    return mayAbbreviate(short, text.slice(start, end) + noun)
      ? { ...mention, end: end + noun.length }
      : mention
  })

/** A full name that is surer than this introduces a surname, and what is less sure may be one. */
const SURE = 0.8
/** After these stands a place rather than a person. */
const PLACE = /(?:^|\s)(?:i|på|fra|frå|til|ved|mot|over) $/iu
const LONGEST_PREPOSITION = 6

/**
 * A surname that is the name of a town or a team too is the person's who has been named in full: `Inger Bryne … Bryne`.
 */
const readSurnames = (text: string, mentions: readonly RecognisedMention[]): readonly RecognisedMention[] => {
  const surnames = new Set<string>()
  return mentions.map((mention) => {
    const { type, start, end, confidence } = mention
    const words = text.slice(start, end).split(/\s+/)
    if (type === 'person') {
      if (words.length > 1 && confidence >= SURE) surnames.add(words.at(-1)!)
      return mention
    }
    const [word = ''] = words
    const isSurname = surnames.has(word) || surnames.has(withoutGenitive(word) ?? '')
    const isSubject = type === 'place' && isSubjectOfVerb(text, mention)
    if (words.length > 1 || (confidence >= SURE && !isSubject) || !isSurname) return mention
    return PLACE.test(text.slice(Math.max(0, start - LONGEST_PREPOSITION), start))
      ? mention
      : { ...mention, type: 'person' }
  })
}

type Correction = (text: string, mentions: readonly RecognisedMention[]) => readonly RecognisedMention[]

const CORRECTIONS: readonly Correction[] = [
  readDatelines,
  divideLists,
  divideRepeated,
  divideOwners,
  divideGrown,
  typeByList,
  typeByNouns,
  typePlaces,
  typeSpokenTo,
  typeGroups,
  joinParticles,
  readSurnames,
  divideGlued,
  findSmallLetters,
  findAfterNouns,
  findAgain,
  findSurnames,
  spellOut,
  withPrefixes,
  readRegents,
  withoutTitles,
  findBeforeRoles,
  withVessels,
  divideCompetitions,
  joinPairs,
  withBodies,
  findBodies,
  findRegular,
  joinBodies,
  withOrgans,
  findFestivals,
  mendCuts,
  joinSeats,
  typeByEnding,
  typeByCompound,
  typeByPosition,
  withTours,
  withEditions,
  findRoads,
  typeByForm,
  readTitles,
  readClubs
]

/**
 * What the recogniser found with spans and types mended, one correction after the other, before meanings are sought.
 */
export const correct: Correction = (text, found) =>
  CORRECTIONS.reduce((mentions, correction) => correction(text, mentions), found)
