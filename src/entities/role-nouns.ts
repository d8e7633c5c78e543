import { ROLE_NOUNS } from './role-noun-list.js'
import { wordList, wordSet } from '../structures/word-list.js'

const LISTED = wordList(ROLE_NOUNS)

/** Who speaks without having an office; not titles. */
const SPEAKERS = wordList('person kvinne elev nabo vakt bonde pasient vert styrer fagsjef doktor pave')

/** A word for what people are, or a compound that ends in one: by the set, whatever the lengths of its words. */
const endingIn = (nouns: readonly string[]): ((word: string) => boolean) => {
  const set = new Set(nouns)
  const lengths = [...new Set(nouns.map((noun) => noun.length))]
  // A letter alone makes no compound: *seier* is no kind of *eier*.
  return (word) => lengths.some((length) => word.length !== length + 1 && set.has(word.slice(-length)))
}

/** `ordfører`, `kreftforsker`: nouns for roles and their compounds, in the indefinite singular and small letters. */
export const endsInRole = endingIn(LISTED)

/** What somebody is to another person, who is mostly the one named before: `motstanderen svarte` is somebody else. */
const TO_OTHERS = wordSet(
  'motstander motpart konkurrent rival kollega forgjenger etterfølger makker lagkamerat'
)

const mayBeSpeaker = endingIn([...LISTED.filter((noun) => !TO_OTHERS.has(noun)), ...SPEAKERS])

/** Is the word a title, or a compound that ends in one? */
export const isTitleNoun = (word: string): boolean => endsInRole(word.toLowerCase())

/** `fylkesmann`, not `snømann`; `geolog`, `teolog`. */
const SPEAKER_ENDING =
  /(?:(?:tals|råd|fylkes|lens|for|tillits|syns|politi|forretnings|ombuds|embets)mann|[eoa]log|\p{Ll}{5}viter)$/u

/** Does the word tell what a speaker is: `statssekretær`, `samferdselsminister`, `kinostyrar`? In lower case. */
export const isRole = (word: string): boolean => mayBeSpeaker(word) || SPEAKER_ENDING.test(word)

const DEFINITE = /(?:en|a|et|n)$/u

/** The role that a definite noun takes up: `statssekretæren` → `statssekretær`, `huset` → undefined. */
export const roleOf = (word: string): string | undefined => {
  const ending = DEFINITE.exec(word)
  if (ending === null) return undefined
  const noun = word.slice(0, ending.index)
  if (isRole(noun)) return noun
  return isRole(`${noun}e`) ? `${noun}e` : undefined
}

/** Offices that are held by one person at a time. */
const OFFICES = wordList(`
  minister ministeren president ordfører ordførar rådmann konge dronning statsråd kommunedirektør biskop riksadvokat
  statsforvalter statsforvaltar pave kong keiser
`)

const OFFICE = new RegExp(`(?:${OFFICES.join('|')})$`, 'u')

/** `helseministeren` tells who speaks, though no name does; `forfatteren` does not. */
export const isOffice = (role: string): boolean => OFFICE.test(role)
