import type { Reading, Token } from '../../analysis/text/reading.js'
import { caseOf, GAPS } from '../../segment/positions/positions.js'
import type { Article, ReadArticle } from '../../segment/read-article.js'

/** Beside the case of a token (0–2): it has a capital though it does not begin a sentence. */
const INSIDE = 4
const WORD_END = '\n'

/**
 * How an article was read, so that it needs no second reading: its words, each once, then the tokens of title and text
 * and the sentences of the text, all numbers in seven bits a byte, in base64.
 */
export const encodeReading = ({ article, title, text, capitals }: ReadArticle): string => {
  const numbers: number[] = []
  const words = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = words.get(word) ?? words.size
    words.set(word, known)
    return known
  }
  const addTokens = (written: string, tokens: readonly Token[], flagOf: (start: number) => number): void => {
    numbers.push(tokens.length)
    let before = 0
    for (const { start, end, word } of tokens) {
      const how = caseOf(written.slice(start, end)) + flagOf(start)
      numbers.push(numberOf(word), start - before, end - start, how)
      before = start
    }
  }
  addTokens(article.title, title.tokens, () => 0)
  addTokens(article.text, text.tokens, (start) => (capitals.has(start) ? INSIDE : 0))
  numbers.push(text.sentences.length)
  let before = 0
  for (const { start, end, after } of text.sentences) {
    numbers.push(start - before, end - start, GAPS.indexOf(after))
    before = start
  }
  const spelled = Buffer.from([...words.keys()].join(WORD_END))
  return Buffer.concat([
    Buffer.from(varints([spelled.length])),
    spelled,
    Buffer.from(varints(numbers))
  ]).toString('base64')
}

/** @param encoded as `encodeReading` made it of this article */
export const decodeReading = (article: Article, encoded: string): ReadArticle => {
  const bytes = Buffer.from(encoded, 'base64')
  const numbers = new Numbers(bytes)
  const spelled = numbers.next()
  const words = bytes.toString('utf8', numbers.at, numbers.at + spelled).split(WORD_END)
  numbers.at += spelled
  const capitals = new Map<number, string>()
  const tokens = (written: string): Token[] => {
    const count = numbers.next()
    const read: Token[] = []
    for (let i = 0, start = 0; i < count; i++) {
      const word = words[numbers.next()]!
      start += numbers.next()
      const end = start + numbers.next()
      if ((numbers.next() & INSIDE) !== 0) capitals.set(start, written.slice(start, end))
      read.push({ start, end, word })
    }
    return read
  }
  const title: Reading = { tokens: tokens(article.title), sentences: [] }
  const text = tokens(article.text)
  const sentences = Array.from({ length: numbers.next() }, () => ({ start: 0, end: 0, after: GAPS[0]! }))
  let start = 0
  for (const sentence of sentences) {
    sentence.start = start += numbers.next()
    sentence.end = start + numbers.next()
    sentence.after = GAPS[numbers.next()]!
  }
  return { article, title, text: { tokens: text, sentences }, capitals }
}

const varints = (numbers: readonly number[]): number[] => {
  const bytes: number[] = []
  for (let number of numbers) {
    for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128)
    bytes.push(number)
  }
  return bytes
}

class Numbers {
  at = 0

  constructor(private readonly bytes: Uint8Array) {}

  next(): number {
    let [number, shift] = [0, 0]
    for (;;) {
      const byte = this.bytes[this.at++]!
      number |= (byte & 127) << shift
      if (byte < 128) return number
      shift += 7
    }
  }
}
