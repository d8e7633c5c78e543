import type { Span } from '../../structures/span.js'
import { genderOf } from '../given-names.js'
import { isTitleNoun } from '../role-nouns.js'
import { isCapitals } from '../slug.js'
import type { CreditedName, CreditList } from './credited-names.js'

/** Is a stretch of the text known to be the name of a person? */
export type IsPerson = (span: Span) => boolean

const MOST_NAME_WORDS = 5
/** Who signs tells so much more: `Kari Moe, lærer i Gjøvik`. In UTF-16 code units. */
const LONGEST_TITLE = 60
/** A line of text has so many words. */
const TEXT_WORDS = 3

/** What stands before the name of who signs; a pattern. */
export const GREETING =
  '(?:mvh\\.?|(?:med )?(?:vennlig|venleg|vennleg|beste|gode|kjær|varm) (?:hilsen|helsing)|hilsen|helsing)'

/**
 * Who wrote, where a line says no more than the name: between lines of text, below the last of them, and there also
 * with what the writer is. Not below words in quotation marks, which the name may sign, nor among other names, nor
 * whom the text names too, below the line where it goes on.
 *
 *     … en god film.⏎KARI MOE · … ikke lenge.⏎Kari Moe, lærer i Gjøvik
 */
export const signatureOf = (
  text: string,
  line: Span,
  list: CreditList,
  isPerson: IsPerson
): readonly CreditedName[] => {
  if (list.names.length > 1) return signersOf(text, line, list, isPerson)
  const name = list.names[0]
  if (name?.start !== line.start || !isPersonsName(text, name, isPerson)) return []
  const { start, end } = name
  const rest = text.slice(end, line.end)
  if (isAlone(text, name, rest)) return isNamedAgain(text, name, end) ? [] : [{ type: 'person', start, end }]
  const isSigned =
    (rest.trim() === '' && LABEL.test(lineAbove(text, start))) ||
    isLast(text, name, rest) ||
    isAboveTitle(text, name, rest)
  return isSigned && !isNamedAgain(text, name) ? [{ type: 'person', start, end }] : []
}

/** Several who sign below the last line of text: `Kari Moe og Ola Vik`. */
const signersOf = (
  text: string,
  line: Span,
  { names, end }: CreditList,
  isPerson: IsPerson
): readonly CreditedName[] => {
  const people = names.map(({ start, end }): CreditedName => ({ type: 'person', start, end }))
  const above = lineAbove(text, line.start)
  const isSigned =
    names[0]!.start === line.start &&
    text.slice(end, line.end).trim() === '' &&
    lineBelow(text, line.end) === '' &&
    /[.!?…,]$/.test(above) &&
    above.split(' ').length >= TEXT_WORDS &&
    people.every((name) => isPersonsName(text, name, isPerson))
  return isSigned ? people.filter((name) => !isNamedAgain(text, name)) : []
}

