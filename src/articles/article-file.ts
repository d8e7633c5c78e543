/** A file that may hold articles, told by its extension alone. */
export interface ArticleFile {
  /** Relative to the article folder, with `/`. */
  readonly path: string
  /** The file's name without its extension; the id of the article where none is stated. */
  readonly name: string
  /** `text` is one article, `json-lines` is one on each line. */
  readonly form: 'text' | 'json-lines'
  readonly gzipped: boolean
}

const TEXT = /^(?<name>.+)\.(?:txt|md)$/i
const JSON_LINES = /^(?<name>.+)\.(?:jsonl|ndjson)(?<gz>\.gz)?$/i

/**
 * `2019/leder.txt` → `{ name: 'leder', form: 'text', gzipped: false }`,
 * `arkiv.jsonl.gz` → `{ name: 'arkiv', form: 'json-lines', gzipped: true }`, `bilde.png` → undefined.
 */
export function articleFile(path: string): ArticleFile | undefined {
  const fileName = path.slice(path.lastIndexOf('/') + 1)
  const text = TEXT.exec(fileName)?.groups
  if (text) return { path, name: text.name!, form: 'text', gzipped: false }
  const lines = JSON_LINES.exec(fileName)?.groups
  if (lines) return { path, name: lines.name!, form: 'json-lines', gzipped: lines.gz !== undefined }
  return undefined
}
