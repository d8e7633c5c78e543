import type { ArticleFormat } from './format.js'
import type { FormatName } from './format-names.js'

/**
 * The formats that are read, loaded when a folder has one: what reads web pages takes longer to load than a folder of
 * texts to read. A new one is a file beside this one, a row here, and one in `format-names.ts`.
 */
const FORMATS: Readonly<Record<FormatName, () => Promise<ArticleFormat>>> = {
  text: async () => (await import('./plain-text.js')).plainText,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html.js')).html,
  'json-lines': async () => (await import('./json-lines.js')).jsonLines,
  json: async () => (await import('./json.js')).json,
  table: async () => (await import('./table.js')).table,
  xml: async () => (await import('./xml.js')).xml
}

export const loadFormat = (name: FormatName): Promise<ArticleFormat> => FORMATS[name]()
