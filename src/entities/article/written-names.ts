import type { EntityType } from '../entity-type.js'
import { isCapitals, slug } from '../slug.js'
import type { RecognisedMention } from '../mention.js'
import { isPlainParty } from '../party-names.js'
import { isBeforeWord } from './before-word.js'
import { isSureOwner, ownsNext } from './owners.js'
import { isSureGenitive } from './sure-genitives.js'
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
 * `NRKs`), where whom it owns is named right behind it (`Sunwebs Kari Moe`), where what follows can only be owned
 * (`Kremls talsmann`) and the name stands nowhere by itself, or where the noun before it is definite and a word follows
 * (`Arbeiderpartiets utvalg`). Else it may be the name's own (`Hans`, `Moss`), and the collection
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
  const bare = new Set(written.filter((_, i) => !isBeforeWord(text, mentions[i]!.end)))
  const lastWords = new Set(
    written.flatMap((name) => (name?.includes(' ') === true ? nameWords(name).slice(-1) : []))
  )
  const isOwn = (name: string): boolean => bare.has(name) || lastWords.has(slug(name))
  return written.map((name, i) => {
    const stem = name === undefined ? undefined : withoutGenitive(name)
    if (name === undefined || stem === undefined) return name
    const { type, end } = mentions[i]!
    const isEnding =
      known.has(slug(stem)) ||
      isSureOwner(stem) ||
      ownsNext(text, mentions[i]!, mentions[i + 1]) ||
      (!isOwn(name) && isSureGenitive(text, { ...mentions[i]!, name })) ||
      (type === 'person' && surnames.has(nameWords(stem).at(-1)!)) ||
      isThingsGenitive(text, { type, name, stem, end })
    return isEnding ? stem : name
  })
}

interface Thing {
  readonly type: EntityType
  readonly name: string
  readonly stem: string
  readonly end: number
}

/** A party, letters or a definite noun in the genitive: `Frps`, `NRKs`, `Arbeiderpartiets | utvalg`. */
const isThingsGenitive = (text: string, { type, name, stem, end }: Thing): boolean =>
  (type === 'organisation' && (isPlainParty(stem) || ABBREVIATION_GENITIVE.test(name))) ||
  (MAY_BE_NOUN.has(type) && DEFINITE_GENITIVE.test(name) && isBeforeWord(text, end))

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
