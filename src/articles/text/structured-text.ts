import { decodeReferences, htmlText, looksLikeHtml } from './html-text.js'
import { isMobiledoc, mobiledocText } from './mobiledoc.js'

type Node = Readonly<Record<string, unknown>>

/** Where a node has a text of its own, and where it has what is inside it. */
const TEXT_KEYS = [
  'html',
  'rendered',
  'text',
  'value',
  'insert',
  'markdown',
  'raw',
  'code',
  'calloutText'
] as const
const INSIDE_KEYS = [
  'root',
  'document',
  'data',
  'blocks',
  'children',
  'heading',
  'content',
  'items',
  'ops',
  'caption'
] as const

/** Nodes that stand within a line, by their types. */
const INLINE =
  /^(?:text|extended-text|span|link|a|hyperlink|autolink|mention|emoji|mark|strong|em|b|i|hard_?break|linebreak|br)$/i
const BREAK = /^(?:hard_?break|linebreak|br)$/i
/** What lists hold that are no blocks of one text. */
const ARTICLE = /article|post|news|story|page|item$/i

/** Deeper ones are made to harm. */
const DEEPEST = 50

/**
 * The text of what editors write as trees and not as HTML: ProseMirror, Slate, Lexical, Portable Text, EditorJS,
 * Contentful, Draft.js, Quill; or `{ html: … }`. Blocks have blank lines between them.
 *
 * - `[{ type: 'p', children: [{ text: 'En ' }, { text: 'film' }] }]` → `En film`
 * - undefined for what is none: `[{ title: 'En film', text: '…' }]` is a list of articles
 */
export const structuredText = (value: unknown): string | undefined => {
  if (isMobiledoc(value)) return mobiledocText(value)
  const isTree = Array.isArray(value)
    ? value.length > 0 && value.every(isBlock)
    : isNode(value) && !isArticle(value)
  const text = isTree ? textOf(value, 0).trim() : ''
  return text === '' ? undefined : text
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typeOf = ({ type, _type, nodeType }: Node): string | undefined =>
  [type, _type, nodeType].find((each) => typeof each === 'string')

const isBlock = (value: unknown): boolean =>
  isNode(value) && !isArticle(value) && (typeOf(value) !== undefined || Array.isArray(value.children))

const isArticle = (node: Node): boolean =>
  'title' in node || 'headline' in node || 'tittel' in node || ARTICLE.test(typeOf(node) ?? '')

const isInline = (value: unknown): boolean =>
  isNode(value) && (INLINE.test(typeOf(value) ?? 'text') || typeof value.insert === 'string')

const textOf = (value: unknown, depth: number): string => {
  if (depth > DEEPEST) return ''
  if (typeof value === 'string') return looksLikeHtml(value) ? htmlText(value) : decodeReferences(value)
  if (Array.isArray(value)) {
    const texts = value.map((each) => textOf(each, depth + 1))
    if (depth > 0 && value.every(isInline)) return texts.join('')
    return texts
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .join('\n\n')
  }
  if (!isNode(value)) return ''
  if (BREAK.test(typeOf(value) ?? '')) return '\n'
  const key = TEXT_KEYS.find((each) => typeof value[each] === 'string')
  if (key !== undefined) return textOf(value[key], depth + 1)
  return INSIDE_KEYS.map((each) => textOf(value[each], depth + 1))
    .filter((text) => text !== '')
    .join('\n\n')
}

/**
 * The text of such a tree that is stored as a string, as Ghost and others do: empty where it shows nothing. Undefined
 * for any other string.
 *
 * `'{"root":{"children":[{"type":"paragraph","children":[{"text":"En film"}]}]}}'` → `En film`
 */
export const storedTreeText = (stored: string): string | undefined => {
  if (!/^\s*(?:\{\s*["}]|\[\s*\{\s*")/.test(stored)) return undefined
  try {
    const value: unknown = JSON.parse(stored)
    return structuredText(value) ?? (isEmptyTree(value) ? '' : undefined)
  } catch {
    return undefined
  }
}

const isEmptyTree = (value: unknown): boolean =>
  isMobiledoc(value) || (isNode(value) && ('root' in value || Object.keys(value).length === 0))
