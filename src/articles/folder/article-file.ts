import { EXTENSIONS, formatNameOf, type FormatName } from '../formats/format-names.js'

/** A file that may hold articles, told by its extension alone. */
export interface ArticleFile {
  /** Relative to the article folder, with `/`. */
  readonly path: string
  /** The path without its extension: the id of an article that states none is made of it. */
  readonly name: string
  /** The name of its format. */
  readonly format: FormatName
  readonly gzipped: boolean
  /** In bytes, as it was listed; 0 where it cannot be looked at. */
  readonly size: number
  /** The path of the file beside it that states its facts, where there is one: when that changes, the article does. */
  readonly sidecar?: string
}

/** How much room a text needs, for each byte that it has when it is compressed well. */
const GZIP_RATIO = 10

/** About how many bytes of text it holds: a text takes less room on the disk when it is compressed. */
export const sizeOf = ({ size, gzipped }: ArticleFile): number => (gzipped ? size * GZIP_RATIO : size)

/** Beside the articles: what the user decides of entities. */
export const RULES_FILE = 'entities.yaml'

/** Beside the articles: under which keys of their own they state facts. */
export const NAMES_FILE = 'fields.yaml'

/**
 * Files that sites and programs have beside articles and that are none, whatever their extension. What else holds no
 * article is told when it is read.
 */
const SETTINGS =
  /^(?:(?:package|package-lock|composer|manifest|tsconfig|jsconfig|bower|lerna|nx|turbo|vercel|netlify|firebase|renovate|angular|deno)(?:\.[\w-]+)*\.json|[\w-]+\.config\.json|sitemap[\w-]*\.xml|browserconfig\.xml|pom\.xml|opensearch\.xml|(?:robots|humans|ads|app-ads|security|llms|llms-full|requirements|CMakeLists)\.txt)$/i

const ARTICLES = new RegExp(
  `^(?<name>(?:.*/)?[^/]+)\\.(?<extension>${EXTENSIONS.join('|')})(?<gz>\\.gz)?$`,
  'is'
)

/**
 * `2019/leder.txt` → `{ name: '2019/leder', form: 'text', gzipped: false, … }`,
 * `arkiv.jsonl.gz` → `{ name: 'arkiv', form: 'json-lines', gzipped: true, … }`, `bilde.png` → undefined.
 */
export const articleFile = (path: string, size = 0): ArticleFile | undefined => {
  if (SETTINGS.test(fileName(path))) return undefined
  const { name, extension, gz } = ARTICLES.exec(path)?.groups ?? {}
  const format = extension === undefined ? undefined : formatNameOf(extension.toLowerCase())
  if (name === undefined || format === undefined) return undefined
  return { path, name, format, gzipped: gz !== undefined, size }
}

const SIDECAR_EXTENSIONS = ['yaml', 'yml']

/** Where the facts of an article file may stand, the first choice first: `leder.txt` → `leder.yaml`, `leder.yml`. */
export const sidecarPaths = ({ name }: ArticleFile): readonly string[] =>
  SIDECAR_EXTENSIONS.map((extension) => `${name}.${extension}`)

/**
 * What a file that holds no articles is counted under: `a/bilde.PNG` → `.png`, `Makefile` → `no extension`,
 * `package.json` → `package.json`.
 */
export const otherKind = (path: string): string =>
  SETTINGS.test(fileName(path)) ? fileName(path) : kindByExtension(path)

const kindByExtension = (path: string): string =>
  /.(\.[^.]+)$/.exec(fileName(path))?.[1]?.toLowerCase() ?? 'no extension'

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
