import type { Span } from '../../structures/span.js'
import type { NamedMention } from '../mention.js'
import { isRoleAdjective, isRoleWord, isSingularRole, isVerbAfter } from '../role-words.js'

/** How far a role may lie from the name, in UTF-16 code units. */
const REACH = 120
/** How far on a pronoun may take the person up. */
const REACH_OF_PRONOUN = 260

const PLACE = '(?:i|for|av|ved|hos|på|til)'
const TO_PLACE = new RegExp(`^ ${PLACE} (?:[\\p{L}\\d-]{1,30} ){0,4}[«"“]?$`, 'u')
const IS_PLACE = new RegExp(`^${PLACE}$`, 'u')

/**
 * The role that a person is given at a mention, as a span of the text:
 *
 *     statssekretær Paul Chaffey · direktør for forskning i KS, Kari Nordmann · Kari Nordmann (42), direktør i Difi
 *     leder i Arbeiderpartiet Jonas Gahr Støre · Kari Moe, som er forsvarer · Kari Moe kom. Hun er rektor.
 *
 * With where it is held only as far as that is a name. Not the role of the person before: `Ola, direktør i KS, Kari`.
 */
export const roleAt = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined =>
  roleBefore(text, mentions, i) ??
  roleAfter(text, mentions, i) ??
  sharedRole(text, mentions, i) ??
  roleFurtherOn(text, mentions, i)

/** `trenerne Kari Moe og Ola Vik`: Ola's too. */
const sharedRole = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const [before, here] = [mentions[i - 1], mentions[i]!]
  if (before?.type !== 'person' || text.slice(before.end, here.start) !== ' og ') return undefined
  const role = roleBefore(text, mentions, i - 1)
  return role !== undefined && !isSingularRole(text.slice(role.start, role.end).split(' ').at(-1)!)
    ? role
    : undefined
}

interface Word extends Span {
  readonly text: string
}

const WORD = /[\p{L}\d][\p{L}\d&'’]*(?:[.-][\p{L}\d&'’]+)*(?:(?<=adm)\.|-)?(?=[\s,.;:!?)»”"]|$)|,/gu

/** The words and commas of a stretch, those of its last clause. */
const wordsOf = (text: string, { start, end }: Span): Word[] =>
  Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length
  }))

const CLAUSE_END = /(?<!adm)[.;:!?\n()«»“”"–](?=\s|$|\p{L})/gu

/** From the end of the last clause on. */
const clauseBefore = (text: string, { start, end }: Span): Span => {
  const ends = Array.from(text.slice(start, end - 1).matchAll(CLAUSE_END), ({ index }) => start + index + 1)
  return { start: ends.at(-1) ?? start, end }
}

const roleBefore = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const { start } = mentions[i]!
  const before = mentions.findLast(({ type, end }, at) => at < i && type === 'person' && end <= start)
  const from = Math.max(0, start - REACH, before?.end ?? 0)
  const end = /[«"“]$/.test(text.slice(0, start)) ? start - 1 : start
  const words = wordsOf(text, clauseBefore(text, { start: from, end }))
  const head = words.length - 1
  if (head < 0 || !/^\s*$/.test(text.slice(words[head]!.end, end))) return undefined
  const place = mentions[i - 1]
  const at = words[head]!.text === 'som' ? head - 1 : head // artister som Kari Moe
  if (at >= 0 && isRole(words, at)) return spanFrom(words, at, words[at]!.end)
  if (place !== undefined && place.type !== 'person' && text.slice(place.end, start) === ' ')
    return holderOf(words, place)
  return apposition(text, words, before)
}

const isRole = (words: readonly Word[], at: number): boolean =>
  isRoleWord(words[at]!.text) && !isVerbAfter(words[at]!.text, words[at - 1]?.text)

/** `leder i | Arbeiderpartiet` before the name */
const holderOf = (words: readonly Word[], place: Span): Span | undefined => {
  const last = words.findLastIndex(({ start }) => start < place.start)
  for (let at = last - 1; at >= Math.max(0, last - 4); at--)
    if (isRole(words, at) && IS_PLACE.test(words[at + 1]!.text) && isSingularRole(words[at]!.text))
      return spanFrom(words, at, place.end)
  return undefined
}

/** So many words a role before a comma may have, with where it is held. */
const LONGEST = 14

/** `direktør for forskning i KS, ` and `trener, tyske ` before the name, unless the person before holds it. */
const apposition = (
  text: string,
  words: readonly Word[],
  before: NamedMention | undefined
): Span | undefined => {
  let comma = words.length - 1
  while (comma > 0 && isRoleAdjective(words[comma]!.text)) comma--
  if (words[comma]?.text !== ',') return undefined
  for (let at = comma - 1; at >= Math.max(0, comma - LONGEST); at--) {
    const isHeld = at === comma - 1 || IS_PLACE.test(words[at + 1]!.text)
    if (!isHeld || !isRole(words, at) || !isSingularRole(words[at]!.text)) continue
    const role = spanFrom(words, at, words[comma - 1]!.end)
    return isTaken(text, role, before) ? undefined : role
  }
  return undefined
}

const isTaken = (text: string, role: Span, before: NamedMention | undefined): boolean =>
  before !== undefined &&
  /^(?: \([^()\n]{1,12}\))?, (?:\p{Ll}+ ){0,2}$/u.test(text.slice(before.end, role.start))

/** The role with what belongs to it on its left: adjectives, `kunnskaps- og`, another role. */
const spanFrom = (words: readonly Word[], head: number, end: number): Span => {
  let at = head
  for (;;) {
    const [before, further] = [words[at - 1]?.text, words[at - 2]?.text]
    if (before === undefined) break
    if (isRoleAdjective(before) || before.endsWith('-')) at -= 1
    else if (!/^(?:og|,)$/.test(before) || further === undefined) break
    else if (further.endsWith('-') || isRole(words, at - 2)) at -= 2
    else break
  }
  const isOwned =
    words.slice(at, head).some(({ text }) => text === ',') && (words[at - 1]?.text ?? '').endsWith('s')
  return { start: words[isOwned ? at - 1 : at]!.start, end }
}

const AFTER =
  /^(?: \([^()\n]{1,30}\))?(?:, som (?:i dag |nå |også |no )?(?:er|var)|,| –| (?:er|var|blir|ble|har vært)(?: også| i dag| nå| tidligere)?) (?:(?:en|ei|eit|et|den|[\p{L}-]{2,}s) ){0,2}/u

const roleAfter = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const { end } = mentions[i]!
  const [lead] = AFTER.exec(text.slice(end, end + REACH)) ?? []
  return lead === undefined ? undefined : roleFrom(text, mentions, end + lead.length)
}

