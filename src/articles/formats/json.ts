import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { Slices } from '../../structures/slices.js'
import type { Notice } from '../article.js'
import { hasText, looksLikeArticle, recordArticle } from '../facts/record-article.js'
import { atLine, NoArticle, Refusal } from '../refusal.js'
import { decodedChunks } from '../text/encodings.js'
import { MAX_ARTICLE_BYTES, tooLargeToGoOn, type ArticleFormat, type Found, type OpenFile } from './format.js'
import type { JsonObject } from './json/ninjs.js'
import { recordsIn } from './json/records.js'

/**
 * Articles as JSON objects: one, an array of them, or what an export or an API wraps them in, such as
 * `{"articles": […]}`. The IPTC's ninjs is one such object. An array is read as a stream, and so are objects that
 * follow each other.
 */
export const json: ArticleFormat = {
  read: async function* (file) {
    const encoding: Notice[] = []
    // Records without a text are told of only where others have one: else it is no file of articles.
    const waiting: Refusal[] = []
    let articles = 0
    let index = 0
    const values = jsonValues(decodedChunks(file.chunks(), (notice) => encoding.push(notice)))
    for await (const { value, line, isWhole } of values)
      for (const record of recordsIn(value, file.names)) {
        index++
        const isOwn = record === value
        const found = readRecord(record, {
          file,
          index,
          isWhole: isWhole && isOwn,
          line: isOwn ? line : undefined
        })
        if (found instanceof NoArticle) {
          if (waiting.length < MOST_WAITING) waiting.push(new Refusal(found.reason, found.line))
          continue
        }
        if (articles++ === 0) yield* waiting.splice(0)
        yield found instanceof Refusal
          ? found
          : { ...found, notices: [...encoding.splice(0), ...found.notices] }
      }
    if (articles > 0) yield* waiting
    else throw new NoArticle('There is no article in it: an article is an object with a `text`')
  }
}

const MOST_WAITING = 1000

interface Place {
  readonly file: OpenFile
  /** Among the records of the file, from 1. */
  readonly index: number
  /** Is the record all that the file holds, perhaps? */
  readonly isWhole: boolean
  /** Undefined where it is inside of another value. */
  readonly line: number | undefined
}

const readRecord = (record: JsonObject, { file, index, isWhole, line }: Place): Found => {
  const at = isWhole ? undefined : line
  if (!hasText(record, file.names) && !looksLikeArticle(record, file.names))
    return new NoArticle('It has no `text`', at)
  try {
    const found = recordArticle(isWhole ? file.name : `${file.name}-${index}`, record, file)
    return { ...found, ...(at !== undefined && { line: at }) }
  } catch (error) {
    return atLine(error, at)
  }
}

interface JsonValue {
  readonly value: unknown
  /** Where it starts, 1-based. */
  readonly line: number
  /** It is all that the file holds. */
  readonly isWhole: boolean
}

/**
 * Each element of the array that a text is, or else each of its values. One of them is held at a time.
 *
 * @throws {Refusal} where the JSON is broken, for all that follows, or a value is too large
 */
async function* jsonValues(texts: AsyncIterable<string>): AsyncGenerator<JsonValue, void> {
  const reader = new ValueReader()
  const slices = new Slices()
  for await (const text of texts)
    // A line at a time: JSON has no line ends within its strings, so that each token is on the line that is written.
    for (const line of text.split(/(?<=\n)/)) {
      const broken = reader.write(line)
      yield* reader.take(false)
      // What comes before that is read all the same.
      if (broken) throw broken
      if (slices.isOver) await slices.next()
    }
  reader.end()
  yield* reader.take(true)
}

class ValueReader {
  private readonly tokenizer = new Tokenizer({ separator: '', stringBufferSize: 64 * 1024 })
  private parser: TokenParser | undefined
  private depth = 0
  /** Of the values: 1 in an array, 0 where they follow each other. */
  private valueDepth = 0
  private line = 1
  private start = 1
  /** Read since the value before, in UTF-16 code units. */
  private size = 0
  private found: Omit<JsonValue, 'isWhole'>[] = []
  private taken = 0

  constructor() {
    this.tokenizer.onToken = ({ token, value }) => {
      this.parser ??= this.parserFor(token)
      if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.depth--
      if (this.depth === this.valueDepth && token !== TokenType.COMMA) this.startAt(token)
      if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.depth++
      this.parser.write({ token, value })
    }
  }

  /** @returns why nothing after it can be read */
  write(text: string): Refusal | undefined {
    this.size += text.length
    if (this.size > MAX_ARTICLE_BYTES) return tooLargeToGoOn(this.start)
    try {
      this.doOrRefuse(() => {
        this.tokenizer.write(text)
      })
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
    if (text.endsWith('\n')) this.line++
    return undefined
  }

  end(): void {
    this.doOrRefuse(() => {
      if (!this.tokenizer.isEnded) this.tokenizer.end()
      if (this.parser && !this.parser.isEnded) this.parser.end()
    })
  }

  /** @param isEnd nothing more is to come: the first value outside of an array waits for that, or for a second one */
  take(isEnd: boolean): readonly JsonValue[] {
    const { found } = this
    const isFirst = this.taken === 0 && found.length === 1 && this.valueDepth === 0
    if (isFirst && !isEnd) return []
    this.found = []
    this.taken += found.length
    return found.map((value) => ({ ...value, isWhole: isFirst }))
  }

  private startAt(token: TokenType): void {
    if (token !== TokenType.RIGHT_BRACE && token !== TokenType.RIGHT_BRACKET) this.start = this.line
  }

  private parserFor(first: TokenType): TokenParser {
    const isArray = first === TokenType.LEFT_BRACKET
    this.valueDepth = isArray ? 1 : 0
    const parser = new TokenParser({ paths: [isArray ? '$.*' : '$'], keepStack: false, separator: '' })
    parser.onValue = ({ value }) => {
      this.found.push({ value, line: this.start })
      this.size = 0
    }
    return parser
  }

  private doOrRefuse(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof Refusal) throw error
      const why = (error instanceof Error ? error.message : String(error)).replace(/ (?:at|in) [^]*/, '')
      throw new Refusal(`The JSON is broken here (${why}): fix the line, or write the file again`, this.line)
    }
  }
}
