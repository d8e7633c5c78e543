import type { Span } from '../../structures/span.js'
import { genderOf } from '../given-names.js'
import { agencyAt } from './agencies.js'
import { type CreditedName, type CreditList, creditedNames } from './credited-names.js'

/** Words for photos, of which compounds end so (`arkivfoto`), and for other pictures; patterns. */
export const PHOTO = '(?:foto(?:graf|grafi)?|photo)'
export const PICTURE =
  '(?:illustrasjon|skjermdump|skjermbil(?:de|ete)|faksimile|grafikk|montasje|video|tegning|teikning|bil(?:de|ete))'
/** What stands before the names of a picture's makers; compounds end so: `Arkivfoto:`. */
const LABEL = new RegExp(`(?:(?:${PHOTO}|${PICTURE}) {0,2}:|📸|© ?(?:(?:19|20)\\d\\d)?) {0,3}`, 'giu')
/** Another label may follow: `FOTO: Arkivfoto: Per Løchen`. */
const AGAIN = /^(?:\p{L}{1,20} )?\p{L}{0,20}foto {0,2}:/iu

/** A line that only says who wrote: `Av Kari Moe og Per Lie`, `Tekst og foto: Kari Moe`, `Artikkelen er skrevet av`. */
const BYLINE =
  /^(?:(?:(?:(?:artikkelen|saken|saka|kronikken|innlegget|teksten) er )?(?:skrevet|skriven|skrive|publisert) |tekst )?av:?|tekst(?:(?: og |\/| & )foto)?:|(?:journalist|reporter|forfatter|forfattar)(?:er|ar)?:) {0,2}(?=\p{Lu})/iu
/** Where a story comes from: `Kilde: Helsenorge`. */
const SOURCE = /^\(?kilder?: {0,2}(?=\p{Lu})/iu
const LINE_END = /^(?:,[^.\n]{1,60}| \(arkiv\))?[.)]?\s{0,3}(?:$|\n|<|\(?\S{1,60}@)/iu

/** `Oslo (NTB): `, `(Bergens Tidende): `, `MAJORSTUA, OSLO (digi.no): ` */
const DATELINE =
  /^(?:\p{Lu}[\p{L}.-]{1,30}(?:[ ,/]{1,2}\p{Lu}[\p{L}.-]{1,30}){0,3} )?\(([\p{L}\d][^()\n]{1,40})\) ?[:–-]/u
/** An agency in parentheses or slashes of its own, after a sentence or alone: `… i dag. (©NTB)`, `/NTB/` */
const MARK = /\((?:© ?)?([\p{L}][\p{L} ,/–-]{1,40})\)|\/(\p{Lu}[\p{L} -]{1,20})\//gu
const BEFORE_MARK = /(?:^|[.!?»”"\n]\s{0,3})$/

/** Longer lines are no bylines. In UTF-16 code units. */
const LONGEST_LINE = 120

/**
 * The names of a text that only say who made it: photographers, writers, agencies. In order and apart.
 *
 *     Foto: Terje Pedersen / NTB scanpix · Av Kari Moe · Oslo (NTB): · Michel Spingler / AP (a line of its own)
 *     Han tok et foto av Kari Moe. → none
 */
export const findCredits = (text: string): CreditedName[] =>
  apart([...labelled(text), ...marks(text), ...lineCredits(text)].sort((a, b) => a.start - b.start))

const apart = (names: readonly CreditedName[]): CreditedName[] => {
  let end = 0
  return names.filter((name) => {
    if (name.start < end) return false
    end = name.end
    return true
  })
}

const labelled = (text: string): CreditedName[] =>
  Array.from(text.matchAll(LABEL)).flatMap(({ 0: label, index }) => {
    const start = index + label.length
    return AGAIN.test(text.slice(start, start + 40)) ? [] : creditedNames(text, start).names
  })

const marks = (text: string): CreditedName[] =>
  Array.from(text.matchAll(MARK)).flatMap(({ 0: mark, 1: bracketed, 2: slashed, index }) => {
    const inner = bracketed ?? slashed ?? ''
    if (!BEFORE_MARK.test(text.slice(Math.max(0, index - 4), index))) return []
    const start = index + mark.length - 1 - inner.length
    const { names, end } = creditedNames(text, start)
    return end === start + inner.length && names.every((name) => isAgency(text, name)) ? names : []
  })

const isAgency = (text: string, { start, end }: Span): boolean =>
  agencyAt(text.slice(start, end).split(' ')) !== undefined

function* lineCredits(text: string): Generator<CreditedName> {
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    yield* inLine(text, { start, end })
    start = end + 1
  }
}

const inLine = (text: string, line: Span): readonly CreditedName[] => {
  const { start, end } = line
  const written = text.slice(start, Math.min(end, start + LONGEST_LINE))
  const dateline = DATELINE.exec(written)
  if (dateline !== null) return origin(text, start + dateline[0].lastIndexOf('(') + 1, dateline[1]!.length)
  if (end - start > LONGEST_LINE) return []
  const [label] = BYLINE.exec(written) ?? SOURCE.exec(written) ?? []
  const list = creditedNames(text, start + (label?.length ?? 0))
  const isOver = list.end <= end && LINE_END.test(text.slice(list.end, list.end + 70))
  if (label === undefined)
    return isOver && (isSigned(text, list) || isAlone(text, list, line)) ? list.names : []
  return isOver || (label.includes(':') && !/[.!?]\s*$/.test(written)) ? list.names : []
}

/** What stands between the parentheses of a dateline. */
const origin = (text: string, start: number, length: number): readonly CreditedName[] => {
  const { names } = creditedNames(text, start)
  return names.length > 0 ? names : [{ type: 'organisation', start, end: start + length }]
}

/** `Michel Spingler / AP` */
const isSigned = (text: string, { names }: CreditList): boolean =>
  names.length > 1 &&
  isAgency(text, names.at(-1)!) &&
  /[/\\]/.test(text.slice(names[0]!.start, names.at(-1)!.start))

/**
 * Is the line a person's name and nothing else, between lines of text? Not below words in quotation marks, which it may
 * sign, and not among other names.
 */
const isAlone = (text: string, { names }: CreditList, { start, end }: Span): boolean => {
  const [name, ...others] = names
  if (name?.type !== 'person' || others.length > 0) return false
  const words = text.slice(name.start, name.end).split(' ')
  if (words.length > MOST_NAME_WORDS || genderOf(words[0]!.toLowerCase()) === undefined) return false
  if (!/^(?: \(arkiv\))?$/i.test(text.slice(name.end, end))) return false
  const above = text.slice(Math.max(0, start - 40), start).trimEnd()
  const below = text
    .slice(end, end + 60)
    .trimStart()
    .split('\n', 1)[0]!
  return above !== '' && !/[»”":]$/.test(above) && below.split(' ').length > 2
}

const MOST_NAME_WORDS = 4
