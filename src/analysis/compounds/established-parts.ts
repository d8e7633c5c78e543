import { frequencyOf, leftsOf, modifierOf, rightsOf } from './part-facts.js'
import type { PartLexicon } from './part-lexicon.js'

/** Prefixes and short words that end many words without being their heads. */
const PREFIX = /^(?:an|be|er|for|fore|gjen|mis|re|sam|u|unn|van|ved)$/
const ENDING = /^(?:ende|ene|ens|heit|ingen|inga|leik|ring|skap|ting)$/
/** Those, and numbers, that short words only happen to begin with: `bilag`, `timor`, `uvenn`. */
const SHORT_PREFIX = /^(?:an|be|bi|er|mis|ni|re|ti|u)$/
/** As common as function words: `under`, `stor`, `med`. */
const TOO_COMMON = 11

/**
 * Do many compounds begin with the one part and many others end with the other? Then a common word is a compound though
 * the dictionary has no boundary in it, and though its own frequency speaks for a whole word.
 *
 *     ungdoms|skole, nest|leder, finans|minister, fly|plass → yes      kombi|nasjon, bil|lett, mål|tid → no
 */
export const areEstablished = (word: string, boundary: number, lexicon: PartLexicon): boolean => {
  const [left, right] = [word.slice(0, boundary), word.slice(boundary)]
  if (isNoPart(left, right)) return false
  const [modifier, head] = [lexicon.getWord(left), lexicon.getWord(right)]
  const [lefts, rights] = [leftsOf(modifier), rightsOf(head)]
  if (frequencyOf(modifier) >= TOO_COMMON || rights < 5 || frequencyOf(head) < 5) return false
  if (lefts < 5) return lefts >= 3 && isLongHead(left, right, modifier)
  return left.length >= 4 && right.length >= 4 && word.length >= 9
    ? rights > 5 || (lefts > 5 && frequencyOf(modifier) > 0)
    : areSure(modifier, head)
}

/** Short parts are also letters that happen to be there. */
const areSure = (modifier: number, head: number): boolean =>
  areFrequentParts(modifier, head) && frequencyOf(modifier) < 10 && rightsOf(head) === 7

const areFrequentParts = (modifier: number, head: number): boolean =>
  modifierOf(modifier) >= 6 &&
  leftsOf(modifier) >= 6 &&
  frequencyOf(head) >= 7 &&
  frequencyOf(head) < TOO_COMMON

const isNoPart = (left: string, right: string): boolean =>
  PREFIX.test(left) ||
  (left.length + right.length < 6
    ? SHORT_PREFIX.test(left) || right.length < 2
    : ENDING.test(right) || right.length < 3)

/** Behind a word that few compounds begin with, a long one is no chance: `justis|minister`. */
const isLongHead = (left: string, right: string, modifier: number): boolean =>
  left.length >= 5 && right.length >= 7 && frequencyOf(modifier) >= 2

/** Do many compounds have the parts of so short a word that letters may happen to be there? `sjø|is`, `små|by`. */
export const areShort = (word: string, boundary: number, lexicon: PartLexicon): boolean => {
  const [left, right] = [word.slice(0, boundary), word.slice(boundary)]
  const [modifier, head] = [lexicon.getWord(left), lexicon.getWord(right)]
  return (
    !isNoPart(left, right) &&
    areFrequentParts(modifier, head) &&
    frequencyOf(modifier) < TOO_COMMON &&
    rightsOf(head) >= 5
  )
}
