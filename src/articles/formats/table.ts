import { Readable } from 'node:stream'
import { CsvError, parse, type Options } from 'csv-parse'
import type { Notice } from '../article.js'
import { hasTextKey, recordArticle } from '../facts/record-article.js'
import { atLine, NoArticle, Refusal } from '../refusal.js'
import { decodedChunks } from '../text/encodings.js'
import { MAX_ARTICLE_BYTES, tooLargeToGoOn, type ArticleFormat, type Found, type OpenFile } from './format.js'

/** A table with an article a row; its first row names the columns. Values are parted by `,`, `;`, tab or `|`. */
export const table: ArticleFormat = {
  read: async function* (file) {
    const encoding: Notice[] = []
    const { header, texts } = await withHeader(
      decodedChunks(file.chunks(), (notice) => encoding.push(notice))
    )
    const rows = Readable.from(texts).pipe(parse(optionsFor(header)))
    // An error of the disk is thrown to whoever reads the rows.
    let columns: readonly string[] | undefined
    let before = 0
    try {
      for await (const { record, info } of rows as AsyncIterable<Row>) {
        const line = before + 1
        before = info.lines
        if (columns === undefined) {
          columns = columnsOf(record, file)
          continue
        }
        if (record.every((value) => value.trim() === '')) continue
        const found = readRow(columns, record, { file, line })
        yield found instanceof Refusal
          ? found
          : { ...found, notices: [...encoding.splice(0), ...found.notices] }
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLargeToGoOn(before + 1)
      throw new Refusal(
        `The table is broken here (${error.message}), and what follows is not read: fix the row, and close its quotes`,
        before + 1
      )
    }
    if (columns === undefined) throw new NoArticle('The table is empty')
  }
}

interface Row {
  readonly record: readonly string[]
  /** `lines` have been read so far. */
  readonly info: { readonly lines: number }
}

const DELIMITERS = [',', ';', '\t', '|']

/** Excel may write `sep=;` before the header. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i

const optionsFor = (header: string): Options => ({
  delimiter: SEPARATOR_LINE.exec(header)?.[1] ?? mostFrequentDelimiter(header),
  from_line: SEPARATOR_LINE.test(header) ? 2 : 1,
  info: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: MAX_ARTICLE_BYTES
})

/** Outside of quotes. */
const mostFrequentDelimiter = (header: string): string => {
  const [line = ''] = header.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n|\r/)
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}

/** How much of a table is looked at for its header, in UTF-16 code units. */
const LONGEST_HEADER = 64 * 1024

/** The beginning of a text, and all of it. */
const withHeader = async (
  texts: AsyncGenerator<string>
): Promise<{ header: string; texts: AsyncIterable<string> }> => {
  let header = ''
  while (header.length < LONGEST_HEADER && !/\n[\s\S]*\n/.test(header)) {
    const next = await texts.next()
    if (next.done === true) break
    header += next.value
  }
  const start = header.replace(/^\uFEFF/, '')
  const all = async function* (): AsyncGenerator<string> {
    yield start
    yield* texts
  }
  return { header: start, texts: all() }
}

/** @throws {NoArticle} where no column is of text */
const columnsOf = (header: readonly string[], { names }: OpenFile): readonly string[] => {
  const columns = header.map((name) => name.trim())
  if (hasTextKey(columns, names)) return columns
  throw new NoArticle(
    'The table has no column of texts: call it `text`, or name it in fields.yaml, such as `text: merknad`; ' +
      `its columns are ${columns.slice(0, 10).join(', ')}`
  )
}

const tooLong = (row: readonly string[], columns: readonly string[]): Notice => ({
  kind: 'changed',
  reason:
    `The row has ${row.length} values, but the table has ${columns.length} columns, so the last ones are left out and ` +
    'others may be in the wrong column: put quotes around values that have the delimiter in them'
})

const readRow = (
  columns: readonly string[],
  row: readonly string[],
  { file, line }: { readonly file: OpenFile; readonly line: number }
): Found => {
  try {
    const record = Object.fromEntries(columns.map((name, at) => [name, row[at] ?? '']))
    const found = { ...recordArticle(`${file.name}-${line}`, record, file), line }
    const isTooLong = row.slice(columns.length).some((value) => value.trim() !== '')
    return isTooLong ? { ...found, notices: [...found.notices, tooLong(row, columns)] } : found
  } catch (error) {
    return atLine(error, line)
  }
}
