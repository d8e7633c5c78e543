import type { Notice } from '../article.js'
import { recordArticle } from '../facts/record-article.js'
import { countIn, mostFrequent, type Counts } from '../folder/counts.js'
import { atLine, NoArticle, Refusal } from '../refusal.js'
import { decodedChunks } from '../text/encodings.js'
import type { ArticleFormat, Found, OpenFile } from './format.js'
import type { XmlDialect } from './xml/dialect.js'
import { atom, rss } from './xml/feed.js'
import { newsMlG2 } from './xml/newsml-g2.js'
import { nitf } from './xml/nitf.js'
import { xmlRecords, type XmlRecord } from './xml/records.js'

const DIALECTS: readonly XmlDialect[] = [rss, atom, nitf, newsMlG2]

/** What agencies, feeds and WordPress write; which of them, the root element tells. A file may hold many articles. */
export const xml: ArticleFormat = {
  read: async function* (file) {
    const encoding: Notice[] = []
    let dialect: XmlDialect | undefined
    const records = xmlRecords(
      notTemplates(decodedChunks(file.chunks(), (notice) => encoding.push(notice))),
      (root) => (dialect = dialectOf(root)).records
    )
    const others = new Map<string, number>()
    let index = 0
    for await (const record of records) {
      index++
      const found = readRecord(record, dialect!, { file, index })
      if (typeof found === 'string') countIn(others, found)
      else if (found instanceof Refusal) yield found
      else yield { ...found, notices: [...encoding.splice(0), ...found.notices] }
    }
    if (dialect === undefined) throw new Refusal('The file holds no XML: replace it, or remove it')
    if (index === 0) throw new NoArticle('There is no article in it')
    if (others.size > 0) yield new NoArticle(`Elements that are not articles were skipped: ${listed(others)}`)
  }
}

/** A site generator makes its feed of a file with front matter, or with tags of a template before the root element. */
async function* notTemplates(texts: AsyncIterable<string>): AsyncGenerator<string, void> {
  let isFirst = true
  for await (const text of texts) {
    if (isFirst && /^\s*(?:---|\{[%{]|<%)/.test(text))
      throw new NoArticle('It is a template of a site generator')
    isFirst = false
    yield text
  }
}

const dialectOf = (root: string): XmlDialect => {
  const dialect = DIALECTS.find(({ roots }) => roots.includes(root))
  if (dialect) return dialect
  throw new NoArticle(
    `XML with the root element \`${root.slice(0, 60)}\` holds no articles that are known here: ` +
      'RSS, Atom, WordPress exports, NITF and NewsML-G2 are read'
  )
}

/** A string names what the record is, where it is no article. */
const readRecord = (
  { element, around, unclosed }: XmlRecord,
  dialect: XmlDialect,
  { file, index }: { readonly file: OpenFile; readonly index: number }
): Found | string => {
  const isAlone = around.length === 0
  const line = isAlone ? undefined : element.line
  try {
    const record = dialect.read(element, around)
    if (typeof record === 'string') return record
    const found = recordArticle(isAlone ? file.name : `${file.name}-${index}`, stated(record), file)
    const notices = [
      ...(unclosed === undefined ? [] : [unclosedNotice(unclosed, element.line)]),
      ...found.notices
    ]
    return { ...found, notices, unknownKeys: [], ...(line !== undefined && { line }) }
  } catch (error) {
    return atLine(error, line)
  }
}

const stated = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(record)
      .map(([key, value]): [string, unknown] => [
        key,
        Array.isArray(value) ? value.filter((each) => each !== undefined) : value
      ])
      .filter(([, value]) => value !== undefined)
  )

const unclosedNotice = (name: string, line: number): Notice => ({
  kind: 'changed',
  line,
  reason: `The element \`${name}\` is not closed in its place, or the file is cut short: look the article over`
})

/** `attachment 12, nav_menu_item 3` */
const listed = (others: Counts): string =>
  Object.entries(mostFrequent(others, others.size))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
