import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { addFound, putFound } from './add-found.js'
import { mayAbbreviate } from './short-names.js'

type Mentions = readonly RecognisedMention[]

// Names that end or begin before the recognised span does, and those of regular form that it passed over.

const CERTAINTY = 0.9

/** `Universitetet i`, `Statsforvaltaren i` before a place that was found alone. */
const SEAT =
  /(?<![\p{L}-])(?:Statsforvalt[ea]ren|Fylkesmannen|Byfogden|Universitetet|Høy?gskolen|Høgskulen|Litteraturhuset) i $/u
const LONGEST_SEAT = 22

const withSeat = (text: string, mention: RecognisedMention, from: number): RecognisedMention => {
  if (mention.type !== 'place') return mention
  const [seat = ''] = SEAT.exec(text.slice(Math.max(from, mention.start - LONGEST_SEAT), mention.start)) ?? []
  return seat === ''
    ? mention
    : { ...mention, start: mention.start - seat.length, type: 'organisation', confidence: CERTAINTY }
}

/** `Eksportfinansiering | Noreg (Eksfin)`: the letters in parentheses tell that the word before belongs to the name. */
const withFirstWord = (text: string, mention: RecognisedMention, from: number): RecognisedMention => {
  const [, short] = /^ \((\p{Lu}[\p{L}-]{1,9})\)/u.exec(text.slice(mention.end, mention.end + 14)) ?? []
  if (mention.type === 'person' || short === undefined) return mention
  const [word = ''] = /(?<![\p{L}-])\p{Lu}\p{Ll}{3,} $/u.exec(text.slice(from, mention.start)) ?? []
  const name = text.slice(mention.start, mention.end)
  return word !== '' && !mayAbbreviate(short, name) && mayAbbreviate(short, word + name)
    ? { ...mention, start: mention.start - word.length, type: 'organisation', confidence: CERTAINTY }
    : mention
}

/** What an institute is for: `Institutt for | global helse`, `Senter for | klima og miljø`. */
const FIELD =
  /^ (?:\p{Ll}{2,}(?:lig|leg|al|ell|isk|sk|iv|ende|ande|bar|ær) )?\p{Ll}{3,}(?:,? og (?:\p{Ll}{2,}(?:lig|leg|al|ell|isk|sk) )?\p{Ll}{4,})?(?=[\s.,;:)!?]|$)/u
const LONGEST_FIELD = 60

const withField = (text: string, mention: RecognisedMention): RecognisedMention => {
  if (!/(?:Institutt|Senter|Avdeling) for$/u.test(text.slice(mention.start, mention.end))) return mention
  const [field = ''] = FIELD.exec(text.slice(mention.end, mention.end + LONGEST_FIELD)) ?? []
  return { ...mention, end: mention.end + field.length, type: 'organisation' }
}

/** The whole of names that were cut: what stands before or behind shows that it belongs to them. */
export const mendCuts = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const from = mentions[i - 1]?.end ?? 0
    return withField(
      text,
      withFirstWord(text, withSeat(text, mention, from), Math.max(from, mention.start - 40))
    )
  })

const NAME_END = '(?=s?(?![\\p{L}\\p{N}-]))'
const named = (form: string): RegExp => new RegExp(`(?<![\\p{L}-])(?:${form})${NAME_END}`, 'gu')

/** Names of which only a part is recognised: `Leger | Uten Grenser`, `Dagsnytt | 18`. */
const WHOLE: readonly (readonly [EntityType, RegExp])[] = [
  ['organisation', named('\\p{Lu}\\p{Ll}+ (?:[Uu]ten|[Uu]tan) [Gg]renser')],
  ['organisation', named('Kirkens (?:Nødhjelp|Bymisjon|SOS)')],
  ['product', named('Dagsnytt (?:18|[Aa]tten)|Dagsrevyen 21')]
]
/** Names of a regular form, and two of common words, that the recogniser passes over here and there. */
const PASSED_OVER: readonly RegExp[] = [
  named('Nors?k \\p{Lu}\\p{Ll}{3,}'),
  named('TV ?2|Se og Hør'),
  /(?<![\p{L}\p{N}.@/-])\p{Lu}[\p{L}\d-]+\.(?:com|no)(?![\p{L}\p{N}/])/gu
]

const found = (text: string, type: EntityType, form: RegExp): RecognisedMention[] =>
  Array.from(text.matchAll(form), ({ 0: name, index: start }) => ({
    type,
    start,
    end: start + name.length,
    confidence: CERTAINTY
  }))

/** Adds names of regular form: `Leger uten grenser`, `Norsk Folkehjelp`, `Chess.com`. */
export const findRegular = (text: string, mentions: Mentions): Mentions =>
  PASSED_OVER.reduce(
    (all, form) => addFound(all, found(text, 'organisation', form)),
    WHOLE.reduce((all, [type, form]) => putFound(all, found(text, type, form)), mentions)
  )
