import type { ArticleEvent } from './article.js'
import type { ArticleFile } from './article-file.js'
import { MAX_ARTICLE_BYTES, tooLarge } from './article-size.js'
import { articleText } from './article-text.js'
import { byteLines, type ByteLine } from './byte-lines.js'
import { byteStream } from './byte-stream.js'
import { readFailure } from './read-failure.js'
import { problem, Refusal } from './refusal.js'
import { sourceArticle } from './source-article.js'
import { parseFacts } from './stated-facts.js'
import { decodeUtf8, refuseUtf16 } from './utf8.js'

/**
 * Reads a `.jsonl` or `.ndjson` file, one article a line; blank lines are skipped. A line that is wrong is a
 * problem, and the next one is read. Where the file cannot be read on, the last event says so and why.
 */
export async function* readJsonLines(path: string, file: ArticleFile): AsyncGenerator<ArticleEvent, void> {
  let lastLine = 0
  try {
    for await (const line of byteLines(byteStream(path, file.gzipped), MAX_ARTICLE_BYTES)) {
      // Said once and not for each of the lines, which would all be wrong.
      if (line.number === 1 && line.bytes) refuseUtf16(line.bytes)
      const event = readLine(line, file)
      if (event) yield event
      lastLine = line.number
    }
  } catch (error) {
    if (error instanceof Refusal) yield problem(file.path, error.reason)
    else yield problem(file.path, readFailure(error, 'file'), lastLine === 0 ? undefined : lastLine + 1)
  }
}

/** Undefined where the line is blank. */
function readLine({ number, bytes }: ByteLine, file: ArticleFile): ArticleEvent | undefined {
  try {
    if (!bytes) throw tooLarge()
    const json = decodeUtf8(bytes)
    if (json.trim() === '') return undefined
    return { kind: 'article', ...parseRecord(json, `${file.name}-${number}`), file: file.path, line: number }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return problem(file.path, error.reason, number)
  }
}

/** @throws {Refusal} without a line: the record is one */
function parseRecord(json: string, name: string) {
  const { text, ...stated } = parseObject(json)
  if (typeof text !== 'string') {
    throw new Refusal('The article has no `text`: state it as a string, {"id": "…", "text": "…"}')
  }
  const { facts, unknownKeys } = parseFacts(stated)
  return { article: sourceArticle(name, facts, articleText(text)), unknownKeys }
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  const value = parseJson(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('The line is JSON but no object: write one article a line, {"id": "…", "text": "…"}')
  }
  return value as Record<string, unknown>
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The line is not valid JSON (${why}): write one whole object a line`)
  }
}
