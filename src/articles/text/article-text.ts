import { isUtf8 } from 'node:buffer'
import { Refusal } from '../refusal.js'
import { decodeBytes, firstLineNotUtf8, type Decoded } from './encodings.js'
import { wideEncodingOf } from './wide-encodings.js'

/** The text of a file as the service keeps it, in whatever encoding it is. @throws {Refusal} for what is no text */
export const readText = (bytes: Uint8Array): Decoded => {
  const decoded = decodeBytes(bytes)
  const text = normalised(decoded.text)
  if (!RARE.test(text)) return { text, notices: decoded.notices }
  const kept = withoutStray(text)
  return { text: articleText(kept.text), notices: [...decoded.notices, ...kept.notices] }
}

/** One character in so many may be one that no text holds. */
const STRAY = 100

/** Without the few characters that no text holds, as typesetters leave behind; many are a binary file. */
export const withoutStray = (text: string): Decoded => {
  const first = firstUnreadable(text)
  if (!first) return { text, notices: [] }
  const kept = text.replace(new RegExp(UNREADABLE, 'gu'), '')
  if ((text.length - kept.length) * STRAY > text.length) return { text, notices: [] }
  const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const reason = `The text holds characters that are none, such as U+${code}, which were taken out: look it over`
  return { text: kept, notices: [{ kind: 'changed', reason, line: lineAt(text, first.index) }] }
}

/**
 * A text of a file that is no article, such as `entities.yaml`, where a guess would be worth nothing.
 *
 * @throws {Refusal} for what is no text in UTF-8, with its line
 */
export const decodeText = (bytes: Uint8Array): string => articleText(decodeUtf8(bytes))

/**
 * Decodes UTF-8 strictly and takes a byte order mark away.
 *
 * @throws {Refusal} for UTF-16 and UTF-32, and for the first line that is not UTF-8
 */
const decodeUtf8 = (bytes: Uint8Array): string => {
  refuseWide(bytes)
  if (!isUtf8(bytes)) {
    throw new Refusal(
      'The text is not UTF-8: convert to UTF-8, e.g. iconv -f WINDOWS-1252 -t UTF-8 FILE',
      firstLineNotUtf8(bytes)
    )
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** @throws {Refusal} for UTF-16 and UTF-32 */
const refuseWide = (bytes: Uint8Array): void => {
  const encoding = wideEncodingOf(bytes)
  if (encoding === undefined) return
  throw new Refusal(`The text is ${encoding}: convert to UTF-8, e.g. iconv -f ${encoding} -t UTF-8 FILE`)
}

/**
 * What no article holds: half a surrogate pair, and the control characters of ASCII that are not white space.
 * U+0080–U+009F are let through: they are what is left of a quotation mark or dash that was once decoded as
 * ISO 8859-1 instead of Windows-1252, and are common in otherwise good news archives.
 */
export const UNREADABLE = /[^\P{Cc}\s\u0080-\u009F]|\p{Cs}/u

/** All that is unreadable, and good surrogate pairs: few texts have any, which is soon told. */
const RARE = /[^\t-\r -~\u0080-\uD7FF\uE000-\uFFFF]/

const firstUnreadable = (text: string): RegExpExecArray | null =>
  RARE.test(text) ? UNREADABLE.exec(text) : null

/**
 * The text as the service keeps it: NFC, and `\n` for `\r\n` and for `\r` alone. Nothing else is changed; white
 * space at the ends stays.
 *
 * @throws {Refusal} where a character shows that this is no text, with its line
 */
export const articleText = (raw: string): string => {
  const text = normalised(raw)
  const found = firstUnreadable(text)
  if (found) throw new Refusal(whyNoText(found[0]), lineAt(text, found.index))
  return text
}

const normalised = (raw: string): string =>
  (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw).normalize('NFC')

const whyNoText = (character: string): string => {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return code.startsWith('D')
    ? `The text holds half a surrogate pair, U+${code}: write the whole character, or take it out`
    : `The text holds the control character U+${code}, as binary files and UTF-16 do: save it as plain text in UTF-8`
}

/** The 1-based line that the offset lies on. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
