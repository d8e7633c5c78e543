import { isUtf8 } from 'node:buffer'
import type { Notice } from '../article.js'
import { wideDecoder, wideEncodingOf, type WideDecoder, type WideEncoding } from './wide-encodings.js'

/** A text, and a word about it where it was not plain UTF-8. */
export interface Decoded {
  readonly text: string
  readonly notices: readonly Notice[]
}

/**
 * The text of a file in whatever encoding archives have: valid UTF-8, else UTF-16 or UTF-32 by its byte order mark or
 * its zeros, else Windows-1252, of which ISO 8859-1 is a part, or Mac OS Roman where lines end as there or words have
 * its letters. A byte order mark is taken away.
 *
 * A file that is UTF-8 but for a few bytes, as one that was cut or joined of two, is read as UTF-8, and those bytes
 * alone as Windows-1252.
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  const wide = wideEncodingOf(bytes)
  if (wide) return { text: wideDecoder(wide).decode(bytes), notices: [guessed(wide)] }
  if (isUtf8(bytes)) return { text: utf8.decode(bytes), notices: [] }
  if (isMacintosh(bytes)) {
    const text = new TextDecoder('macintosh').decode(bytes)
    return { text, notices: [guessed('MACINTOSH', firstLineNotUtf8(bytes))] }
  }
  return { text: decodeMixed(bytes), notices: [guessed('WINDOWS-1252', firstLineNotUtf8(bytes))] }
}

const utf8 = new TextDecoder()

/** æ, ø, å and their capitals, as Windows-1252 and as the old Macintosh has them. */
const WINDOWS_LETTERS = /[\xE6\xF8\xE5\xC6\xD8\xC5]/g
const MACINTOSH_LETTERS = /[\xBE\xBF\x8C\xAE\xAF\x81]/g
/**
 * æ, ø or å of the Macintosh within a word or at the end of one, where Windows-1252 has `¾`, `¿` or `Œ`, which stand
 * nowhere behind a letter: `R\x8Cdmannen`, `p\x8C`; not `¿Que`, `Œuvre`.
 */
const MACINTOSH_IN_WORDS = /[a-z][\xBE\xBF\x8C]|[A-Z][\xBE\xBF\x8C](?=[a-z])/g

/** The Norwegian letters are those of the Macintosh, in words or where lines end in `\r` alone. */
const isMacintosh = (bytes: Uint8Array): boolean => {
  const latin1 = latin1Of(bytes)
  const count = (letters: RegExp): number => latin1.match(letters)?.length ?? 0
  const hasItsLines = bytes.includes(0x0d) && !bytes.includes(0x0a)
  return (
    count(hasItsLines ? MACINTOSH_LETTERS : MACINTOSH_IN_WORDS) > count(WINDOWS_LETTERS) &&
    !isMostlyUtf8(latin1)
  )
}

const latin1Of = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1')

const guessed = (encoding: WideEncoding | 'WINDOWS-1252' | 'MACINTOSH', line?: number): Notice => ({
  kind: 'changed',
  reason:
    `The text is not UTF-8, so that it was read as ${encoding}: look it over, and convert it, ` +
    `e.g. iconv -f ${encoding} -t UTF-8 FILE`,
  line
})

/** A character of two bytes or more as UTF-8 has it, or a byte of its own. */
const BEYOND_ASCII = /[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}|[\x80-\xFF]/g

/** U+0080–U+009F as Windows-1252 has them; `TextDecoder` of Node 20 to 22 leaves them as ISO 8859-1 does. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** @param latin1 the bytes, each as the character of its number */
const windows1252 = (latin1: string): string =>
  latin1.replace(/[\x80-\x9F]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80]!)

/** `PÅ»` of Windows-1252 happens to be a character of UTF-8. */
const isMostlyUtf8 = (latin1: string): boolean => {
  let whole = 0
  let single = 0
  for (const [found] of latin1.matchAll(BEYOND_ASCII)) {
    if (found.length > 1) whole++
    else single++
  }
  return whole > single
}

const decodeMixed = (bytes: Uint8Array): string => {
  const latin1 = latin1Of(bytes)
  if (!isMostlyUtf8(latin1)) return windows1252(latin1)
  return latin1.replace(BEYOND_ASCII, (found) => {
    const part = Buffer.from(found, 'latin1')
    return found.length > 1 && isUtf8(part) ? part.toString('utf8') : windows1252(found)
  })
}

/** Line ends are never part of a longer UTF-8 sequence, so the lines can be judged one by one. */
export const firstLineNotUtf8 = (bytes: Uint8Array): number => {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\r|\n/)
  return 1 + lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')))
}

/**
 * A file in UTF-16 or UTF-32 as the UTF-8 that its lines are parted in; any other file as it is.
 *
 * @param note is told where it is in one of them
 */
export async function* utf8Chunks(
  chunks: AsyncIterable<Buffer>,
  note: (notice: Notice) => void
): AsyncGenerator<Buffer, void> {
  let decoder: WideDecoder | undefined
  let isFirst = true
  for await (const chunk of chunks) {
    const encoding = isFirst ? wideEncodingOf(chunk) : undefined
    if (encoding) {
      decoder = wideDecoder(encoding)
      note(guessed(encoding))
    }
    isFirst = false
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
}

/**
 * The text of a file in pieces, in whatever encoding it is. Each piece is judged by itself, so that a file that was
 * joined of several is read whole; none is cut within a character, nor between `\r` and `\n`.
 *
 * @param note is told what was guessed, once
 */
export async function* decodedChunks(
  chunks: AsyncIterable<Buffer>,
  note: (notice: Notice) => void
): AsyncGenerator<string, void> {
  let isTold = false
  let line = 1
  const noteOnce = (notice: Notice): void => {
    if (!isTold) note(notice)
    isTold = true
  }
  const decode = (bytes: Buffer): string => {
    const { text, notices } = decodeBytes(bytes)
    for (const notice of notices)
      noteOnce(notice.line === undefined ? notice : { ...notice, line: notice.line + line - 1 })
    if (!isTold) line += text.split('\n').length - 1
    return text
  }
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of utf8Chunks(chunks, noteOnce)) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = lastAscii(all) + 1
    rest = all.subarray(end)
    if (end > 0) yield decode(all.subarray(0, end))
  }
  if (rest.length > 0) yield decode(rest)
}

/** The last byte that is a character by itself, and no `\r`; -1 where there is none. */
const lastAscii = (bytes: Buffer): number => {
  let at = bytes.length - 1
  while (at >= 0 && (bytes[at]! >= 0x80 || bytes[at] === 0x0d)) at--
  return at
}
