import type { Span } from '../../structures/span.js'
import { isCapitals, slug } from '../slug.js'
import { areInitials, mayAbbreviate } from './abbreviates.js'
import type { ArticleName } from './article-names.js'
import type { NamedMention } from '../mention.js'

/** A short name and the long one that it stands for in an article. */
export interface Abbreviation {
  readonly short: string
  readonly long: string
}

/** Names of each kind that are compared: a text that has more is a list. */
const MOST = 100

/** `Kommunesektorens organisasjon KS` → Kommunesektorens organisasjon, KS; undefined for what names itself once. */
export const ownAbbreviation = (name: string): Abbreviation | undefined => {
  const [, long, short] = /^(\S+ .+?) \(?(\p{Lu}[\p{Lu}\d&-]{1,7})\)?$/u.exec(name) ?? []
  if (long === undefined || short === undefined || isCapitals(long)) return undefined
  return mayAbbreviate(short, long) ? { short, long } : undefined
}

/**
 * The abbreviations that a text introduces, or shows to be some:
 *
 *     Direktoratet for forvaltning og IKT (Difi)   Difi (Direktoratet for …)   Kommunesektorens organisasjon KS
 *     KMD … Kommunal- og moderniseringsdepartementet   initials, anywhere in the article
 *
 * Not a party after a person: `Paul Chaffey (H)`.
 */
export const abbreviationsIn = (
  text: string,
  mentions: readonly NamedMention[],
  names: Iterable<ArticleName>
): Abbreviation[] => {
  const things = [...names].filter(({ type }) => type !== 'person')
  const capitals = things.filter(({ name }) => /^\p{Lu}{3,8}$/u.test(name)).slice(0, MOST)
  const long = things.filter(({ name }) => name.length > 8).slice(0, MOST)
  const shown = capitals.flatMap(({ name: short }) => {
    const fitting = long.filter(({ name }) => areInitials(short, name))
    return fitting.length === 1 ? [{ short, long: fitting[0]!.name }] : []
  })
  const introduced = mentions.flatMap((mention, i) =>
    mention.type === 'person' ? [] : (introducedAfter(text, mention, mentions[i + 1]) ?? [])
  )
  return [...introduced, ...shown]
}

/** What stands directly after a name, in parentheses or beside it, if one abbreviates the other. */
const introducedAfter = (
  text: string,
  { name, end }: NamedMention,
  next: NamedMention | undefined
): Abbreviation | undefined => {
  const [, inside] = /^ ?\(([^()\n]{2,100})\)/.exec(text.slice(end, end + 104)) ?? []
  const other = inside ?? (next && isBeside(text, { start: end, end: next.start }) ? next.name : undefined)
  if (other === undefined || slug(other) === slug(name)) return undefined
  if (isShort(other) && mayAbbreviate(other, name)) return { short: other, long: name }
  if (inside !== undefined && isShort(name) && mayAbbreviate(name, other)) return { short: name, long: other }
  return undefined
}

const isBeside = (text: string, { start, end }: Span): boolean =>
  end - start <= 1 && text.slice(start, end).trim() === ''

/** One word with a capital. */
const isShort = (name: string): boolean => /^(?=.{0,9}\p{Lu})[\p{L}\p{N}&-]{2,10}$/u.test(name)
