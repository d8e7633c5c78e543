import { Refusal } from './refusal.js'

/**
 * What no article holds: half a surrogate pair, and the control characters of ASCII that are not white space.
 * U+0080–U+009F are let through: they are what is left of a quotation mark or dash that was once decoded as
 * ISO 8859-1 instead of Windows-1252, and are common in otherwise good news archives.
 */
export const UNREADABLE = /[^\P{Cc}\s\u0080-\u009F]|\p{Cs}/u

/**
 * The text as the service keeps it: NFC, and `\n` for `\r\n` and for `\r` alone. Nothing else is changed; white
 * space at the ends stays.
 *
 * @throws {Refusal} where a character shows that this is no text
 */
export function articleText(raw: string): string {
  const text = raw.replace(/\r\n?/g, '\n').normalize('NFC')
  const found = UNREADABLE.exec(text)
  if (found) throw new Refusal(noText(found[0]), lineAt(text, found.index))
  return text
}

function noText(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return code.startsWith('D')
    ? `The text holds half a surrogate pair, U+${code}: write the whole character, or take it out`
    : `The text holds the control character U+${code}, as binary files and UTF-16 do: save it as plain text in UTF-8`
}

/** The 1-based line that the offset lies on. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
