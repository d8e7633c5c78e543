/** What the tokenizer needs to know of a UTF-16 code unit. Bits, so that one look-up answers several questions. */
export const LETTER = 1
export const DIGIT = 2
export const UPPER = 4
export const SPACE = 8
/** Joins the letters on both sides to one word: apostrophes, and what is not seen (see `HIDDEN`). */
export const INNER = 16
/** Not seen inside a word: the soft hyphen, joiners, marks of where a word may be broken, the byte order mark. */
export const HIDDEN = 32
/** A raised or lowered digit, part of the word before it: `CO₂`, `m²`. */
export const SCRIPT = 64
/** `½`: a number, or the end of one. */
export const FRACTION = 128

const classOf = (unit: number): number => {
  const character = String.fromCharCode(unit)
  if (/[\p{L}\p{M}\p{Nl}]/u.test(character)) return /\p{Lu}/u.test(character) ? LETTER | UPPER : LETTER
  if (/\p{Nd}/u.test(character)) return DIGIT
  // White space for regular expressions, but no more than a mark in a word.
  const space = /\s/u.test(character) ? SPACE : 0
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(character)) return INNER | HIDDEN | space
  if (space > 0) return SPACE
  if (/['’]/u.test(character)) return INNER
  if (/[\u00b2\u00b3\u00b9\u2070\u2071\u2074-\u2079\u2080-\u2089]/.test(character)) return SCRIPT
  return /[\u00bc-\u00be\u2150-\u215e]/.test(character) ? FRACTION : 0
}

const classes = Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit))

/** The classes of the code unit at `index`; 0 for punctuation and outside the text. */
export const classAt = (text: string, index: number): number => classes[text.charCodeAt(index)] ?? 0

export const isLetterOrDigit = (text: string, index: number): boolean =>
  (classAt(text, index) & (LETTER | DIGIT)) !== 0
