/** A file that may hold articles, told by its extension alone. */
export interface ArticleFile {
  /** Relative to the article folder, with `/`. */
  readonly path: string
  /** The file's name without its extension; the id of the article where none is stated. */
  readonly name: string
  /** `text` and `markdown` are one article, `json-lines` is one on each line. */
  readonly form: 'text' | 'markdown' | 'json-lines'
  readonly gzipped: boolean
}

/** Beside the articles: what the user decides of entities. */
export const RULES_FILE = 'entities.yaml'

const FORMS: Readonly<Record<string, ArticleFile['form']>> = {
  txt: 'text',
  md: 'markdown',
  jsonl: 'json-lines',
  ndjson: 'json-lines'
}

const ARTICLES = /^(?<name>.+)\.(?<extension>txt|md|jsonl|ndjson)(?<gz>\.gz)?$/i

/**
 * `2019/leder.txt` → `{ name: 'leder', form: 'text', gzipped: false }`,
 * `arkiv.jsonl.gz` → `{ name: 'arkiv', form: 'json-lines', gzipped: true }`, `bilde.png` → undefined.
 */
export function articleFile(path: string): ArticleFile | undefined {
  const { name, extension, gz } = ARTICLES.exec(fileName(path))?.groups ?? {}
  if (name === undefined || extension === undefined) return undefined
  return { path, name, form: FORMS[extension.toLowerCase()]!, gzipped: gz !== undefined }
}

/** What a file that holds no articles is counted under: `a/bilde.PNG` → `.png`, `Makefile` → `no extension`. */
export function otherKind(path: string): string {
  return /.(\.[^.]+)$/.exec(fileName(path))?.[1]?.toLowerCase() ?? 'no extension'
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
