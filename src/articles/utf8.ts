import { isUtf8 } from 'node:buffer'
import { Refusal } from './refusal.js'

/**
 * Decodes UTF-8 strictly and takes a byte order mark away.
 *
 * @throws {Refusal} for UTF-16, and for the first line that is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  refuseUtf16(bytes)
  if (!isUtf8(bytes)) {
    throw new Refusal(
      'The text is not UTF-8: convert to UTF-8, e.g. iconv -f ISO-8859-1 -t UTF-8 FILE',
      firstLineNotUtf8(bytes)
    )
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** @throws {Refusal} where the bytes open with the byte order mark of UTF-16, little- or big-endian */
export function refuseUtf16([first, second]: Uint8Array): void {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new Refusal('The text is UTF-16: convert to UTF-8, e.g. iconv -f UTF-16 -t UTF-8 FILE')
  }
}

/** Line ends are never part of a longer UTF-8 sequence, so the lines can be judged one by one. */
function firstLineNotUtf8(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\r|\n/)
  return 1 + lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')))
}
