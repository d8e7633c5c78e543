import { classAt, HIDDEN } from './characters.js'

/** After a hyphen that is there for the other half of a compound: `inn-⏎og utvandring`. */
const CONJUNCTIONS = 'og|eller|samt|men|til|enn|som|kontra|versus|respektive|og/eller|ikke|ikkje|heller|både'

/** A hyphen, one line break, and a small letter that begins no conjunction. Bounded, so that no text is slow. */
const BROKEN = new RegExp(
  `[-\\u2010\\u2011][ \\t]{0,8}\\r?\\n[ \\t]{0,8}(?=\\p{Ll})(?!(?:${CONJUNCTIONS})(?!\\p{L}))`,
  'uy'
)
const SOFTLY_BROKEN = /\u00ad[ \t]{0,8}\r?\n[ \t]{0,8}(?=\p{Ll})/uy
/** Hidden marks side by side; more are not inside a word. */
const MOST_HIDDEN = 8

export const isHyphen = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index)
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011
}

/**
 * Where a word goes on that is broken at the hyphen at `at`; `at` where it is not.
 *
 *     stats-⏎budsjettet, oppo-⏎sisjonen → the beginning of the next line
 *     inn-⏎og utvandring, Nord-⏎Norge, stats- og → `at`
 */
export const brokenLineEnd = (text: string, at: number): number => endOf(BROKEN, text, at)

/** Where a word goes on after the hidden marks at `at`, over the line break after a soft hyphen too. */
export const hiddenEnd = (text: string, at: number): number => {
  let end = at
  while (end - at < MOST_HIDDEN && classAt(text, end) & HIDDEN) end++
  return end > at && text.charCodeAt(end - 1) === 0xad
    ? Math.max(end, endOf(SOFTLY_BROKEN, text, end - 1))
    : end
}

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return at + (pattern.exec(text)?.[0].length ?? 0)
}

/** A word as if it had never been broken nor had a hidden mark. `EU-⏎landene` keeps its hyphen, `oppo-⏎sisjon` not. */
export const joinBroken = (written: string): string =>
  written
    .replace(/([\p{Lu}\d])[-\u2010\u2011]\s*\n\s*/gu, '$1-')
    .replace(/[-\u2010\u2011\u00ad]\s*\n\s*/g, '')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
