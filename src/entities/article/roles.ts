import type { Span } from '../../structures/span.js'
import type { NamedMention } from '../mention.js'
import { isTitleNoun, TITLE } from '../role-nouns.js'

/** How far a title may lie from the name, in UTF-16 code units. */
const REACH = 120

const PLACE = '(?:i|for|av|ved|hos|på|til)'

const BEFORE = new RegExp(`(?<![\\p{L}\\d-])(${TITLE}) [«"“]?$`, 'iu')
const AFTER = new RegExp(`^(?: \\([^()\\n]{1,12}\\))?(?:,| er| –| var) (${TITLE})(?![\\p{L}\\d-])`, 'iu')
const BEFORE_PLACE = new RegExp(`(?<![\\p{L}\\d-])(${TITLE}) ${PLACE} (?:[^.;:!?\\n]{0,80} )?[«"“]?$`, 'iu')
const TO_PLACE = new RegExp(`^ ${PLACE} (?:[\\p{L}\\d-]{1,30} ){0,4}[«"“]?$`, 'u')

/**
 * The title that a person is given at a mention, as a span of the text:
 *
 *     statssekretær Paul Chaffey · direktør for forskning i KS, Kari Nordmann · Kari Nordmann (42), direktør i Difi
 *
 * With where it is held only as far as that is a name. Not the title of the person before: `Ola, direktør i KS, Kari`.
 */
export const roleAt = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const { start, end } = mentions[i]!
  const from = Math.max(0, start - REACH)
  const before = text.slice(from, start)
  const title = isTitleNoun(lastWord(before)) ? BEFORE.exec(before) : null
  if (title) return spanOf(title, from)
  const after = AFTER.exec(text.slice(end, end + REACH))
  if (after) return withPlace(text, mentions, i + 1, spanOf(after, end))
  return roleBefore(text, mentions, i)
}

/** The word before the last space: of `statssekretær «`, statssekretær. */
const lastWord = (text: string): string => {
  const end = text.lastIndexOf(' ')
  return end < text.length - 2 ? '' : text.slice(text.lastIndexOf(' ', end - 1) + 1, end)
}

const spanOf = (match: RegExpExecArray, from: number): Span => {
  const start = from + match.index + match[0].indexOf(match[1]!)
  return { start, end: start + match[1]!.length }
}

/**
 * `direktør` → `direktør i Difi`, `leder` → `leder av rådet i Dataforeningen`: as far as prepositions lead from name to
 * name.
 */
const withPlace = (text: string, mentions: readonly NamedMention[], next: number, role: Span): Span => {
  let { end } = role
  for (let i = next; i < mentions.length; i++) {
    const { type, start } = mentions[i]!
    if (type === 'person' || !TO_PLACE.test(text.slice(end, Math.min(start, end + REACH)))) break
    end = mentions[i]!.end
  }
  return { start: role.start, end }
}

/** `direktør for forskning, innovasjon og digitalisering i KS, ` before the name. */
const roleBefore = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const place = mentions[i - 1]
  const { start } = mentions[i]!
  if (place === undefined || place.type === 'person' || text.slice(place.end, start) !== ', ')
    return undefined
  const from = Math.max(0, place.start - REACH)
  const match = BEFORE_PLACE.exec(text.slice(from, place.start))
  if (match === null) return undefined
  const role = { start: spanOf(match, from).start, end: place.end }
  const holder = mentions.findLast(({ end }, at) => at < i && end <= role.start)
  const isTaken =
    holder?.type === 'person' && /^(?: \([^()\n]{1,12}\))?, $/.test(text.slice(holder.end, role.start))
  return isTaken ? undefined : role
}

/** As it is counted: `Statssekretær` → statssekretær, on one line; `Molde-trener` keeps the capital of the name. */
export const roleText = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/^\p{Lu}(?=\p{Ll})(?!\p{L}+-\p{L})/u, (letter) => letter.toLowerCase())
