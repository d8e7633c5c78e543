import type { Span } from '../../structures/span.js'
import type { NamedMention } from '../mention.js'
import { isRoleAdjective, isRoleWord, isSingularRole, isVerbAfter } from '../role-words.js'
import { rolesFurtherOn } from './later-roles.js'
import { PLACE, REACH, type Word, isRole, roleFrom, wordsOf } from './role-spans.js'

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
    captionOf(text, mentions[i]!) ?? roleBefore(text, mentions, i) ?? sharedRole(text, mentions, i),
    roleAfter(text, mentions, i) ?? rolesOfTwo(text, mentions, i)
  ].filter((role) => role !== undefined)
  const further = rolesFurtherOn(text, mentions, i)
  return [...beside, ...further]
    .filter(
      (role, at, all) => !all.slice(0, at).some(({ start, end }) => start < role.end && role.start < end)
    )
    .map((role) => withWholeName(mentions, i, role))
}

/** A title that a name of several words begins: `TV 2-sjef`, not `2-sjef`. */
const withWholeName = (mentions: readonly NamedMention[], i: number, role: Span): Span => {
  const cut = mentions
    .slice(Math.max(0, i - 3), i + 4)
    .find(({ type, start, end }) => type !== 'person' && start < role.start && role.start < end)
  return cut === undefined ? role : { start: cut.start, end: role.end }
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

const CLAUSE_END = /(?<!adm)[.;:!?\n()«»“”"–](?=\s|$|\p{L})/gu

/** The letters of where somebody works end no clause: `tillitsvalgt i Sykepleierforbundet (NSF), Kari Moe`. */
const LETTERS = / \(\p{Lu}[\p{L}\d-]{1,9}\)(?=, $)/u

/** From the end of the last clause on. */
const clauseBefore = (text: string, { start, end }: Span): Span => {
  const stretch = text.slice(start, end - 1)
  const letters = LETTERS.exec(text.slice(start, end))?.index ?? stretch.length
  const ends = Array.from(stretch.slice(0, letters).matchAll(CLAUSE_END), ({ index }) => start + index + 1)
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
  const at = isDoneBy(text, before, words) ? undefined : titleOf(words, text.slice(start, mentions[i]!.end))
  if (at !== undefined) return withHolder(text, words, spanFrom(words, at, endOfTitle(words, at)), before)
  if (place?.type === 'organisation' && isLeader(text.slice(place.end, start)))
    return { start: place.start, end: start - 1 }
  if (place !== undefined && place.type !== 'person' && text.slice(place.end, start) === ' ')
    return holderOf(words, place)
  return apposition(text, words, before) ?? formerOffice(words)
}

const titleOf = (words: readonly Word[], name: string): number | undefined =>
  titleAt(words) ?? leaderAt(words, name)

/** `Kari Moe | spiller | Nora`: between two names stands a verb. */
const isDoneBy = (text: string, before: Span | undefined, [word, next]: readonly Word[]): boolean =>
  before !== undefined &&
  next === undefined &&
  word?.start === before.end + 1 &&
  isVerbAfter(word.text, text.slice(before.start, before.end).split(' ').at(-1))

/** Behind a title: `professor | emeritus` */
const RETIRED = /^emerit(?:us|a)$/u

/** The title that ends the words: `advokat |`, `artister som |`, `professor emeritus |`. */
const titleAt = (words: readonly Word[]): number | undefined => {
  const last = words.at(-1)!.text
  const at = words.length - (last === 'som' || RETIRED.test(last) ? 2 : 1)
  return at >= 0 && isRole(words, at) ? at : undefined
}

const endOfTitle = (words: readonly Word[], at: number): number => {
  const next = words[at + 1]
  return next !== undefined && RETIRED.test(next.text) ? next.end : words[at]!.end
}

/** `professor Kari Moe og | leder | Siri Lie`: before a full name no verb. */
const leaderAt = (words: readonly Word[], name: string): number | undefined => {
  const at = words.length - 1
  const isTitle = /^(?:leder|leiar|eier|eigar)$/u.test(words[at]!.text) && words[at - 1]?.text === 'og'
  return isTitle && name.includes(' ') ? at : undefined
}

/** `EKSPERTEN: | Kari Moe`, `Trener: | Kari Moe`; not `Ministeren: | Kari Moe kommer`, whose words these are. */
const captionOf = (text: string, { start }: Span): Span | undefined => {
  const before = text.slice(Math.max(0, start - LONGEST_WORD), start)
  const [, word = ''] = /(?:^|\n)((?:\p{L}+-)?\p{L}+): $/u.exec(before) ?? []
  const isDefinite = /(?:en|a|et)$/u.test(word)
  if (word === '' || isDefinite || !isSingularRole(word)) return undefined
  return { start: start - 2 - word.length, end: start - 2 }
}

const LONGEST_WORD = 40

/** `tar over som | president i Europarådet | etter polakken Kari Moe` */
const formerOffice = (words: readonly Word[]): Span | undefined => {
  const after = words.findLastIndex(({ text }) => text === 'etter')
  const isBeside = words.slice(after + 1).every(({ text }) => isRoleAdjective(text) || NATIONAL.test(text))
  const as = words.findLastIndex(({ text }, at) => text === 'som' && at < after)
  if (after < 0 || as < 0 || !isBeside || words.slice(as, after).some(({ text }) => text === ','))
    return undefined
  const role = words.findIndex((_, at) => at > as && at <= as + 3 && isRole(words, at))
  return role < 0 || role >= after ? undefined : spanFrom(words, role, words[after - 1]!.end)
}

const isQuoted = (text: string, start: number): boolean => /[«"“]/.test(text[start - 1] ?? '')

const personBefore = (mentions: readonly NamedMention[], i: number): NamedMention | undefined => {
  const { start } = mentions[i]!
  for (let at = i - 1; at >= 0; at--)
    if (mentions[at]!.type === 'person' && mentions[at]!.end <= start) return mentions[at]
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
    const { end } = words[comma - 1]!
    const role = spanFrom(words, at, text[end] === ')' ? end + 1 : end)
    return isTaken(text, role, before) ? undefined : role
  }
  return undefined
}

/** `tyskeren`, `nordmannen` between an office and a name. */
const NATIONAL = /^\p{Ll}{3,}(?:eren|sken|mannen|landeren|akken)$/u

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
  /^(?: \((?=\p{Ll})|(?: \([^()\n]{1,30}\))?(?:, som (?:i dag |nå |også |no )?(?:er|var)|,| –| (?:er|var|blir|ble|har vært)(?: også| i dag| nå| tidligere)?) )(?:(?:en|ei|eit|et|den|[\p{L}-]{2,}s) ){0,2}/u

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

/** `Kari Moe og Ola Vik er | skippere`: of both. */
const rolesOfTwo = (text: string, mentions: readonly NamedMention[], i: number): Span | undefined => {
  const isPair = (first: number): boolean => {
    const [one, other] = [mentions[first], mentions[first + 1]]
    const isBoth = one?.type === 'person' && other?.type === 'person'
    return isBoth && text.slice(one.end, other.start) === ' og '
  }
  const last = isPair(i) ? i + 1 : isPair(i - 1) ? i : undefined
  if (last === undefined) return undefined
  const { end } = mentions[last]!
  const [lead, word = ''] =
    /^ (?:er|var|ble|blir) (?:begge |to )?(?:\p{Ll}+e )?(\p{Ll}+)/u.exec(text.slice(end, end + REACH)) ?? []
  if (lead === undefined || !isRoleWord(word) || isSingularRole(word)) return undefined
  return { start: end + lead.length - word.length, end: end + lead.length }
}

/** `Kari Moe, | en av terapeutene` */
const ONE_OF = /^av (?:\p{L}+ ){0,3}\p{Ll}+(?:ene|ane|er|ar|e)(?!\p{L})/u

/**
 * As it is counted: `Statssekretær` → statssekretær, on one line; `Molde-trener`, `Sudans hærsjef` keep the capital of
 * the name.
 *
 * @param isNamed a name stands where the role begins
 */
export const roleText = (text: string, { start, end }: Span, isNamed = false): string => {
  const role = text.slice(start, end).replace(/\s+/g, ' ')
  return isNamed
    ? role
    : role.replace(/^\p{Lu}(?=\p{Ll})(?![\p{L}\d]+(?: \p{Lu}[\p{L}\d]*)*-\p{L})/u, (letter) =>
        letter.toLowerCase()
      )
}
