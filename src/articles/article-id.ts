import { createHash } from 'node:crypto'
import { ASCII_LETTERS } from '../structures/letters.js'

/** In ASCII characters. */
const LONGEST_ID = 200

/**
 * Turns a name into an id that stands in a URL as it is. `A-Z a-z 0-9 . _ ~ -` stay; other letters become the
 * nearest of them; what is left becomes one `-` for each run, and nothing at the ends. An id that is already
 * URL-safe comes back unchanged.
 *
 * - `002_f94d` → `002_f94d`
 * - `Ærlig på Ås` → `Aerlig-pa-As`
 * - `møte – «del 2»` → `mote-del-2`
 * - `a--b` → `a--b`, since nothing there needs to be replaced
 * - `記事` → `` (empty; `idFault` refuses it)
 */
export const urlSafeId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, spellOut)
    .replace(/[^A-Za-z0-9._~]+/g, (run, at: number, whole: string) => {
      if (/^-+$/.test(run)) return run
      return at === 0 || at + run.length === whole.length ? '' : '-'
    })

/** `ø` → `o`, `Æ` → `Ae`; a letter that is not in the table comes back as it is. */
const spellOut = (letter: string): string => {
  const small = ASCII_LETTERS[letter]
  if (small !== undefined) return small
  const [first, ...others] = ASCII_LETTERS[letter.toLowerCase()] ?? ''
  return first === undefined ? letter : [first.toUpperCase(), ...others].join('')
}

/** What makes a URL-safe id useless, or undefined where it is good. Reads on from “the id”. */
export const idFault = (id: string): string | undefined => {
  if (id === '') return 'must hold a letter from A to Z or a digit'
  // A URL's path segments `.` and `..` are resolved away before they reach the service.
  if (id === '.' || id === '..') return 'must not be a dot or two'
  if (id.length > LONGEST_ID) return `must be at most ${LONGEST_ID} characters`
  return undefined
}

/**
 * The id of an article that states none. It depends on nothing but the path, and is always good.
 *
 * - `002_f94d` → `002_f94d`
 * - `2019/05/leder` → `2019-05-leder`
 * - `content/blog/poster/index` → `content-blog-poster`, as site generators name the page of a folder
 * - `記事` → `article-` and eight digits that depend on the path; so too the end of an id that is too long
 *
 * @param path relative to the article folder, with `/`, without extension; `-` and the line after it for a record
 */
export const idFromPath = (path: string): string => {
  const id = urlSafeId(path.replace(/(?<=[^/])\/_?index$/i, ''))
  if (id.length > LONGEST_ID) return idWithSuffix(id, path)
  return idFault(id) === undefined ? id : idWithSuffix('article', path)
}

/** `leder`, `sport/leder.txt` → `leder-` and eight digits that depend on the place alone; never too long. */
export const idWithSuffix = (id: string, place: string): string => {
  const digits = createHash('sha256').update(place.normalize('NFC')).digest('hex').slice(0, SUFFIX_DIGITS)
  return `${id.slice(0, LONGEST_ID - SUFFIX_DIGITS - 1)}-${digits}`
}

const SUFFIX_DIGITS = 8
