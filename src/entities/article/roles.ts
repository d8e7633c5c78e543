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
 * The roles that a person is given at a mention and from there on, as spans of the text, the nearest first:
 *
 *     statssekretær Paul Chaffey · direktør for forskning i KS, Kari Nordmann · Kari Nordmann (42), direktør i Difi
 *     leder i Arbeiderpartiet Jonas Gahr Støre · Kari Moe, som er forsvarer · Kari Moe kom. Hun er rektor.
 *
 * With where it is held only as far as that is a name. Not the role of the person before: `Ola, direktør i KS, Kari`.
 */
export const rolesAt = (text: string, mentions: readonly NamedMention[], i: number): Span[] => {
  const beside = [
    roleBefore(text, mentions, i) ?? sharedRole(text, mentions, i),
    roleAfter(text, mentions, i)
  ].filter((role) => role !== undefined)
  const further = rolesFurtherOn(text, mentions, i)
  return [...beside, ...further].filter(
    (role, at, all) => !all.slice(0, at).some(({ start, end }) => start < role.end && role.start < end)
  )
}

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
  const before = personBefore(mentions, i)
  const from = Math.max(0, start - REACH, before?.end ?? 0)
  const end = isQuoted(text, start) ? start - 1 : start
  const words = wordsOf(text, clauseBefore(text, { start: from, end }))
  const head = words.length - 1
  if (head < 0 || !/^\s*$/.test(text.slice(words[head]!.end, end))) return undefined
  const place = mentions[i - 1]
  const at = words[head]!.text === 'som' ? head - 1 : head // artister som Kari Moe
  if (at >= 0 && isRole(words, at))
    return withHolder(text, words, spanFrom(words, at, words[at]!.end), before)
  if (place?.type === 'organisation' && isLeader(text.slice(place.end, start)))
    return { start: place.start, end: start - 1 }
  if (place !== undefined && place.type !== 'person' && text.slice(place.end, start) === ' ')
    return holderOf(words, place)
  return apposition(text, words, before)
}

const isQuoted = (text: string, start: number): boolean => /[«"“]/.test(text[start - 1] ?? '')

const personBefore = (mentions: readonly NamedMention[], i: number): NamedMention | undefined => {
  const { start } = mentions[i]!
  for (let at = i - 1; at >= 0; at--)
    if (mentions[at]!.type === 'person' && mentions[at]!.end <= start) return mentions[at]
  return undefined
}

const personAfter = (mentions: readonly NamedMention[], i: number): NamedMention | undefined => {
  for (let at = i + 1; at < mentions.length; at++) if (mentions[at]!.type === 'person') return mentions[at]
  return undefined
}

/** `Ap | leder | Jonas Gahr Støre`, where the word might be a verb too. */
const isLeader = (between: string): boolean =>
  /^ (?:leder|leiar|nestleder|nestleiar|trener|trenar) $/.test(between)

/** A title with the office before it: `programdirektør i Forsvarsdepartementet, generalmajor` */
const withHolder = (
  text: string,
  words: readonly Word[],
  role: Span,
  before: NamedMention | undefined
): Span => {
  const comma = words.findLastIndex(({ end }) => end <= role.start)
  const office = words[comma]?.text === ',' ? apposition(text, words.slice(0, comma + 1), before) : undefined
  return office === undefined ? role : { start: office.start, end: role.end }
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
  while (comma > 0 && (isRoleAdjective(words[comma]!.text) || NATIONAL.test(words[comma]!.text))) comma--
  if (words[comma]?.text !== ',') return undefined
  for (let at = comma - 1; at >= Math.max(0, comma - LONGEST); at--) {
    const isHeld = at === comma - 1 || IS_PLACE.test(words[at + 1]!.text)
    const isOne = isSingularRole(words[at]!.text) || isOneOf(words, at)
    if (!isHeld || !isRole(words, at) || !isOne) continue
    const role = spanFrom(words, at, words[comma - 1]!.end)
    return isTaken(text, role, before) ? undefined : role
  }
  return undefined
}

/** `tyskeren`, `nordmannen` between an office and a name. */
const NATIONAL = /^\p{Ll}{3,}(?:eren|sken|mannen|landeren)$/u

/** `en av verdens største | popstjerner` */
const isOneOf = (words: readonly Word[], at: number): boolean =>
  words
    .slice(Math.max(0, at - 4), at)
    .some(({ text }, i, all) => text === 'av' && /^(?:en|ein|ei)$/i.test(all[i - 1]?.text ?? ''))

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
  if (lead === undefined) return undefined
  const [oneOf] = ONE_OF.exec(text.slice(end + lead.length, end + REACH)) ?? []
  const last = oneOf?.split(' ').at(-1)
  if (oneOf !== undefined && isRoleWord(last!))
    return { start: end + lead.length, end: end + lead.length + oneOf.length }
  return roleFrom(text, mentions, end + lead.length)
}

