import type { Span } from '../../structures/span.js'
import { isCapitals, slug } from '../slug.js'

/** Longer ones are no names. In UTF-16 code units. */
const LONGEST = 100

/** A name as it is written at a place, without quotation marks and what cannot be seen (soft hyphens), with single spaces; undefined for what is none. */
export const writtenName = (text: string, { start, end }: Span): string | undefined => {
  if (end - start > LONGEST) return undefined
  const name = text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/^[\s«»"“”„–-]+|[\s«»"“”„–-]+$/g, '')
  return /\p{L}/u.test(name) && slug(name) !== '' ? name : undefined
}

/** The words of a name as keys: `Kommunal- og moderniseringsdepartementet` → kommunal, og, moderniseringsdepartementet. */
export const nameWords = (name: string): string[] =>
  name
    .split(' ')
    .map(slug)
    .filter((word) => word !== '')

/** `Chaffeys` → Chaffey, `KS’` → KS; undefined for what has no ending of the genitive. */
export const withoutGenitive = (name: string): string | undefined => {
  const stem = /^(.+?)(?:['’´`]s?|[-:]s|(?<!['’´`])s)$/iu.exec(name)?.[1]
  return stem === undefined || slug(stem).length < 2 || (isCapitals(name) && name.endsWith('S'))
    ? undefined
    : stem
}

/** Does a word follow directly, as the noun follows a genitive? `Difis regi`, not `Paris.` */
export const isBeforeWord = (text: string, end: number): boolean =>
  /^[ \n][«"“]?\p{L}/u.test(text.slice(end, end + 3))
