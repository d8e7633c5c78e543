import type { Token } from '../../../analysis/text/reading.js'
import { caseOf } from '../../../segment/positions/positions.js'
import { codesOf } from '../../../segment/positions/sentence-codes.js'
import type { ReadArticle } from '../../../segment/read-article.js'
import type { Lists } from '../../../structures/lists.js'
import type { WordIndexer } from './indexed-words.js'

/** Beside the case of a token (0–2): it has a capital though it does not begin a sentence. */
const INSIDE = 4
const CASE = 3

/** How an article was read, so that it needs no second reading; columns by token, those of the title first. */
export interface StoredReading {
  /** The hashes of its words, each once: see `IndexedWord`. */
  readonly words: Uint32Array
  /** By word: the hashes of its terms and those of its parts, all that it may be found by. */
  readonly terms: Lists
  /** The word at a place in `words`, decoded when it is asked for. */
  readonly word: (place: number) => string
  /** By word: 1 where it begins with a digit. */
  readonly numbers: Uint8Array
  readonly titleLength: number
  /** Places in `words`. */
  readonly tokens: Uint32Array
  readonly starts: Uint32Array
  readonly lengths: Uint8Array
  /** See `CASES`. */
  readonly cases: Uint8Array
  /** 1 where a token has a capital though it does not begin a sentence. */
  readonly inside: Uint8Array
  /** Of the text; see `SentenceTables`. */
  readonly sentences: { readonly starts: Uint32Array; readonly ends: Uint32Array; readonly codes: Uint8Array }
}

/** A reading as numbers of seven bits a byte, with words and hashes between them; in base64. */
export const encodeReading = (
  { article, title, text, capitals }: ReadArticle,
  indexed: WordIndexer
): string => {
  const bytes = new ByteWriter()
  const places = new Map<string, number>()
  for (const { tokens } of [title, text])
    for (const { word } of tokens) if (!places.has(word)) places.set(word, places.size)
  bytes.number(places.size)
  for (const word of places.keys()) bytes.text(word)
  for (const word of places.keys()) {
    const { hash, termHashes } = indexed(word)
    bytes.hash(hash)
    bytes.number(termHashes.length)
    for (const one of termHashes) bytes.hash(one)
  }
  const addTokens = (
    written: string,
    tokens: readonly Token[],
    inside: ReadonlyMap<number, string>
  ): void => {
    bytes.number(tokens.length)
    let before = 0
    for (const { start, end, word } of tokens) {
      const how = caseOf(written.slice(start, end)) + (inside.has(start) ? INSIDE : 0)
      bytes.number(places.get(word)!)
      bytes.number(start - before)
      bytes.number(end - start)
      bytes.number(how)
      before = start
    }
  }
  addTokens(article.title, title.tokens, capitals.title)
  addTokens(article.text, text.tokens, capitals.text)
  bytes.number(text.sentences.length)
  let before = 0
  const codes = codesOf(article.text, text.sentences)
  text.sentences.forEach(({ start, end }, i) => {
    bytes.number(start - before)
    bytes.number(end - start)
    bytes.number(codes[i]!)
    before = start
  })
  return bytes.finish()
}

/** @param encoded as `encodeReading` made it */
export const decodeReading = (encoded: string): StoredReading => {
  const bytes = Buffer.from(encoded, 'base64')
  const reader = new ByteReader(bytes)
  const count = reader.number()
  /** By word: where it begins, and where it ends. */
  const spelled = new Uint32Array(2 * count)
  for (let place = 0; place < count; place++) spelled.set(reader.text(), 2 * place)
  const words = new Uint32Array(count)
  const offsets = new Uint32Array(count + 1)
  const hashes: number[] = []
  for (let place = 0; place < count; place++) {
    words[place] = reader.hash()
    for (let left = reader.number(); left > 0; left--) hashes.push(reader.hash())
    offsets[place + 1] = hashes.length
  }
  const title = readTokens(reader)
  const text = readTokens(reader)
  return {
    words,
    terms: { offsets, values: Uint32Array.from(hashes) },
    word: (place) => bytes.toString('utf8', spelled[2 * place], spelled[2 * place + 1]),
    numbers: Uint8Array.from(words, (_, place) => (isDigit(bytes[spelled[2 * place]!]!) ? 1 : 0)),
    titleLength: title.tokens.length,
    tokens: joined(Uint32Array, title.tokens, text.tokens),
    starts: joined(Uint32Array, title.starts, text.starts),
    lengths: joined(Uint8Array, title.lengths, text.lengths),
    cases: joined(Uint8Array, title.cases, text.cases),
    inside: joined(Uint8Array, title.inside, text.inside),
    sentences: readSentences(reader)
  }
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

const readTokens = (
  numbers: ByteReader
): Pick<StoredReading, 'tokens' | 'starts' | 'lengths' | 'cases' | 'inside'> => {
  const count = numbers.number()
  const [tokens, starts] = [new Uint32Array(count), new Uint32Array(count)]
  const [lengths, cases, inside] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)]
  for (let i = 0, start = 0; i < count; i++) {
    tokens[i] = numbers.number()
    starts[i] = start += numbers.number()
    lengths[i] = numbers.number()
    const how = numbers.number()
    cases[i] = how & CASE
    inside[i] = (how & INSIDE) === 0 ? 0 : 1
  }
  return { tokens, starts, lengths, cases, inside }
}

const readSentences = (numbers: ByteReader): StoredReading['sentences'] => {
  const count = numbers.number()
  const [starts, ends, codes] = [new Uint32Array(count), new Uint32Array(count), new Uint8Array(count)]
  for (let i = 0, start = 0; i < count; i++) {
    starts[i] = start += numbers.number()
    ends[i] = start + numbers.number()
    codes[i] = numbers.number()
  }
  return { starts, ends, codes }
}

const joined = <Column extends Uint32Array | Uint8Array>(
  type: new (length: number) => Column,
  one: Column,
  other: Column
): Column => {
  const both = new type(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** What most readings take, in bytes. */
const FIRST_ROOM = 16_384
const LONGEST_NUMBER = 5

class ByteWriter {
  private bytes = Buffer.allocUnsafe(FIRST_ROOM)
  private at = 0

  number(number: number): void {
    this.makeRoom(LONGEST_NUMBER)
    let left = number
    for (; left > 127; left >>>= 7) this.bytes[this.at++] = (left & 127) | 128
    this.bytes[this.at++] = left
  }

  text(text: string): void {
    const length = Buffer.byteLength(text)
    this.number(length)
    this.makeRoom(length)
    this.at += this.bytes.write(text, this.at)
  }

  hash(hash: number): void {
    this.makeRoom(4)
    this.at = this.bytes.writeUInt32LE(hash, this.at)
  }

  finish(): string {
    return this.bytes.toString('base64', 0, this.at)
  }

  private makeRoom(length: number): void {
    if (this.at + length <= this.bytes.length) return
    const more = Buffer.allocUnsafe(2 * (this.bytes.length + length))
    this.bytes.copy(more, 0, 0, this.at)
    this.bytes = more
  }
}

class ByteReader {
  private at = 0

  constructor(private readonly bytes: Buffer) {}

  number(): number {
    let number = this.bytes[this.at++]!
    if (number < 128) return number
    number &= 127
    for (let shift = 7; ; shift += 7) {
      const byte = this.bytes[this.at++]!
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }

  /** Where a text stands. */
  text(): [from: number, to: number] {
    const length = this.number()
    const from = this.at
    this.at += length
    return [from, this.at]
  }

  hash(): number {
    this.at += 4
    return this.bytes.readUInt32LE(this.at - 4)
  }
}
