import { COUNTRIES } from '../country-names.js'
import { genderOf } from '../given-names.js'
import type { RecognisedMention } from '../mention.js'
import { addFound } from './add-found.js'

type Mentions = readonly RecognisedMention[]

// What stands before a name tells that it is a place.

const CERTAINTY = 0.85
/** Where the recogniser is surer, it knows more than the words before a name. */
const UNSURE = 0.85
const SURE = 0.95
const GUESS = 0.6
const LONGEST_LEAD = 40

/** What only places are: `på garden | Haugland`, whoever is called Haugland. */
const FARM = /(?<!\p{L})(?:gården|garden|småbruket|gårdsbruket|gardsbruket|husmannsplassen|setra|seteren) $/iu
/** `landsbyen | Vik`, `vest av | Stad` */
const OF_PLACE =
  /(?:(?:landsbyen|bygda|grenda|tettstedet|tettstaden|forstaden|småbyen|havnebyen|hamnebyen|flyktningleiren)|(?:nord|sør|øst|aust|vest)(?:over)? (?:av|for)) $/iu
/** `Kari Moe (71) | fra | Vik`, `eg er frå | Vik`; a club or a firm may stand there too. */
const FROM_AFTER_AGE = /^ \(\d{1,3}\),? (?:fra|frå) $/u
const FROM =
  /(?<!\p{L})(?:jeg|eg|han|hun|ho|vi) (?:er|var|kommer|kjem)(?: opprinnelig| opphavleg)? (?:fra|frå) $/iu
/** `inn via | Kerem Shalom` */
const VIA = /(?<!\p{L})via $/iu
/** Beginnings of towns' names: `i | Saint Louis`. */
const TOWN = /^(?:Saint|San|Santa|Los|Las|New|Port|Fort|El) \p{Lu}/u
const IN = /(?<!\p{L})i $/iu

const isPlaceBy = (text: string, mentions: Mentions, i: number): boolean => {
  const mention = mentions[i]!
  const name = text.slice(mention.start, mention.end)
  const lead = text.slice(Math.max(0, mention.start - LONGEST_LEAD), mention.start)
  if (FARM.test(lead)) return true
  return mention.type === 'person' && name.includes(' ')
    ? mention.confidence < SURE && VIA.test(lead) && !isGiven(name)
    : mention.confidence < UNSURE && !VIA.test(lead) && isGuessedPlace(text, mentions, { name, lead, i })
}

interface Guessed {
  readonly name: string
  readonly lead: string
  /** The mention's number. */
  readonly i: number
}

const isGuessedPlace = (text: string, mentions: Mentions, { name, lead, i }: Guessed): boolean => {
  const { type, start, confidence } = mentions[i]!
  if (OF_PLACE.test(lead)) return true
  if (IN.test(lead) && TOWN.test(name)) return type !== 'person'
  if (confidence >= GUESS || name.includes(' ')) return false
  const before = mentions[i - 1]
  const isFromAfterAge = before?.type === 'person' && FROM_AFTER_AGE.test(text.slice(before.end, start))
  return isFromAfterAge || FROM.test(lead)
}

const isGiven = (name: string): boolean => genderOf(name.split(' ', 1)[0]!.toLowerCase()) !== undefined

/** Names that what stands before them says to be places, where the recogniser guessed otherwise. */
export const typePlaces = (text: string, mentions: Mentions): RecognisedMention[] =>
  typeListed(
    text,
    mentions.map((mention, i) =>
      (mention.type !== 'place' || mention.confidence < CERTAINTY) && isPlaceBy(text, mentions, i)
        ? { ...mention, type: 'place', confidence: Math.max(mention.confidence, CERTAINTY) }
        : mention
    )
  )

/** `bygdene | Vik, Moe og Lie` */
const PLURAL =
  /(?<!\p{L})(?:bygdene|byene|byane|kommunene|kommunane|tettstedene|tettstadene|øyene|øyane|landene|landa) $/iu
const BETWEEN = /^(?:,|,? og) $/u

/** What a list of places has: each name of one word behind a noun that says so of all. */
const typeListed = (text: string, mentions: Mentions): RecognisedMention[] => {
  let isInList = false
  return mentions.map((mention, i) => {
    const { start, end } = mention
    const before = mentions[i - 1]
    isInList =
      PLURAL.test(text.slice(Math.max(0, start - LONGEST_LEAD), start)) ||
      (isInList && before !== undefined && BETWEEN.test(text.slice(before.end, start)))
    return isInList && mention.type !== 'place' && !text.slice(start, end).includes(' ')
      ? { ...mention, type: 'place', confidence: CERTAINTY }
      : mention
  })
}

/** Roads of Europe, by the numbers that roads in Norway and its neighbours have; E24 is a newspaper. */
const ROAD =
  /(?<![\p{L}\p{N}/-])E ?(?:4|6|8|10|12|14|16|18|20|22|39|45|47|55|65|69|75|105|134|136)(?![\p{L}\p{N}])(?![.,]\d)/gu
const ROAD_CERTAINTY = 0.9

/** Adds roads that the recogniser passed over: `på | E134`; and they are places. */
export const findRoads = (text: string, mentions: Mentions): Mentions => {
  const roads = Array.from(text.matchAll(ROAD), ({ 0: road, index: start }): RecognisedMention => ({
    type: 'place',
    start,
    end: start + road.length,
    confidence: ROAD_CERTAINTY
  }))
  if (roads.length === 0) return mentions
  const starts = new Set(roads.map(({ start }) => start))
  return addFound(
    mentions.map((mention) =>
      starts.has(mention.start) && mention.end - mention.start <= LONGEST_ROAD
        ? { ...mention, type: 'place' }
        : mention
    ),
    roads
  )
}

const LONGEST_ROAD = 5

const SAYING =
  'sier|seier|sa|forteller|fortel|fortalde|fortalte|opplyser|uttaler|skriver|skriv|skreiv|skrev|svarer|svarar'
/** Who says it: `sier hun | til`, `seier Førde-jenta | til`. */
const SAID_TO = new RegExp(`(?<!\\p{L})(?:${SAYING}) (?:han|hun|ho|de|dei|[\\p{L}-]{4,}(?:en|a)) til $`, 'u')
/** … `sier statsråd | Kari Moe`. */
const SAYS = new RegExp(`(?<!\\p{L})(?:${SAYING}) (?:[\\p{L}-]+ ){0,3}$`, 'u')

/** `seier ho til | Hordaland`: who is spoken to is a newspaper, and no place. */
export const typeSpokenTo = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const { type, start, end } = mention
    if (type !== 'place' || COUNTRIES.has(text.slice(start, end))) return mention
    const before = mentions[i - 1]
    const isBehindPerson = before?.type === 'person' && text.slice(before.end, start) === ' til '
    const lead = text.slice(Math.max(0, (isBehindPerson ? before.start : start) - LONGEST_LEAD * 2), start)
    const isSpokenTo = isBehindPerson
      ? SAYS.test(lead.slice(0, lead.length - (start - before.start)))
      : SAID_TO.test(lead)
    return isSpokenTo ? { ...mention, type: 'organisation', confidence: CERTAINTY } : mention
  })
