import { stringify } from 'csv-stringify/sync'
import type { Hit } from '../engine/questions.js'
import { valuesOf, type HitKey } from '../fields.js'
import { HIT_FACTS } from './schemas/article.js'
import { selectFields } from './schemas/fields.js'
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

/** What of a result is written, beside its format. */
interface ExportOptions {
  /** Does a table begin with a byte order mark? */
  readonly bom: boolean
  /** The properties of a hit; absent: all. */
  readonly fields?: readonly string[] | undefined
}

const writeHit = serializerOf(HitSchema)

/** A hit a line. */
const jsonLines = (type: string, { fields }: ExportOptions): ExportFormat => {
  const select = selectFields(fields)
  return {
    type,
    extension: 'jsonl',
    head: '',
    write: (hits) => hits.map((hit) => `${writeHit(select(hit))}\n`).join('')
  }
}

interface Column {
  readonly name: string
  /** The property of a hit that it is of. */
  readonly field: keyof Hit
  readonly cell: (hit: Hit) => string | number | undefined
}

/** What stands between the values of a cell that has several. */
const SEPARATOR = '; '

const plain = (field: 'id' | 'title' | 'publishedAt' | 'url' | 'language' | 'score'): Column => ({
  name: field,
  field,
  cell: (hit) => hit[field]
})

const listed = (field: HitKey): Column => ({
  name: field,
  field,
  cell: (hit) => valuesOf(hit, field).join(SEPARATOR)
})

const ofSnippets = (name: string, value: (snippet: Hit['snippets'][number]) => number): Column => ({
  name,
  field: 'snippets',
  cell: ({ snippets }) => snippets.map(value).join(SEPARATOR)
})

/** Offsets are UTF-16 code units into the article's `text`, of each snippet in turn. */
const COLUMNS: readonly Column[] = [
  plain('id'),
  plain('title'),
  plain('publishedAt'),
  ...(Object.keys(HIT_FACTS) as HitKey[]).map(listed),
  plain('url'),
  plain('language'),
  plain('score'),
  {
    name: 'snippets',
    field: 'snippets',
    cell: ({ snippets }) => snippets.map(({ text }) => text).join(' … ')
  },
  ofSnippets('snippetStarts', ({ start }) => start),
  ofSnippets('snippetEnds', ({ end }) => end),
  { name: 'copies', field: 'copies', cell: ({ copies }) => copies?.ids.join(SEPARATOR) }
]

/**
 * https://www.rfc-editor.org/rfc/rfc4180. A spreadsheet would run `=…`, `+…`, `-…` and `@…` as formulas, so that they
 * are written with an apostrophe before them. csv-stringify quotes line breaks in cells only where it is told to, when
 * `record_delimiter` is given.
 */
const rows = (cells: readonly (readonly unknown[])[]): string =>
  stringify([...cells], { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true })

/** Excel reads a file without it in the encoding of its country. */
const BYTE_ORDER_MARK = '\ufeff'

const csv = ({ bom, fields }: ExportOptions): ExportFormat => {
  const columns = COLUMNS.filter(({ field }) => field === 'id' || (fields?.includes(field) ?? true))
  return {
    type: CSV_TYPE,
    extension: 'csv',
    head: (bom ? BYTE_ORDER_MARK : '') + rows([columns.map(({ name }) => name)]),
    write: (hits) => rows(hits.map((hit) => columns.map(({ cell }) => cell(hit))))
  }
}

/** JSON Lines has no media type of its own; both are in use. */
const JSON_LINES_TYPES = ['application/x-ndjson', 'application/jsonl'] as const

const CSV_TYPE = 'text/csv; charset=utf-8'

/** The media types, the default first. */
export const EXPORT_TYPES: readonly string[] = [...JSON_LINES_TYPES, CSV_TYPE]

/** The media type of each `format`. */
export const TYPE_OF_FORMAT = { jsonl: JSON_LINES_TYPES[0], csv: CSV_TYPE } as const

export const exportFormat = (type: string, options: ExportOptions): ExportFormat =>
  type === CSV_TYPE ? csv(options) : jsonLines(type, options)
