import type { ScoredBoundary } from './boundary-scorer.js'
import { frequencyOf, leftsOf, modifierOf, rightsOf } from './part-facts.js'
import type { PartLexicon } from './part-lexicon.js'

/** What a dictionary tells of words, in lower case. */
export interface Dictionary {
  readonly isKnownForm: (word: string) => boolean
  /** A word's dictionary form, or what seems to be it. */
  readonly stem: (word: string) => string
}

/** Beginnings of loanwords and of words with a meaning of their own; before a rare word they are what they say. */
const PREFIX = /^(?:ad|an|be|er|re|unn|ved|åt)$/
/** Before these a word stands that often is none by itself: `u|omgjengelig`. */
const NEGATION = /^(?:u|for|van|mis|gjen)$/
/** Of -ing, with the letters before it that make a word of it: `dul|ting`. */
const VERBAL_NOUN = /^(.*)(?<=[^aeiouyæøå])ing(?:a|en|ar|er|ane|ene)?s?$/
const SHORT_ING = /^[^aeiouyæøå]{0,2}ing(?:a|en|ar|er|ane|ene)?s?$/
const LEG = /^(.{5,})l[ei]ge?$/

/**
 * Do the letters on both sides of a boundary only happen to look like parts, as the dictionary tells?
 *
 *     is|raelar: no word ends it        dul|ting: of dulte        lik|vid: there is likviditet
 *     høg|tidleg: of høgtid             hjem|mel: a word of the dictionary, and no boundary is likely
 *     for|nøye: a verb                  hav|ende: a participle of have              ortope|disk: ortope is no word
 */
export const arePartsByChance = (
  word: string,
  { boundary, margin }: ScoredBoundary,
  { dictionary, lexicon }: { readonly dictionary: Dictionary; readonly lexicon: PartLexicon }
): boolean => {
  const { isKnownForm } = dictionary
  const [left, right] = [word.slice(0, boundary), word.slice(boundary)]
  if (isKnownForm(word) && isWholeInDictionary(word, { boundary, margin }, { dictionary, lexicon }))
    return true
  if (right === 'ende' && isKnownForm(`${left}e`)) return true
  const [, root] = VERBAL_NOUN.exec(word) ?? []
  if (root !== undefined && SHORT_ING.test(right) && isVerb(`${root}e`, dictionary)) return true
  const [, noun = ''] = LEG.exec(word) ?? []
  if (noun.length > boundary && frequencyOf(lexicon.getWord(noun)) > 0 && isKnownForm(noun)) return true
  return isKnownForm(`${word}itet`) || isVerb(`${word}ere`, dictionary)
}

/** Of a word that the dictionary has: is a boundary in it none? */
const isWholeInDictionary = (
  word: string,
  { boundary, margin }: ScoredBoundary,
  models: { readonly dictionary: Dictionary; readonly lexicon: PartLexicon }
): boolean => {
  const [left, right] = [word.slice(0, boundary), word.slice(boundary)]
  if (PREFIX.test(left) || !isAnyWord(left, models)) return true
  if (left === 'for' && isInflectedVerb(word, models.dictionary)) return true
  return margin < 0 && !areParts(left, right, models.lexicon)
}

/** Are they parts of other words too? `kino|film`, and not `tempera|tur` or `is|lett` */
const areParts = (left: string, right: string, lexicon: PartLexicon): boolean =>
  leftsOf(lexicon.getWord(left)) >= 3 && rightsOf(lexicon.getWord(right)) >= 6

/** Is a word a verb by its forms: `fornøye`, as there is *fornøyde*? And not `forside`. */
const isInflectedVerb = (word: string, { isKnownForm, stem }: Dictionary): boolean =>
  word.endsWith('e') &&
  ['te', 'de', 'et', 'dde'].some((ending) => {
    const past = word.slice(0, -1) + ending
    return isKnownForm(past) && stem(past) === word
  })

/** Is a modifier, with or without its joint, a word for what the dictionary and texts tell? */
const isAnyWord = (
  modifier: string,
  { dictionary, lexicon }: { readonly dictionary: Dictionary; readonly lexicon: PartLexicon }
): boolean =>
  [modifier, modifier.replace(/[es]$/, '')].some(
    (word) => lexicon.getWord(word) !== 0 || dictionary.isKnownForm(word)
  )

/** Is the last part of a word no word, for all that the dictionary and texts tell? `is|raelar`, `al|eksandriner` */
export const isNoHead = (
  word: string,
  boundary: number,
  { dictionary, lexicon }: { readonly dictionary: Dictionary; readonly lexicon: PartLexicon }
): boolean => {
  const { isKnownForm, stem } = dictionary
  const head = word.slice(boundary)
  if (NEGATION.test(word.slice(0, boundary))) return false
  const facts = lexicon.getWord(head)
  if (frequencyOf(facts) > 0 || modifierOf(facts) > 0 || rightsOf(facts) > 1) return false
  return !isKnownForm(head) && !isKnownForm(stem(head)) && !isKnownForm(head.replace(/s$/, ''))
}

const isVerb = (word: string, { isKnownForm, stem }: Dictionary): boolean =>
  isKnownForm(word) && stem(word) === word