/** Between lines of text; with a space behind it, such a line may go on: `Kari | ⏎Moe kom.` */
const isAlone = (text: string, { start, end }: Span, rest: string): boolean => {
  const above = lineAbove(text, start)
  const below = lineBelow(text, end + rest.length)
  const isWhole = isCapitals(text.slice(start, end)) || !rest.endsWith(' ')
  return (
    isWhole &&
    /^(?: \(arkiv\))?\s*$/i.test(rest) &&
    above !== '' &&
    !/[»”":]$/.test(above) &&
    (below.split(' ').length >= TEXT_WORDS || (start < BEGINNING && isTitle(below)))
  )
}

/** A byline above the text stands before this. In UTF-16 code units. */
const BEGINNING = 300

/** `Kommentator`, `Politisk redaktør` */
const isTitle = (line: string): boolean => /^[\p{L} -]+$/u.test(line) && line.split(' ').some(isTitleNoun)

/** Below the last line of text, with what the writer is on the line below: `Kari Moe,⏎pensjonert arkitekt, Vik` */
const isAboveTitle = (text: string, { start, end }: Span, rest: string): boolean => {
  const below = lineBelow(text, end + rest.length)
  const after = text.indexOf(below, end + rest.length) + below.length
  return (
    rest.trim() === ',' &&
    /^\p{L}.*[^.!?:]$/u.test(below) &&
    below.length <= LONGEST_TITLE &&
    /[.!?…]$/.test(lineAbove(text, start)) &&
    lineBelow(text, after) === ''
  )
}

/** Below the last line of text; in capitals, names above it make a list. */
const isLast = (text: string, { start, end }: Span, rest: string): boolean => {
  const above = lineAbove(text, start)
  const isBelowText = isCapitals(text.slice(start, end))
    ? above !== '' && !isCapitals(above)
    : /[.!?…]$/.test(above) && above.split(' ').length >= TEXT_WORDS
  return isBelowText && TITLE.test(rest.trimEnd()) && lineBelow(text, end + rest.length) === ''
}

/** A label on the line above the name. */
const LABEL = new RegExp(
  `^(?:(?:(?:skrevet|skriven|anmeldt|meldt|omtalt) av|av|tekst|tekst og foto|journalist|anmelder|meldar):|${GREETING}[,:!]?)$`,
  'iu'
)

const isPersonsName = (text: string, { type, start, end }: CreditedName, isPerson: IsPerson): boolean => {
  const words = text.slice(start, end).split(' ')
  if (type !== 'person' || words.length < 2 || words.length > MOST_NAME_WORDS) return false
  return genderOf(words[0]!.toLowerCase()) !== undefined || isPerson({ start, end })
}

/** What the writer is, or nothing: `, lærer i Gjøvik` */
const TITLE = new RegExp(`^(?:, (?:[^.!?:;«»“”"]|(?<=\\p{L}{2,4})\\.(?= )){1,${LONGEST_TITLE}})?$`, 'u')

/** Does the text name the person again, from an offset on, by the whole name or the surname? */
const isNamedAgain = (text: string, { start, end }: Span, first = Math.max(0, start - REACH)): boolean => {
  const name = text.slice(start, end).toLowerCase()
  const surname = /[^ ]+$/.exec(name)?.[0] ?? name
  const given = name.slice(0, -surname.length)
  const places = text.slice(first, end + REACH).matchAll(new RegExp(escaped(surname), 'giu'))
  return Array.from(places, ({ index }) => first + index).some(
    (at) =>
      (at < start || at >= end) &&
      isOfPerson(text, { start: at, end: at + surname.length }, given) &&
      !isCreditAlso(text, at, name)
  )
}

const escaped = (words: string): string => words.replace(/[.+]/g, '\\$&')

/** So far around a signature the text is searched for who signs. In UTF-16 code units. */
const REACH = 20_000
const OTHER_NAME = /\p{Lu}[\p{L}.-]* $/u

/** Is a surname that stands in the text the person's: `Moe`, `Kari Moe`, not `Per Moe`, `Moelven`? */
const isOfPerson = (text: string, { start, end }: Span, given: string): boolean => {
  if (!/^\p{Lu}/u.test(text[start]!) || !/^s?(?![\p{L}-])/u.test(text.slice(end, end + 2))) return false
  const before = text.slice(Math.max(0, start - LONGEST_TITLE), start)
  return before.toLowerCase().endsWith(given) || !(OTHER_NAME.test(before) || /[\p{L}-]$/u.test(before))
}

/** Does the name stand there as another credit, alone on its line or behind a label? */
const isCreditAlso = (text: string, surname: number, name: string): boolean => {
  const start = text.lastIndexOf('\n', surname - 1) + 1
  const stop = text.indexOf('\n', surname)
  const line = text.slice(start, stop < 0 ? text.length : stop)
  return line.trim().toLowerCase() === name || LABELLED.test(line.slice(0, surname - start))
}

const LABELLED = /(?:foto|tekst|video|illustrasjon|^av|^skrevet av)[^.!?\n]{0,60}$/i

/** The last line of text above an offset that a line begins at; empty where there is none. */
export const lineAbove = (text: string, start: number): string =>
  text
    .slice(Math.max(0, start - LOOK), start)
    .trimEnd()
    .split('\n')
    .at(-1)!

/** The next line of text below an offset that a line ends at; empty where there is none. */
export const lineBelow = (text: string, end: number): string =>
  text
    .slice(end, end + LOOK)
    .trimStart()
    .split('\n', 1)[0]!

/** So far lines are looked at. In UTF-16 code units. */
const LOOK = 200
