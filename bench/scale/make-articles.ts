import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'
import { randomNumbers } from '../../tools/random.js'
import { drawQueries } from './queries.js'

/** What a made article has, about: the average of news. */
const WORDS = 300
/** Lines that follow each other in a source stay together, so many at most, so that names are named again. */
const RUN = 12
const SOURCES = ['NTB', 'NRK', 'Avisa Nord', 'Bergensposten', 'Fjordabladet', 'Østlandsbladet']
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2010, 0, 1)
/** Days over which the dates are spread. */
const DAYS = 5500

export interface MadeArticle {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly source: string
  readonly publishedAt: string
}

/**
 * The texts of JSON-lines files, `.gz` or not, as lines of text: each record's `text`, by its line breaks.
 *
 * @throws {Error} where a line is no JSON object with a text
 */
const readTexts = async (files: readonly string[]): Promise<string[][]> => {
  const texts: string[][] = []
  for (const file of files) {
    const bytes = createReadStream(file)
    const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
    for await (const line of createInterface({ input })) {
      if (line.trim() === '') continue
      const { text } = JSON.parse(line) as { readonly text?: unknown }
      if (typeof text !== 'string') throw new Error(`${file}: a record has no "text".`)
      const lines = text.split(/\s*\n\s*/).filter((one) => one !== '')
      if (lines.length > 0) texts.push(lines)
    }
  }
  return texts
}

/**
 * Articles of about 300 words, recombined from real texts with a fixed seed: a headline of one, then runs of lines of
 * others. So words, names and lengths are as in the sources, and no two articles are the same.
 */
function* makeArticles(texts: readonly string[][], count: number): Generator<MadeArticle, void> {
  const random = randomNumbers(13)
  const below = (limit: number): number => Math.floor(random() * limit)
  for (let number = 0; number < count; number++) {
    const title = texts[below(texts.length)]![0]!.slice(0, 150)
    const lines: string[] = []
    for (let words = 0; words < WORDS;) {
      const source = texts[below(texts.length)]!
      const first = below(source.length)
      for (const line of source.slice(first, first + RUN)) {
        lines.push(line)
        words += line.split(' ').length
        if (words >= WORDS) break
      }
    }
    const publishedAt = new Date(FIRST_DAY + below(DAYS) * DAY).toISOString().slice(0, 10)
    const source = SOURCES[below(SOURCES.length)]!
    yield { id: `made-${number}`, title, text: lines.join('\n'), source, publishedAt }
  }
}

/** Writes articles to a file of JSON lines. */
const writeArticles = async (file: string, articles: Iterable<MadeArticle>): Promise<void> => {
  const stream = createWriteStream(file)
  for (const article of articles)
    if (!stream.write(`${JSON.stringify(article)}\n`)) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

/** A folder of made articles, which is removed when the process ends, and searches for words of their texts. */
export interface MadeFolder {
  readonly folder: string
  readonly articlesDir: string
  /** The file with all of them. */
  readonly file: string
  readonly queries: readonly string[]
}

/** @param files of texts, as `readTexts` reads them */
export const makeFolder = async (
  files: readonly string[],
  { articles, queries }: { readonly articles: number; readonly queries: number }
): Promise<MadeFolder> => {
  const folder = mkdtempSync(join(tmpdir(), 'nyhetssok-scale-'))
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const articlesDir = join(folder, 'articles')
  const file = join(articlesDir, 'articles.jsonl')
  mkdirSync(articlesDir)
  const texts = await readTexts(files)
  await writeArticles(file, makeArticles(texts, articles))
  return { folder, articlesDir, file, queries: drawQueries(texts, queries) }
}
