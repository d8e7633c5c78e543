import { idFault, idFromPath, urlSafeId } from '../article-id.js'
import { Refusal } from '../refusal.js'
import { UNREADABLE } from '../text/article-text.js'
import { decodeReferences, htmlText, looksLikeHtml } from '../text/html-text.js'
import { isoDate } from './dates.js'
import { personNames } from './person-names.js'

/**
 * What the facts of an article may be, and the form that they are kept in. Each reader takes what a file states and
 * gives the fact, or undefined where nothing is stated: `null`, a blank string, an empty list.
 *
 * A reader throws a `Refusal` where the value makes no sense; it reads on from the key: “must be …”.
 */
export type ValueReader<T> = (stated: unknown) => T | undefined

const must = (be: string, stated: unknown): Refusal => new Refusal(`must ${be}, not ${shown(stated)}`)

const shown = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object'
}

/** Characters that show nothing: a zero-width space, a byte order mark, a soft hyphen. */
const INVISIBLE = /[\u200B\uFEFF\u00AD]/g

/** One kind of white space between words and none at the ends; HTML and character references read; NFC. */
const tidy = (value: string): string | undefined =>
  (looksLikeHtml(value) ? htmlText(value) : decodeReferences(value))
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC') || undefined

/** Where an object has its text: `{name: 'Kari Moe', image: …}`, WordPress's `{rendered: …}`, JSON-LD's `@value`. */
const TEXT_KEYS = [
  'name',
  'navn',
  'title',
  'tittel',
  'label',
  'term',
  'rendered',
  'basic',
  'main',
  'value',
  '@value',
  'created',
  '$date',
  '$oid',
  '@id'
]

/** The text of a value: numbers and dates are texts too, and so are objects with a name. */
const plain = (stated: unknown): unknown => {
  if (stated === null) return undefined
  if (typeof stated === 'number') return String(stated)
  if (stated instanceof Date) return stated.toISOString()
  if (Array.isArray(stated))
    return stated.length === 0 ? undefined : stated.length === 1 ? plain(stated[0]) : stated
  if (typeof stated !== 'object') return stated
  const object = stated as Readonly<Record<string, unknown>>
  const inNorwegian = localised(object)
  if (inNorwegian !== undefined) return plain(inNorwegian)
  const key = TEXT_KEYS.find((each) => typeof object[each] === 'string' || typeof object[each] === 'number')
  return key === undefined ? (fullName(object) ?? stated) : plain(object[key])
}

/** `{ "en-US": 'Hi', nb: 'Hei' }` of Contentful and others: the Norwegian one, else the first. */
export const localised = (object: Readonly<Record<string, unknown>>): unknown => {
  const keys = Object.keys(object)
  if (
    keys.length === 0 ||
    !keys.every((key) => /^(?:nb|nn|no|en|sv|da|se|de|fr)(?:[-_][a-z]{2})?$/i.test(key))
  )
    return undefined
  const own = ['nb', 'nn', 'no'].flatMap((code) => keys.filter((key) => key.toLowerCase().startsWith(code)))
  return object[own[0] ?? keys[0]!]
}

/** `{firstName: 'Kari', last_name: 'Moe'}` → `Kari Moe` */
const fullName = (object: Readonly<Record<string, unknown>>): string | undefined => {
  const parts = [/^(?:first|given)_?name$|^fornavn$/i, /^(?:last|family)_?name$|^etternavn$/i].flatMap(
    (form) => {
      const key = Object.keys(object).find((each) => form.test(each))
      const part = key === undefined ? undefined : object[key]
      return typeof part === 'string' && part !== '' ? [part] : []
    }
  )
  return parts.length > 0 ? parts.join(' ') : undefined
}

/** Without what Strapi wraps related things in: `{data: [{id: 7, attributes: {name: 'Kari Moe'}}]}`. */
const unwrapped = (stated: unknown): unknown => {
  if (Array.isArray(stated)) return stated.map(unwrapped)
  if (typeof stated !== 'object' || stated === null) return stated
  const { data, attributes } = stated as Readonly<Record<string, unknown>>
  const inner = data ?? attributes
  return typeof inner === 'object' && inner !== null ? unwrapped(inner) : stated
}

/** A string with one kind of white space; of a list, the first one that says something. */
export const words: ValueReader<string> = (stated) => {
  const [first] = [unwrapped(stated)].flat(Infinity).filter((each) => each !== null && each !== '')
  return first === undefined ? undefined : textOf(first, 'be text')
}

