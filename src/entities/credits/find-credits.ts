import { apart, type Span } from '../../structures/span.js'
import { genderOf } from '../given-names.js'
import { agencyAt } from './agencies.js'
import { type CreditedName, type CreditList, creditedNames } from './credited-names.js'
import { GREETING, type IsPerson, lineBelow, signatureOf } from './signatures.js'
import { isCapitals } from '../slug.js'

/** Words for photos, of which compounds end so (`arkivfoto`), and for other pictures; patterns. */
export const PHOTO = '(?:foto(?:graf|grafi)?|photo)'
export const PICTURE =
  '(?:illustrasjon|skjermdump|skjermbil(?:de|ete)|faksimile|grafikk|montasje|video|tegning|teikning|bil(?:de|ete))'
/** What stands before the names of a picture's makers; compounds end so: `Arkivfoto:`. */
const LABEL = new RegExp(`(?:(?:${PHOTO}|${PICTURE}) {0,2}:|📸|© ?(?:(?:19|20)\\d\\d)?) {0,3}`, 'giu')
/** Another label may follow: `FOTO: Arkivfoto: Per Løchen`. */
const AGAIN = /^(?:\p{L}{1,20} )?\p{L}{0,20}foto {0,2}:/iu

/** A line that only says who wrote: `Av Kari Moe og Per Lie`, `Tekst og foto: Kari Moe`, `Mvh Kari Moe`. */
const BYLINE = new RegExp(
  String.raw`^(?:(?:(?:(?:artikkelen|saken|saka|kronikken|innlegget|teksten) er )?(?:skrevet|skriven|skrive|publisert|anmeldt|meldt|omtalt) |tekst )?av:?|${GREETING},?:?|tekst(?:(?: og |\/| & )foto)?:|(?:journalist|reporter|forfatter|forfattar)(?:er|ar)?:) {0,2}(?=\p{Lu})`,
  'iu'
)
/** Where a story comes from: `Kilde: Helsenorge`. */
const SOURCE = /^\(?kilder?: {0,2}(?=\p{Lu})/iu
const LINE_END =
  /^(?:,[^.\n]{1,60}| \((?:arkiv|tekst|foto|tekst og foto)\))?[.)]?\s{0,3}(?:$|\n|<|\(?\S{1,60}@)/iu

/** `Oslo (NTB): `, `(Bergens Tidende): `, `MAJORSTUA, OSLO (digi.no): `; a line of its own: `OSLO/BERGEN (VG)` */
const DATELINE =
  /^(?<place>\p{Lu}[\p{L}.-]{1,30}(?:[ ,/]{1,2}\p{Lu}[\p{L}.-]{1,30}){0,3} )?\((?<from>[\p{L}\d][^()\n]{1,40})\)(?: ?[:–-]|(?<alone>\s*$))/u
/** Whatever place the agencies write from: `Gaza by/Jerusalem (NTB-Reuters): ` */
const SENT = /^[^.!?:()\n]{0,60}\((?<from>\p{Lu}[\p{L} /–-]{1,40})\) ?[:–-]/u
/** An agency in parentheses or slashes, after a sentence or alone: `… i dag. (©NTB)`, `(Firda/NTB)`, `/NTB/` */
const MARK = /\((?:© ?)?([\p{L}][\p{L} ,/–-]{1,40})\)|\/(\p{Lu}[\p{L} -]{1,20})\//gu
const BEFORE_MARK = /(?:^|[.!?»”"\n]\s{0,3})$/

/** Longer lines are no bylines. In UTF-16 code units. */
const LONGEST_LINE = 120

/**
 * The names of a text that only say who made it: photographers, writers, agencies. In order and apart.
 *
 *     Foto: Terje Pedersen / NTB scanpix · Av Kari Moe · Oslo (NTB): · Michel Spingler / AP (a line of its own)
 *     Han tok et foto av Kari Moe. → none
 *
 * @param people what is known to be the name of a person
 */
export const findCredits = (text: string, people: readonly Span[] = []): CreditedName[] => {
  const ends = new Map(people.map(({ start, end }) => [start, end]))
  const isPerson: IsPerson = ({ start, end }) => ends.get(start) === end
  return apart(
    [...labelled(text), ...marks(text), ...lineCredits(text, isPerson)].sort((a, b) => a.start - b.start)
  )
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
    const isWhole = end === start + inner.length && names.some((name) => isAgency(text, name))
    return isWhole && (names.every((name) => isAgency(text, name)) || inner.includes('/'))
      ? withoutPeople(names)
      : []
  })

const isAgency = (text: string, { start, end }: Span): boolean =>
  agencyAt(text.slice(start, end).split(' ')) !== undefined

function* lineCredits(text: string, isPerson: IsPerson): Generator<CreditedName> {
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    yield* inLine(text, { start, end }, isPerson)
    start = end + 1
  }
}

const inLine = (text: string, line: Span, isPerson: IsPerson): readonly CreditedName[] => {
  const { start, end } = line
  const written = text.slice(start, Math.min(end, start + LONGEST_LINE))
  const from = datelineAt(text, start, written) ?? sentFrom(start, written)
  if (from !== undefined) return origin(text, from)
  if (end - start > LONGEST_LINE) return []
  const [label] = BYLINE.exec(written) ?? SOURCE.exec(written) ?? []
  const list = creditedNames(text, start + (label?.length ?? 0))
  const isOver = list.end <= end && LINE_END.test(text.slice(list.end, list.end + 70))
  if (label === undefined)
    return isOver && isSigned(text, list) ? list.names : signatureOf(text, line, list, isPerson)
  return isOver || (label.includes(':') && !/[.!?]\s*$/.test(written)) ? list.names : []
}

/** What stands between the parentheses of a dateline that a line begins with. */
const datelineAt = (text: string, start: number, line: string): Span | undefined => {
  const { place = '', from = '', alone } = DATELINE.exec(line)?.groups ?? {}
  if (from === '') return undefined
  const at = start + place.length + 1
  if (alone !== undefined) {
    // Else it may be somebody: `Kari Moe (H)`, `Bærum (Akershus)`.
    const isSent = agencyAt(from.split(/[ -]/)) !== undefined || (isCapitals(place) && isCapitals(from))
    const isNamed = genderOf(place.split(/[ -]/, 1)[0]!.toLowerCase()) !== undefined
    if (place === '' || !isSent || isNamed || lineBelow(text, start + line.length) === '') return undefined
  }
  return { start: at, end: at + from.length }
}

/** What stands between the parentheses behind a place, where these are agencies. */
const sentFrom = (start: number, line: string): Span | undefined => {
  const found = SENT.exec(line)
  const from = found?.groups?.from
  const isSent = from?.split(/[ /–-]+/u).every((word) => agencyAt([word]) !== undefined) === true
  if (found === null || from === undefined || !isSent) return undefined
  const at = start + found[0].indexOf('(') + 1
  return { start: at, end: at + from.length }
}

/** Who sends from a place is no person, unless the name shows it. */
const origin = (text: string, from: Span): readonly CreditedName[] => {
  const { names } = creditedNames(text, from.start)
  return names.length === 0 ? [{ type: 'organisation', ...from }] : withoutPeople(names)
}

const withoutPeople = (names: readonly CreditedName[]): CreditedName[] =>
  names.map((name) => (name.isGuess === true ? { ...name, type: 'organisation' } : name))

/** `Michel Spingler / AP` */
const isSigned = (text: string, { names }: CreditList): boolean =>
  names.length > 1 &&
  isAgency(text, names.at(-1)!) &&
  /[/\\]/.test(text.slice(names[0]!.start, names.at(-1)!.start))