/** The role that begins at an offset, with further ones that it is joined to. */
const roleFrom = (text: string, mentions: readonly NamedMention[], start: number): Span | undefined => {
  const head = text.startsWith('og ', start) ? undefined : headAt(text, start)
  if (head === undefined) return undefined
  let role = withPlace(text, mentions, { start, end: head.end })
  for (;;) {
    const [joint] = /^(?:,| og|, og) /u.exec(text.slice(role.end, role.end + 5)) ?? []
    const next = joint === undefined ? undefined : headAt(text, role.end + joint.length)
    const isOther = next === undefined || mentions.some(({ start }) => start === next.end + 1)
    if (isOther) return role
    role = withPlace(text, mentions, { start, end: next.end })
  }
}

/** The word at an offset that is a role of one person, past its adjectives. */
const headAt = (text: string, start: number): Word | undefined => {
  for (const word of wordsOf(text, { start, end: start + REACH }).slice(0, 4)) {
    if (isSingularRole(word.text)) return text.slice(start, word.start).includes('\n') ? undefined : word
    if (!isRoleAdjective(word.text) && !/^(?:og|\p{L}+-)$/u.test(word.text)) return undefined
  }
  return undefined
}

/**
 * `direktør` → `direktør i Difi`, `leder` → `leder av rådet i Dataforeningen`: as far as prepositions lead from name to
 * name.
 */
const withPlace = (text: string, mentions: readonly NamedMention[], role: Span): Span => {
  let { end } = role
  const first = mentions.findIndex(({ start }) => start >= role.end)
  for (let i = first; i >= 0 && i < mentions.length; i++) {
    const { type, start } = mentions[i]!
    if (type === 'person' || !TO_PLACE.test(text.slice(end, Math.min(start, end + REACH)))) break
    end = mentions[i]!.end
  }
  return { start: role.start, end }
}

const PRONOUN =
  /(?:^|[.!?]["»”]? |\n)(?:(?:Nå|I dag|Tidligere) (?:er|var) (?:han|hun)|(?:Han|Hun|Ho) (?:er|var|ble|har (?:tidligere |også |lenge )?vært)) (?:(?:en|ei|eit|et|også|nå|tidligere) ){0,2}|^[^.!?\n]{0,80}? som (?:ny )?/gu

/** What a pronoun in one of the next sentences is said to be, or `som` in this one: `Hun er rektor`, `… som rektor`. */
const roleFurtherOn = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const { end } = mentions[i]!
  const next = mentions.find(({ type }, at) => at > i && type === 'person')
  const limit = Math.min(next?.start ?? text.length, end + REACH_OF_PRONOUN)
  for (const { 0: lead, index } of text.slice(end, limit).matchAll(PRONOUN)) {
    const role = roleFrom(text, mentions, end + index + lead.length)
    if (role !== undefined && role.end < limit) return role
  }
  return epithet(text, { start: end, end: limit })
}

const EPITHET =
  /[.!?]["»”]? (?:Den (?:\p{Ll}+e ){1,2}|(?=\p{Lu}[\p{L}\d ]{1,30}-))|\n(?:Den (?:\p{Ll}+e ){1,2}|(?=\p{Lu}[\p{L}\d]{1,30}-))/gu

/** What the next sentence calls a person: `Den tidligere samferdselsministeren har …`, `Sandnes-løperen ledet`. */
const epithet = (text: string, stretch: Span): Span | undefined => {
  for (const { 0: lead, index } of text.slice(stretch.start, stretch.end).matchAll(EPITHET)) {
    const [word] = wordsOf(text, { start: stretch.start + index + lead.length, end: stretch.end })
    if (word !== undefined && isSingularRole(word.text) && /(?:en|a)$/u.test(word.text))
      return { start: word.start, end: word.end }
  }
  return undefined
}

/** As it is counted: `Statssekretær` → statssekretær, on one line; `Molde-trener` keeps the capital of the name. */
export const roleText = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/^\p{Lu}(?=\p{Ll})(?!\p{L}+-\p{L})/u, (letter) => letter.toLowerCase())
