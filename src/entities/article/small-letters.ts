import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { addFound } from './add-found.js'

type Mentions = readonly RecognisedMention[]

// Names that begin with a small letter, which the recogniser takes for words.

/** Written so by those who are called so. */
const WRITTEN_SMALL: ReadonlyMap<string, EntityType> = new Map([
  ['a-ha', 'organisation'],
  ['k.d. lang', 'person'],
  ['bell hooks', 'person'],
  ['will.i.am', 'person'],
  ['deadmau5', 'person'],
  ['adidas', 'organisation'],
  ['easyJet', 'organisation'],
  ['iPhone', 'product'],
  ['iPad', 'product'],
  ['eBay', 'product']
])
/** `a-has` is the genitive of such a name. */
export const isWrittenSmall = (name: string): boolean => WRITTEN_SMALL.has(name)

const ESCAPED = [...WRITTEN_SMALL.keys()].map((name) => name.replaceAll('.', '\\.')).join('|')
const SMALL = new RegExp(`(?<![\\p{L}\\p{N}.-])(?:${ESCAPED})(?=s?(?![\\p{L}\\p{N}]))`, 'gu')

/** `al-Shabaab`, `Al-Hassan`: the article of Arabic names. */
const ARABIC = /(?<![\p{L}\p{N}-])[Aa]l-\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)*/gu
/** What an organisation is called before its name, and after `for` and `av`. */
const OF_GROUP =
  /(?:gruppa|gruppen|bevegelsen|rørsla|militsen|organisasjonen|nettverket|kanalen|klubben|medlem(?:mer|mar)? (?:av|i)|leder(?:en)? (?:for|av)|leiar(?:en)? (?:for|av)|tilknytning til|tilknyting til) $/iu
const OF_PLACE = /(?:^|[\s(])(?:i|fra|frå|byen|provinsen|flyplassen|basen) $/iu
/** A group's letters, and what every reader knows. */
const GROUPS = /^[Aa]l-(?:Qaida|Qaeda|Shabaab|Nusra|Aqsa|Jazeera|Arabiya|Ahly|Hilal|Nassr)$/u
const LONGEST_LEAD = 32
const CERTAINTY = 0.7

/** Adds names with small letters: `a-ha`, `al-Shabaab`, `iPhone`. */
export const findSmallLetters = (text: string, mentions: Mentions): Mentions =>
  addFound(addFound(mentions, small(text)), arabic(text, mentions))

const small = (text: string): RecognisedMention[] =>
  Array.from(text.matchAll(SMALL), ({ 0: name, index: start }) => ({
    type: WRITTEN_SMALL.get(name)!,
    start,
    end: withGenitive(text, start + name.length),
    confidence: CERTAINTY
  }))

const arabic = (text: string, mentions: Mentions): RecognisedMention[] => {
  const people = new Set(
    mentions.flatMap(({ type, start, end }) =>
      type === 'person' ? text.slice(start, end).toLowerCase().split(' ').slice(-1) : []
    )
  )
  return Array.from(text.matchAll(ARABIC), ({ 0: name, index: start }) => {
    const lead = text.slice(Math.max(0, start - LONGEST_LEAD), start)
    const type = people.has(name.toLowerCase())
      ? 'person'
      : GROUPS.test(name) || OF_GROUP.test(lead)
        ? 'organisation'
        : OF_PLACE.test(lead)
          ? 'place'
          : 'person'
    return { type, start, end: start + name.length, confidence: CERTAINTY }
  })
}

/** A small name has its genitive with it, as others have. */
const withGenitive = (text: string, end: number): number =>
  /^s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) ? end + 1 : end
