import type { Span } from '../../structures/span.js'

/** A mistyped word of a query, in UTF-16 code units of the NFC query, and the word that was probably meant. */
export interface Correction extends Span {
  /** As the articles mostly write it: `kommune`, `NRK`, `d'Estaing`. */
  readonly word: string
}

/**
 * The query with other words in the place of those that find nothing, all else as it was typed; undefined where there
 * are none.
 *
 *     "Komunal  inteligens" -(a OR b)  → "Kommunal  intelligens" -(a OR b)
 */
export const didYouMean = (q: string, corrections: readonly Correction[]): string | undefined => {
  if (corrections.length === 0) return undefined
  const query = q.normalize('NFC')
  let corrected = ''
  let at = 0
  for (const { start, end, word } of [...corrections].sort((a, b) => a.start - b.start)) {
    corrected += query.slice(at, start) + inCaseOf(query.slice(start, end), word)
    at = end
  }
  return corrected + query.slice(at)
}

const inCaseOf = (typed: string, word: string): string => {
  if (/\p{Lu}\p{Lu}/u.test(typed) && typed === typed.toUpperCase()) return word.toUpperCase()
  const isPlain = word === word.toLowerCase()
  return isPlain && /^\p{Lu}/u.test(typed) ? word.charAt(0).toUpperCase() + word.slice(1) : word
}
