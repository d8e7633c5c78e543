/** What is known of the files of a format before one is read. */
interface FormatFiles {
  /** In small letters and without the dot; `.gz` may follow any of them. */
  readonly extensions: readonly string[]
  /** About how long a megabyte takes, in milliseconds: tells which files are read in a thread of their own. */
  readonly msPerMegabyte: number
}

const FORMATS = {
  text: { extensions: ['txt', 'text'], msPerMegabyte: 30 },
  markdown: { extensions: ['md', 'mdx', 'markdown', 'mdown', 'mkd'], msPerMegabyte: 200 },
  html: { extensions: ['html', 'htm', 'xhtml'], msPerMegabyte: 1500 },
  'json-lines': { extensions: ['jsonl', 'ndjson'], msPerMegabyte: 50 },
  json: { extensions: ['json', 'jsonld'], msPerMegabyte: 100 },
  table: { extensions: ['csv', 'tsv'], msPerMegabyte: 100 },
  xml: { extensions: ['xml', 'rss', 'atom', 'nitf', 'newsml', 'wxr'], msPerMegabyte: 150 }
} as const satisfies Readonly<Record<string, FormatFiles>>

export type FormatName = keyof typeof FORMATS

const BY_EXTENSION = new Map(
  (Object.keys(FORMATS) as FormatName[]).flatMap((name) =>
    FORMATS[name].extensions.map((extension): [string, FormatName] => [extension, name])
  )
)

/** Of all formats. */
export const EXTENSIONS: readonly string[] = [...BY_EXTENSION.keys()]

/** @param extension in small letters, without the dot */
export const formatNameOf = (extension: string): FormatName | undefined => BY_EXTENSION.get(extension)

export const msPerMegabyte = (name: FormatName): number => FORMATS[name].msPerMegabyte
