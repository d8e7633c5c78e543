/** What the tokenizer needs to know of a UTF-16 code unit. Bits, so that one look-up answers several questions. */
export const LETTER = 1
export const DIGIT = 2
export const UPPER = 4
export const SPACE = 8
/** Joins the letters on both sides to one word: apostrophes and the soft hyphen. */
export const INNER = 16

const classOf = (unit: number): number => {
  const character = String.fromCharCode(unit)
  if (/[\p{L}\p{M}]/u.test(character)) return /\p{Lu}/u.test(character) ? LETTER | UPPER : LETTER
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (/\s/u.test(character)) return SPACE
  return /['’\u00ad]/u.test(character) ? INNER : 0
}

const classes = Uint8Array.from({ length: 0x10000 }, (_, unit) => classOf(unit))

/** The classes of the code unit at `index`; 0 for punctuation and outside the text. */
export const classAt = (text: string, index: number): number => classes[text.charCodeAt(index)] ?? 0

export const isLetterOrDigit = (text: string, index: number): boolean =>
  (classAt(text, index) & (LETTER | DIGIT)) !== 0
