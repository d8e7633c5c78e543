import type { Notice } from '../article.js'
import { byteLines, type ByteLine } from '../../structures/byte-lines.js'
import { recordArticle } from '../facts/record-article.js'
import { readFailure } from '../folder/read-failure.js'
import { atLine, NoArticle, Refusal } from '../refusal.js'
import { decodeBytes, utf8Chunks } from '../text/encodings.js'
import { MAX_ARTICLE_BYTES, tooLarge, type ArticleFormat, type Found, type OpenFile } from './format.js'

/** An article a line, as a JSON object; blank lines are skipped. A line that is wrong does not stop the next one. */
export const jsonLines: ArticleFormat = {
  read: async function* (file) {
    let lastLine = 0
    let isEmpty = true
    // An encoding is told once a file, and not for each of the lines, which would all be wrong.
    const encoding: Notice[] = []
    let isTold = false
    const chunks = utf8Chunks(file.chunks(), (notice) => encoding.push(notice))
    try {
      for await (const line of byteLines(chunks, MAX_ARTICLE_BYTES)) {
        const found = readLine(line, file, encoding)
        isEmpty &&= found === undefined
        if (found && !(found instanceof Refusal) && !isTold && encoding.length > 0) {
          isTold = true
          yield { ...found, notices: [...encoding.slice(0, 1), ...found.notices] }
        } else if (found) yield found
        lastLine = line.number
      }
    } catch (error) {
      if (error instanceof Refusal || lastLine === 0) throw error
      throw new Refusal(readFailure(error, 'file'), lastLine + 1)
    }
    if (isEmpty) throw new NoArticle('The file is empty')
  }
}

/** Undefined where the line is blank. @param encoding gets what was guessed */
const readLine = ({ number, bytes }: ByteLine, file: OpenFile, encoding: Notice[]): Found | undefined => {
  try {
    if (!bytes) return tooLarge(number)
    const { text, notices } = decodeBytes(bytes)
    if (encoding.length === 0) encoding.push(...notices.map((notice) => ({ ...notice, line: number })))
    if (text.trim() === '') return undefined
    return { ...recordArticle(`${file.name}-${number}`, parseObject(text), file), line: number }
  } catch (error) {
    return atLine(error, number)
  }
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
