import { EXTENSIONS, formatOf } from '../formats/formats.js'

/** A file that may hold articles, told by its extension alone. */
export interface ArticleFile {
  /** Relative to the article folder, with `/`. */
  readonly path: string
  /** The path without its extension: the id of an article that states none is made of it. */
  readonly name: string
  /** The name of its format. */
  readonly form: string
  readonly gzipped: boolean
  /** The path of the file beside it that states its facts, where there is one: when that changes, the article does. */
  readonly sidecar?: string
}

/** Beside the articles: what the user decides of entities. */
export const RULES_FILE = 'entities.yaml'

/** Beside the articles: under which keys of their own they state facts. */
export const NAMES_FILE = 'fields.yaml'

const ARTICLES = new RegExp(
  `^(?<name>(?:.*/)?[^/]+)\\.(?<extension>${EXTENSIONS.join('|')})(?<gz>\\.gz)?$`,
  'is'
)

/**
 * `2019/leder.txt` → `{ name: '2019/leder', form: 'text', gzipped: false }`,
 * `arkiv.jsonl.gz` → `{ name: 'arkiv', form: 'json-lines', gzipped: true }`, `bilde.png` → undefined.
 */
export const articleFile = (path: string): ArticleFile | undefined => {
  const { name, extension, gz } = ARTICLES.exec(path)?.groups ?? {}
  const format = extension === undefined ? undefined : formatOf(extension.toLowerCase())
  if (name === undefined || format === undefined) return undefined
  return { path, name, form: format.name, gzipped: gz !== undefined }
}

const SIDECAR_EXTENSIONS = ['yaml', 'yml']

/** Where the facts of an article file may stand, the first choice first: `leder.txt` → `leder.yaml`, `leder.yml`. */
export const sidecarPaths = ({ name }: ArticleFile): readonly string[] =>
  SIDECAR_EXTENSIONS.map((extension) => `${name}.${extension}`)

/** What a file that holds no articles is counted under: `a/bilde.PNG` → `.png`, `Makefile` → `no extension`. */
export const otherKind = (path: string): string =>
  /.(\.[^.]+)$/.exec(fileName(path))?.[1]?.toLowerCase() ?? 'no extension'

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
