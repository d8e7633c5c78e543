import type { Span } from '../../structures/span.js'
import type { NamedMention } from '../mention.js'
import { isBeforeWord } from './before-word.js'
import { isRoleAdjective, isRoleWord, isSingularRole, isVerbAfter } from '../role-words.js'

/** How far a role may lie from the name, in UTF-16 code units. */
export const REACH = 120
/** Where somebody is what they are: `leder | i | Difi`. */
export const PLACE = '(?:i|for|av|ved|hos|på|til)'
const TO_PLACE = new RegExp(`^ ${PLACE} (?:[\\p{L}\\d-]{1,30} ){0,4}[«"“]?$`, 'u')

export interface Word extends Span {
  readonly text: string
}

const WORD = /[\p{L}\d][\p{L}\d&'’]*(?:[.-][\p{L}\d&'’]+)*(?:(?<=adm)\.|-)?(?=[\s,.;:!?)»”"]|$)|,/gu

/** The words and commas of a stretch. */
export const wordsOf = (text: string, { start, end }: Span): Word[] =>
  Array.from(text.slice(start, end).matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    start: start + index,
    end: start + index + word.length
  }))

/** Is the word at a place a role, and no verb there? */
export const isRole = (words: readonly Word[], at: number): boolean =>
  isRoleWord(words[at]!.text) && (isJoined(words, at) || !isVerbAfter(words[at]!.text, words[at - 1]?.text))

const RELATIVE = /^(?:far|mor|pappa|mamma|bror|søster|kone|ektemann|samboer|kjæreste|venn|onkel|tante)$/u

/** `pappa og | trener`, `manager og | trener` */
const isJoined = (words: readonly Word[], at: number): boolean => {
  const before = words[at - 2]?.text ?? ''
  return words[at - 1]?.text === 'og' && (RELATIVE.test(before) || isRoleWord(before))
}

/** The role that begins at an offset, with further ones that it is joined to. */
export const roleFrom = (
  text: string,
  mentions: readonly NamedMention[],
  start: number
): Span | undefined => {
  const head = /^(?:og |[«"“])/u.test(text.slice(start, start + 3)) ? undefined : headAt(text, start)
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
    end = withOwned(text, mentions[i]!)
  }
  return { start: role.start, end }
}

/** `minister i Russlands | landbruksdepartement`: what a genitive owns is where the role is held. */
const withOwned = (text: string, { name, end }: NamedMention): number => {
  const isGenitive = text[end - 1] === 's' && !name.endsWith('s') && isBeforeWord(text, end)
  const [owned = ''] = isGenitive ? (/^ \p{Ll}{3,}/u.exec(text.slice(end, end + REACH)) ?? []) : []
  return end + owned.length
}
