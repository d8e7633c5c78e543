import { parseFacts, sourceArticle } from '../facts/stated-facts.js'
import { readFailure } from '../folder/read-failure.js'
import { Refusal } from '../refusal.js'
import { articleText, decodeUtf8, refuseUtf16 } from '../text/article-text.js'
import { byteLines, type ByteLine } from '../text/byte-lines.js'
import { MAX_ARTICLE_BYTES, tooLarge, type ArticleFormat, type Found, type OpenFile } from './format.js'

/** An article a line, as a JSON object; blank lines are skipped. A line that is wrong does not stop the next one. */
export const jsonLines: ArticleFormat = {
  name: 'json-lines',
  extensions: ['jsonl', 'ndjson'],
  read: async function* (file) {
    let lastLine = 0
    try {
      for await (const line of byteLines(file.chunks(), MAX_ARTICLE_BYTES)) {
        // Said once and not for each of the lines, which would all be wrong.
        if (line.number === 1 && line.bytes) refuseUtf16(line.bytes)
        const found = readLine(line, file)
        if (found) yield found
        lastLine = line.number
      }
    } catch (error) {
      if (error instanceof Refusal || lastLine === 0) throw error
      throw new Refusal(readFailure(error, 'file'), lastLine + 1)
    }
  }
}

/** Undefined where the line is blank. */
const readLine = ({ number, bytes }: ByteLine, file: OpenFile): Found | undefined => {
  try {
    if (!bytes) return tooLarge(number)
    const json = decodeUtf8(bytes)
    if (json.trim() === '') return undefined
    return { ...parseRecord(json, `${file.name}-${number}`), line: number }
  } catch (error) {
    if (error instanceof Refusal) return new Refusal(error.reason, number)
    throw error
  }
}

/** @throws {Refusal} without a line: the record is one */
const parseRecord = (json: string, name: string): Exclude<Found, Refusal> => {
  const { text, ...stated } = parseObject(json)
  if (typeof text !== 'string')
    throw new Refusal('The article has no `text`: state it as a string, {"id": "…", "text": "…"}')
  const { facts, unknownKeys } = parseFacts(stated)
  return { article: sourceArticle(name, facts, articleText(text)), unknownKeys }
}

const parseObject = (json: string): Readonly<Record<string, unknown>> => {
  const value = parseJson(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('The line is JSON but no object: write one article a line, {"id": "…", "text": "…"}')
  return value as Record<string, unknown>
}

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The line is not valid JSON (${why}): write one whole object a line`)
  }
}
