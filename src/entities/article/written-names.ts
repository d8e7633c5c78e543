import type { EntityType } from '../entity-type.js'
import { isCapitals, slug } from '../slug.js'
import type { RecognisedMention } from '../mention.js'
import { isPlainParty } from '../party-names.js'
import { isSureOwner, ownsNext } from './owners.js'
import type { Span } from '../../structures/span.js'

/** The definite form in the genitive, of what is called by a noun: `Arbeiderpartiets`, `Dataforeningens`. */
const DEFINITE_GENITIVE = /\p{Ll}{3}(?:e[nt]|ene|ane)s$/u

/** Small letters after capitals are no part of an abbreviation: `NRKs`, `SVs`. */
const ABBREVIATION_GENITIVE = /^\p{Lu}{2,}s$/u

const MAY_BE_NOUN: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'event'])

/**
 * The names of the mentions without the ending of the genitive, by mention; undefined for what is no name.
 *
 * An `s` is an ending where the name stands without it in the same article (`Chaffeys … Chaffey`; a
 * surname: `Chaffeys … Paul Chaffey`), where it is a country (`Russlands`), a party or an abbreviation (`Frps`,
 * `NRKs`), where whom it owns is named right behind it (`Sunwebs Kari Moe`), or where the noun before it is definite
 * and a word follows (`Arbeiderpartiets utvalg`). Else it may be the name's own (`Hans`, `Moss`), and the collection
 * may know better.
 */
export const nominativeNames = (
  text: string,
  mentions: readonly RecognisedMention[]
): (string | undefined)[] => {
  const written = mentions.map((mention) => writtenName(text, mention))
  const known = new Set(written.flatMap((name) => (name === undefined ? [] : slug(name))))
  const surnames = new Set(
    written.flatMap((name, i) =>
      name !== undefined && mentions[i]!.type === 'person' ? nameWords(name).slice(-1) : []
    )
  )
  return written.map((name, i) => {
    const stem = name === undefined ? undefined : withoutGenitive(name)
    if (name === undefined || stem === undefined) return name
    const { type, end } = mentions[i]!
    if (known.has(slug(stem)) || isSureOwner(stem)) return stem
    if (ownsNext(text, mentions[i]!, mentions[i + 1])) return stem
    if (type === 'organisation' && (isPlainParty(stem) || ABBREVIATION_GENITIVE.test(name))) return stem
    if (type === 'person' && surnames.has(nameWords(stem).at(-1)!)) return stem
    const isNoun = MAY_BE_NOUN.has(type) && DEFINITE_GENITIVE.test(name) && isBeforeWord(text, end)
    return isNoun ? stem : name
  })
}

/** Longer ones are no names. In UTF-16 code units. */
const LONGEST = 100

/**
 * A name as it is written at a place, without quotation marks and what cannot be seen (soft hyphens), with single
 * spaces; undefined for what is none.
 */
export const writtenName = (text: string, { start, end }: Span): string | undefined => {
  if (end - start > LONGEST) return undefined
  const name = text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/^[\s«»"“”„–-]+|[\s«»"“”„–-]+$/g, '')
  return /\p{L}/u.test(name) && slug(name) !== '' ? name : undefined
}

/**
 * The words of a name as keys: `Kommunal- og moderniseringsdepartementet` → kommunal, og, moderniseringsdepartementet.
 */
export const nameWords = (name: string): string[] =>
  name
    .split(' ')
    .map(slug)
    .filter((word) => word !== '')

/** `Chaffeys` → Chaffey, `KS’` → KS; undefined for what has no ending of the genitive. */
export const withoutGenitive = (name: string): string | undefined => {
  if (!/[s'’´`]$/i.test(name)) return undefined
  const stem = /^(.+?)(?:['’´`]s?|[-:]s|(?<!['’´`\s])s)$/iu.exec(name)?.[1]
  return stem === undefined || slug(stem).length < 2 || (isCapitals(name) && name.endsWith('S'))
    ? undefined
    : stem
}

/** Words that follow a subject or a name by itself, and no genitive. */
const NO_NOUN =
  'og|eller|men|enn|at|som|da|då|når|er|var|har|hadde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør|ble|blir|vart|vert|' +
  'fikk|fekk|får|går|gikk|gjekk|kom|kjem|kommer|sier|seier|sa|mener|meiner|melder|skriver|skriv|opplyser|ikke|ikkje|' +
  'også|selv|sjølv|i|på|til|for|av|med|ved|fra|frå|mot|om|under|over|etter'
const WORD_BEHIND = new RegExp(`^[ \\n][«"“]?(?!(?:${NO_NOUN})(?!\\p{L}))\\p{L}`, 'u')
const LONGEST_WORD = 14

/** Does a word follow directly, as the noun follows a genitive? `Difis regi`, not `Paris.`, `Nordea Markets og` */
export const isBeforeWord = (text: string, end: number): boolean =>
  WORD_BEHIND.test(text.slice(end, end + LONGEST_WORD))
