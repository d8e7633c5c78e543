import type { Notice } from '../article.js'
import type { FoundArticle, OpenFile } from '../formats/format.js'
import { Refusal } from '../refusal.js'
import { articleText, withoutStray } from '../text/article-text.js'
import { decodeReferences, htmlText, looksLikeHtml } from '../text/html-text.js'
import { storedTreeText, structuredText } from '../text/structured-text.js'
import { plainKey, type FactNames, type TextFact } from './fact-names.js'
import { EMPTY_TEXT, parseFacts, sourceArticle } from './stated-facts.js'
import { localised } from './values.js'

/**
 * The article of a record: an object of JSON, a row of a table.
 *
 * @param path made into the id where the record states none
 * @throws {Refusal} without a line, where there is no text, or it is not to be shown
 */
export const recordArticle = (
  path: string,
  record: object,
  { names }: Pick<OpenFile, 'names'>
): FoundArticle => {
  const { body, lead, stated } = parted(record, names)
  if (body === undefined && hasEmptyText(record, names)) throw new Refusal(EMPTY_TEXT)
  if (body === undefined)
    throw new Refusal(
      'text' in record && record.text !== null && typeof record.text !== 'string'
        ? 'The `text` of the article is no string: write {"id": "…", "text": "…"}'
        : 'The article has no `text`: state it as a string, {"id": "…", "text": "…"}'
    )
  const { facts, notices, ...others } = parseFacts(stated, { names })
  const text = lead === undefined || body.includes(lead) ? body : `${lead}\n\n${body}`
  const kept = withoutStray(text)
  const all: Notice[] = [...kept.notices.map(({ kind, reason }) => ({ kind, reason })), ...notices]
  return { article: sourceArticle(path, facts, articleText(kept.text)), ...others, notices: all }
}

/** Does a record have a text? */
export const hasText = (record: object, names: FactNames): boolean =>
  textUnder('text', record, names) !== undefined

const hasEmptyText = (record: object, names: FactNames): boolean =>
  Object.entries(record).some(
    ([key, value]) => typeof value === 'string' && value.trim() === '' && hasTextKey([key], names)
  )

/** Is one of the keys that of a text? */
export const hasTextKey = (keys: readonly string[], names: FactNames): boolean =>
  keys.some((key) => rankOf('text', key, names) !== undefined)

/** Does a record state a title and a date of publication, whether it has a text or not? */
export const looksLikeArticle = (record: object, names: FactNames): boolean => {
  const facts = new Set(
    Object.keys(record).flatMap((key) => names.get(plainKey(key))?.map(({ fact }) => fact) ?? [])
  )
  return facts.has('title') && facts.has('publishedAt')
}

/** Text and lead under the surest of their keys, and all else. */
const parted = (record: object, names: FactNames): { body?: string; lead?: string; stated: object } => {
  const body = textUnder('text', record, names)
  const lead = textUnder('lead', record, names)
  const used = new Set([body?.key, lead?.key])
  return {
    ...(body && { body: body.text }),
    ...(lead && { lead: lead.text }),
    stated: Object.fromEntries(Object.entries(record).filter(([key]) => !used.has(key)))
  }
}

const textUnder = (
  fact: TextFact,
  record: object,
  names: FactNames
): { readonly key: string; readonly text: string } | undefined => {
  const found = Object.entries(record).flatMap(([key, value]) => {
    const rank = rankOf(fact, key, names)
    const text = rank === undefined ? undefined : shownText(value)
    return rank === undefined || text === undefined ? [] : [{ rank, key, text }]
  })
  return found.sort((a, b) => a.rank - b.rank)[0]
}

const rankOf = (fact: TextFact, key: string, names: FactNames): number | undefined =>
  names.get(plainKey(key))?.find((each) => each.fact === fact)?.rank

/** A string, a list of paragraphs, or the tree of an editor; HTML and character references as they are shown. */
const shownText = (value: unknown): string | undefined => {
  if (Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === 'string'))
    return value.map(shownText).join('\n\n')
  if (typeof value === 'object') {
    const inNorwegian = value === null || Array.isArray(value) ? undefined : localised({ ...value })
    return inNorwegian === undefined ? structuredText(value) : shownText(inNorwegian)
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const stored = storedTreeText(value)
  if (stored !== undefined) return stored === '' ? undefined : stored
  return looksLikeHtml(value) ? htmlText(value) : decodeReferences(value)
}