/** `Kari Moe, | en av terapeutene` */
const ONE_OF = /^av (?:\p{L}+ ){0,3}\p{Ll}+(?:ene|ane|er|ar|e)(?!\p{L})/u

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
    const isOwner = word.start === start && /^\p{L}{2,}s$/u.test(word.text)
    if (!isOwner && !isRoleAdjective(word.text) && !/^(?:og|\p{L}+-)$/u.test(word.text)) return undefined
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

/** What a pronoun in one of the next sentences is said to be: `Hun er rektor`, `blant annet har han vært rektor`. */
const PRONOUN =
  /(?:^|[.!?]["»”]? |\n)(?:(?:Nå|I dag|Tidligere) (?:er|var) (?:han|hun)|(?:Han|Hun|Ho) (?:er|var|ble|har (?:tidligere |også |lenge )?vært)) (?:(?:en|ei|eit|et|også|nå|tidligere) ){0,2}|har (?:han|hun|ho) (?:også )?(?:vært|vore) /gu
/** A sentence about the person: the rest of that with the name, or one that begins with a pronoun. */
const OWN_SENTENCE = /(?:^|(?<=[.!?]["»”]? |\n)(?:Han|Hun|Ho|Der er han|Der er hun) )[^.!?\n]+/gu
const AS = / som (?:en |ei |ny |tidligere )?/gu

const rolesFurtherOn = (text: string, mentions: readonly NamedMention[], i: number): Span[] => {
  const { end } = mentions[i]!
  const limit = Math.min(personAfter(mentions, i)?.start ?? text.length, end + REACH_OF_PRONOUN)
  const stretch = text.slice(end, limit)
  const said = Array.from(stretch.matchAll(PRONOUN), ({ 0: lead, index }) => index + lead.length)
  const sentences = stretch.includes(' som ') ? Array.from(stretch.matchAll(OWN_SENTENCE)) : []
  const as = sentences.flatMap(({ 0: sentence, index }) =>
    Array.from(sentence.matchAll(AS), (found) => index + found.index + found[0].length)
  )
  const roles = [...said, ...as].flatMap((at) => roleFrom(text, mentions, end + at) ?? [])
  const called = epithet(text, { start: end, end: limit })
  return [...roles, ...(called === undefined ? [] : [called])].filter((role) => role.end < limit)
}

/** After these stands the subject where something else begins the sentence. */
const SUBJECT_AFTER =
  'sier|sa|seier|mener|meiner|forteller|skriver|påpeker|legger|hadde|har|kunne|kan|skal|vil|må|ble|blir|er|var|fikk|tok|svarer|' +
  'opplyser|konstaterer|innrømmer|understreker|avslutter|fortsetter|spør'

/** What begins a sentence or follows a verb, so that the person is the subject: `Sandnes-løperen ledet`. */
const EPITHET = new RegExp(
  String.raw`(?:[.!?]["»”]? |\n|(?<= (?:${SUBJECT_AFTER}) ))` +
    String.raw`(?:(?:Den|den) (?:\p{Ll}+e ){1,2}(\p{Ll}+(?:en|a))|(?:Den \p{Ll}+e )?((?:\p{Lu}[\p{L}\d]+ ){0,2}\p{Lu}[\p{L}\d]*-\p{Ll}+(?:en|a)))(?![\p{L}-])`,
  'gu'
)

/** What a later sentence calls a person: `Den tidligere samferdselsministeren har …`, `sier Sandnes-løperen`. */
const epithet = (text: string, stretch: Span): Span | undefined => {
  if (!/[Dd]en |-/.test(text.slice(stretch.start, stretch.end))) return undefined
  for (const { 0: found, 1: noun, 2: compound, index } of text
    .slice(stretch.start, stretch.end)
    .matchAll(EPITHET)) {
    const role = noun ?? compound ?? ''
    const end = stretch.start + index + found.length
    const isOwnName = /^ \p{Lu}/u.test(text.slice(end, end + 2))
    if (!isOwnName && isSingularRole(role)) return { start: end - role.length, end }
  }
  return undefined
}

/** As it is counted: `Statssekretær` → statssekretær, on one line; `Molde-trener` keeps the capital of the name. */
export const roleText = (text: string, { start, end }: Span): string =>
  text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/^\p{Lu}(?=\p{Ll})(?!\p{L}+-\p{L})/u, (letter) => letter.toLowerCase())
