import type { Span } from '../../structures/span.js'
import { isCapitals, slug } from '../slug.js'
import type { ArticleName } from './article-names.js'
import type { NamedMention } from '../mention.js'
import type { EntityType } from '../entity-type.js'
import { wordSet } from '../../structures/word-list.js'

/** A short name and the long one that it stands for in an article. */
export interface ShortName {
  readonly short: string
  readonly long: string
}

/** Names of each kind that are compared: a text that has more is a list. */
const MOST = 100

/** `Kommunesektorens organisasjon KS` → Kommunesektorens organisasjon, KS; undefined for what names itself once. */
export const ownAbbreviation = (name: string): ShortName | undefined => {
  const [, long, short] = /^(\S+ .+?) \(?(\p{Lu}[\p{Lu}\d&-]{1,7})\)?$/u.exec(name) ?? []
  if (long === undefined || short === undefined || isCapitals(long)) return undefined
  return mayAbbreviate(short, long) ? { short, long } : undefined
}

/** What every reader knows by two letters, which too much else begins with: by the long name's key. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['den-europeiske-union', 'EU'],
  ['den-europeiske-unionen', 'EU'],
  ['de-forente-nasjoner', 'FN'],
  ['dei-sameinte-nasjonane', 'FN']
])

/**
 * The abbreviations that a text introduces, or shows to be some:
 *
 *     Direktoratet for forvaltning og IKT (Difi)   Difi (Direktoratet for …)   Kommunesektorens organisasjon KS
 *     KMD … Kommunal- og moderniseringsdepartementet   initials, anywhere in the article
 *     De forente nasjoner   whether or not the article has FN
 *
 * Not a party after a person, `Paul Chaffey (H)`, nor who writes from a town, `Rjukan (RA)`.
 */
export const abbreviationsIn = (
  text: string,
  mentions: readonly NamedMention[],
  names: Iterable<ArticleName>
): ShortName[] => {
  const things = [...names].filter(({ type }) => type !== 'person')
  const capitals = things.filter(({ name }) => /^\p{Lu}{3,8}$/u.test(name)).slice(0, MOST)
  const long = things.filter(({ name }) => name.length > 8).slice(0, MOST)
  const shown = capitals.flatMap(({ name: short }) => {
    const fitting = long.filter(({ name }) => areInitials(short, name))
    return fitting.length === 1 ? [{ short, long: fitting[0]!.name }] : []
  })
  const introduced = mentions.flatMap((mention, i) =>
    isAbbreviated(mention) ? (introducedAfter(text, mention, mentions[i + 1]) ?? []) : []
  )
  const known = things.flatMap(({ slug, name }) => {
    const short = KNOWN.get(slug)
    return short === undefined ? [] : [{ short, long: name }]
  })
  return [...introduced, ...shown, ...known]
}

/** Not people, nor towns: `Rjukan (RA)` tells which newspaper writes from there. */
const isAbbreviated = ({ type, name }: NamedMention): boolean =>
  type !== 'person' && (type !== 'place' || name.includes(' '))

/** What stands directly after a name, in parentheses or beside it, if one abbreviates the other. */
const introducedAfter = (
  text: string,
  { name, end }: NamedMention,
  next: NamedMention | undefined
): ShortName | undefined => {
  const [, inside] = /^ ?\(([^()\n]{2,100})\)/.exec(text.slice(end, end + 104)) ?? []
  const other = inside ?? (next && isBeside(text, { start: end, end: next.start }) ? next.name : undefined)
  if (other === undefined || slug(other) === slug(name)) return undefined
  const isTold = inside !== undefined && isAcronym(other) && isDescriptive(name)
  if (isShort(other) && (isTold || mayAbbreviate(other, name))) return { short: other, long: name }
  if (inside !== undefined && isShort(name) && mayAbbreviate(name, other)) return { short: name, long: other }
  return undefined
}

const isBeside = (text: string, { start, end }: Span): boolean =>
  end - start <= 1 && text.slice(start, end).trim() === ''

