import type { Notice } from '../article.js'
import type { FoundArticle, OpenFile } from '../formats/format.js'
import { Refusal } from '../refusal.js'
import { articleText, withoutStray } from '../text/article-text.js'
import { decodeReferences, htmlText, looksLikeHtml } from '../text/html-text.js'
import { plainKey } from './fact-names.js'
import { parseFacts, sourceArticle } from './stated-facts.js'

/** Where records have their text, the surest first: ours, schema.org's, WordPress's, ninjs's, Norwegian archives'. */
const TEXT_KEYS = [
  ...[
    'text',
    'tekst',
    'articleBody',
    'body',
    'brødtekst',
    'bodyText',
    'content',
    'innhold',
    'fulltekst',
    'fullText'
  ],
  ...['postContent', 'contentText', 'contentHtml', 'bodyHtml', 'bodyXhtml', 'html', 'markdown']
].map(plainKey)

/** What an article shows between title and text. */
const LEAD_KEYS = ['ingress', 'lead', 'lede', 'standfirst', 'preamble'].map(plainKey)

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
  const { body, lead, stated } = parted(record)
  if (body === undefined)
    throw new Refusal('The article has no `text`: state it as a string, {"id": "…", "text": "…"}')
  const { facts, notices, ...others } = parseFacts(stated, { names })
  const text = lead === undefined || body.includes(lead) ? body : `${lead}\n\n${body}`
  const kept = withoutStray(text)
  const all: Notice[] = [...kept.notices.map(({ kind, reason }) => ({ kind, reason })), ...notices]
  return { article: sourceArticle(path, facts, articleText(kept.text)), ...others, notices: all }
}

const parted = (record: object): { body?: string; lead?: string; stated: object } => {
  const entries = Object.entries(record)
  const first = (keys: readonly string[]): [string, string] | undefined => {
    const found = entries.flatMap(([key, value]): { rank: number; key: string; text: string }[] => {
      const rank = keys.indexOf(plainKey(key))
      const text = rank === -1 ? undefined : shownText(value)
      return text === undefined ? [] : [{ rank, key, text }]
    })
    const best = found.sort((a, b) => a.rank - b.rank)[0]
    return best && [best.key, best.text]
  }
  const body = first(TEXT_KEYS)
  const lead = first(LEAD_KEYS)
  const used = new Set([body?.[0], lead?.[0]])
  return {
    ...(body && { body: body[1] }),
    ...(lead && { lead: lead[1] }),
    stated: Object.fromEntries(entries.filter(([key]) => !used.has(key)))
  }
}

/** A string, WordPress's `{rendered: …}`, or a list of paragraphs; HTML and character references as they are shown. */
const shownText = (value: unknown): string | undefined => {
  if (Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === 'string'))
    return value.map(shownText).join('\n\n')
  const text = typeof value === 'object' && value !== null && 'rendered' in value ? value.rendered : value
  if (typeof text !== 'string' || text.trim() === '') return undefined
  return looksLikeHtml(text) ? htmlText(text) : decodeReferences(text)
}
