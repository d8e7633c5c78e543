import type { ArticleFormat } from './format.js'
import { html } from './html.js'
import { jsonLines } from './json-lines.js'
import { json } from './json.js'
import { markdown } from './markdown.js'
import { plainText } from './plain-text.js'
import { table } from './table.js'
import { xml } from './xml.js'

/** The formats that are read. A new one is a file beside this one, and a row here. */
const FORMATS: readonly ArticleFormat[] = [plainText, markdown, html, jsonLines, json, table, xml]

/** Of all formats, without the dot. */
export const EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions)

/** @param extension in small letters, without the dot */
export const formatOf = (extension: string): ArticleFormat | undefined =>
  FORMATS.find(({ extensions }) => extensions.includes(extension))

/** @param name of one of the formats */
export const formatNamed = (name: string): ArticleFormat => FORMATS.find((format) => format.name === name)!