const isAcronym = (name: string): boolean => /^\p{Lu}{3,6}$/u.test(name)

/** What says what it is has letters of another language behind it: `Idrettens voldgiftsrett (CAS)`. */
const isDescriptive = (name: string): boolean =>
  / \p{Ll}{5,}$/u.test(name) || /^\p{L}{14,}(?:en|et)$/u.test(name)

/** One word with a capital. */
const isShort = (name: string): boolean => /^(?=.{0,9}\p{Lu})[\p{L}\p{N}&-]{2,10}$/u.test(name)

/** Words that an abbreviation may pass over. */
const SMALL_WORDS = wordSet('og i for av på til ved med om den det de the of and')

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Do the letters stand in the text in this order? */
const isWithin = (letters: string, text: string): boolean => {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Abbreviations have it seldom: `De forente nasjoner (FN)`. */
const ARTICLE = /^(?:de[nt]?|dei) /i

/**
 * May a short name stand for a long one that introduces it? Its letters are letters of the long one in order, from the
 * first on: `Difi` for `Direktoratet for forvaltning og IKT`. Not `H` for `Høyre`: one letter says too little.
 */
export const mayAbbreviate = (short: string, long: string): boolean => {
  const letters = lettersOf(short)
  const text = lettersOf(long.replace(ARTICLE, ''))
  return (
    letters.length >= 2 &&
    letters.length * 2 <= text.length &&
    text.startsWith(letters[0]!) &&
    isWithin(letters, text)
  )
}

/**
 * Is a short name in capitals made of the first letters of every word of a long one and of letters inside compounds,
 * and so evidently its abbreviation? `KMD` of `Kommunal- og moderniseringsdepartementet`; not of
 * `Kunnskapsdepartementet`.
 */
export const areInitials = (short: string, long: string): boolean => {
  if (!/^\p{Lu}{3,8}$/u.test(short)) return false
  const words = wordsOf(spelled(long)).filter((word) => !SMALL_WORDS.has(word))
  return words.length >= 2 && fits(lettersOf(short), words)
}

/** `FC København` → F C København: letters give each themselves. */
const spelled = (name: string): string =>
  name.replace(/(?<!\S)\p{Lu}{2,3}(?=\s)/gu, (letters) => letters.replace(/(?<=.)(?=.)/g, ' '))

/** A word that may give more than its first letter is a compound; shorter ones have hardly any parts. */
const COMPOUND = 12

/** Can the letters be divided between the words, to each its first letter, and to a compound others of it in order? */
const fits = (letters: string, words: readonly string[]): boolean => {
  const [word, ...rest] = words
  if (word === undefined) return letters === ''
  const most = word.length < COMPOUND ? 1 : letters.length - rest.length
  for (let taken = Math.min(most, letters.length - rest.length); taken >= 1; taken--) {
    const own = letters.slice(0, taken)
    if (word.startsWith(own[0]!) && isWithin(own, word) && fits(letters.slice(taken), rest)) return true
  }
  return false
}

const TYPES: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'event'])

/** Fewer words tell a part or a product from the whole: `Telenor Norge`, `Ford Focus`. */
const LEAST_MORE = 2

/**
 * The names with which longer names of the same type begin, word by word: `Rambøll` and `Rambøll Management
 * Consulting`. Whether they mean the same is for the collection to say.
 */
export const beginningsIn = (names: readonly ArticleName[]): ShortName[] => {
  const things = names.filter(({ type }) => TYPES.has(type))
  const known = new Map(things.map((name) => [name.words.join(' '), name]))
  return things.flatMap((long) => {
    // An edition or a model, and not the full name of what makes it.
    if (/\d/.test(long.slug)) return []
    return long.words.slice(0, -LEAST_MORE).flatMap((_, last) => {
      const short = known.get(long.words.slice(0, last + 1).join(' '))
      const isPair = long.words[last + 1] === 'og'
      return short?.type === long.type && !isPair ? { short: short.name, long: long.name } : []
    })
  })
}