/** @param be what must be there instead, for the refusal */
const textOf = (stated: unknown, be: string): string | undefined => {
  const value = plain(stated)
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw must(be, value)
  if (UNREADABLE.test(value)) throw must('be without control characters', value)
  // A link of Obsidian: `[[Kari Moe]]`, `[[people/kari|Kari Moe]]`.
  return tidy(value.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1'))
}

/** A list, one value for a list of one, and lists in lists; nothing twice. */
const listOf =
  (split: (value: string) => readonly string[]): ValueReader<readonly string[]> =>
  (stated) => {
    const values = [unwrapped(stated)].flat(Infinity).flatMap((each) => {
      const value = textOf(each, 'be a list of texts, or one text')
      return value === undefined ? [] : split(value)
    })
    const unique = [
      ...new Map(values.toReversed().map((value) => [value.toLowerCase(), value])).values()
    ].toReversed()
    return unique.length > 0 ? unique : undefined
  }

/** An address, `#kari` of JSON-LD or a number of WordPress says who it is and not what they are called. */
export const people = listOf((value) => (/^(?:#|https?:|\d+$)/.test(value) ? [] : personNames(value)))

/** `skole, vei; buss` is three of them, and so is `#skole #vei #buss`; a list's values are whole: `[Oslo, Norge]`. */
export const keywords: ValueReader<readonly string[]> = (stated) =>
  listOf((value) => (typeof stated === 'string' ? tagsIn(value) : [value.replace(/^#/, '')]))(stated)

/** `facets`: each text is one value, `name:value`, whatever is in it. */
export const texts = listOf((value) => [value])

const tagsIn = (value: string): readonly string[] =>
  value
    .split(/^#\S+(?:\s+#\S+)*$/.test(value) ? /[\s,;|]+/ : /\s*[,;|]\s*/)
    .map((each) => each.replace(/^#/, ''))
    .filter((each) => each !== '')

/** Numbers are taken too: exports of a database often have them. */
export const id: ValueReader<string> = (stated) => {
  const value = textOf(stated, 'be text or a whole number')
  if (value === undefined) return undefined
  const made = urlSafeId(value)
  const fault = idFault(made)
  if (fault !== undefined) throw new Refusal(fault)
  return made
}

/** Ids, or paths and addresses of pages as ids: `/2019/leder.html`, `https://avis.no/2019/leder/` → `2019-leder`. */
export const aliases: ValueReader<readonly string[]> = (stated) =>
  listOf((value) => {
    const [path = ''] = value.replace(/^https?:\/\/[^/]+/i, '').split(/[?#]/)
    return [idFromPath(path.replace(/\/+$|\.html?$/g, ''))]
  })(stated)

/** Kept as it is written where that is ISO 8601. */
export const date: ValueReader<string> = (stated) => {
  const be = 'be a date such as 2019-11-28, or a date-time such as 2019-11-28T10:15:00+01:00'
  const value = textOf(stated, be)
  if (value === undefined) return undefined
  const iso = isoDate(value)
  if (iso === undefined) throw must(be, value)
  return iso
}

/**
 * A path on a site of its own (`/2019/leder/`) says nothing here, nor do Eleventy's `false` and the name of an item,
 * `urn:…`.
 */
export const url: ValueReader<string> = (stated) => {
  const be = 'be an address that starts with https:// or http://'
  const value = textOf(stated, be)
  if (value === undefined || /^(?:false$|urn:|tag:)/i.test(value) || /^\.{0,2}\/(?!\/)/.test(value))
    return undefined
  if (!isWebAddress(value)) throw must(be, value)
  return value
}

export const isWebAddress = (value: string): boolean => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value)

const LANGUAGES: Readonly<Record<string, 'nb' | 'nn' | 'und' | 'no'>> = {
  ...{ nb: 'nb', nob: 'nb', bokmål: 'nb', nn: 'nn', nno: 'nn', nynorsk: 'nn', und: 'und' },
  ...{ no: 'no', nor: 'no', norsk: 'no', norwegian: 'no' }
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * Also with a country, `nb-NO` or `nn_NO`. `no` says Norwegian but not which: it states nothing that the analysis does
 * not know. Another language (`en`, `sv-SE`) is `und`.
 */
export const language: ValueReader<'nb' | 'nn' | 'und'> = (stated) => {
  const be = 'be nb or nn, or be left out to have it detected'
  const value = textOf(stated, be)
  if (value === undefined) return undefined
  const known = LANGUAGES[value.toLowerCase().replace(/[-_]no$/, '')]
  if (known !== undefined) return known === 'no' ? undefined : known
  if (isOtherLanguage(value)) return 'und'
  throw must(be, value)
}

const isOtherLanguage = (code: string): boolean =>
  /^(?!n[bno](?:[-_]|$))[a-z]{2,3}(?:[-_][a-z]{2})?$/i.test(code) &&
  languageNames.of(code.slice(0, code.search(/[-_]|$/)).toLowerCase()) !== undefined

/** `true` and `false` as JSON, YAML, Norwegians and databases write them; another value is neither. */
export const truth = (stated: unknown): boolean | undefined => {
  const value = typeof stated === 'string' ? stated.trim().toLowerCase() : stated
  if (value === true || value === 1 || ['true', 'yes', 'ja', '1', 'on'].includes(String(value))) return true
  if (value === false || value === 0 || ['false', 'no', 'nei', '0', 'off'].includes(String(value)))
    return false
  return undefined
}
