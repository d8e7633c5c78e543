import { stringify } from 'csv-stringify/sync'
import type { Hit } from '../engine/questions.js'
import { valuesOf, type HitKey } from '../fields.js'
import { HIT_FACTS } from './schemas/article.js'
import { HitSchema } from './schemas/search.js'
import { serializerOf } from './serializer.js'

/** How a result is written that is sent whole. */
export interface ExportFormat {
  /** As it is sent. */
  readonly type: string
  /** The end of the file's name. */
  readonly extension: string
  /** What stands before the first hit. */
  readonly head: string
  /** Whole lines. */
  readonly write: (hits: readonly Hit[]) => string
}

const writeHit = serializerOf(HitSchema)

/** A hit a line. */
const jsonLines = (type: string): ExportFormat => ({
  type,
  extension: 'jsonl',
  head: '',
  write: (hits) => hits.map((hit) => `${writeHit(hit)}\n`).join('')
})

type Cell = (hit: Hit) => string | number | undefined

/** What stands between the values of a cell that has several. */
const SEPARATOR = '; '

/** A cell of each column. Offsets are UTF-16 code units into the article's `text`, of each snippet in turn. */
const COLUMNS: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  publishedAt: ({ publishedAt }) => publishedAt,
  ...Object.fromEntries(
    (Object.keys(HIT_FACTS) as HitKey[]).map((key): [string, Cell] => [
      key,
      (hit) => valuesOf(hit, key).join(SEPARATOR)
    ])
  ),
  url: ({ url }) => url,
  language: ({ language }) => language,
  score: ({ score }) => score,
  snippets: ({ snippets }) => snippets.map(({ text }) => text).join(' … '),
  snippetStarts: ({ snippets }) => snippets.map(({ start }) => start).join(SEPARATOR),
  snippetEnds: ({ snippets }) => snippets.map(({ end }) => end).join(SEPARATOR),
  copies: ({ copies }) => copies?.ids.join(SEPARATOR)
}

/**
 * https://www.rfc-editor.org/rfc/rfc4180. A spreadsheet would run `=…`, `+…`, `-…` and `@…` as formulas, so that they
 * are written with an apostrophe before them.
 */
const rows = (cells: readonly (readonly unknown[])[]): string =>
  stringify([...cells], { record_delimiter: 'windows', escape_formulas: true })

/** Excel reads a file without it in the encoding of its country. */
const BYTE_ORDER_MARK = '\ufeff'

const csv = (isMarked: boolean): ExportFormat => ({
  type: CSV_TYPE,
  extension: 'csv',
  head: (isMarked ? BYTE_ORDER_MARK : '') + rows([Object.keys(COLUMNS)]),
  write: (hits) => rows(hits.map((hit) => Object.values(COLUMNS).map((cell) => cell(hit))))
})

/** JSON Lines has no media type of its own; both are in use. */
const JSON_LINES_TYPES = ['application/x-ndjson', 'application/jsonl'] as const

const CSV_TYPE = 'text/csv; charset=utf-8'

/** The media types, the default first. */
export const EXPORT_TYPES: readonly string[] = [...JSON_LINES_TYPES, CSV_TYPE]

/** The media type of each `format`. */
export const TYPE_OF_FORMAT = { jsonl: JSON_LINES_TYPES[0], csv: CSV_TYPE } as const

/** @param isMarked does a table begin with a byte order mark? */
export const exportFormat = (type: string, isMarked: boolean): ExportFormat =>
  type === CSV_TYPE ? csv(isMarked) : jsonLines(type)
