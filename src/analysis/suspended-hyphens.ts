import type { Models } from './models.js'
import { classAt, DIGIT, UPPER } from './text/characters.js'
import { isHyphen } from './text/line-breaks.js'
import type { Token } from './text/reading.js'
import { wordSet } from '../structures/word-list.js'

/** What decides whether a half and the end of a compound make a word. */
type Words = Pick<Models, 'split' | 'stem' | 'isKnownForm'>

/** Words that a half may be from its compound, conjunctions and other halves counted. Bounds the look ahead. */
const FARTHEST = 8
const CONJUNCTIONS = wordSet('og eller samt and men kontra versus respektive')

const ONE_LINE_BREAK = '[ \\t\\u00a0]{0,3}(?:\\r?\\n)?[ \\t\\u00a0]{0,3}'
const AFTER_HALF = new RegExp(`^[-\\u2010\\u2011](?:,?(?=\\s)${ONE_LINE_BREAK}| ?/ ?)$`)
const BETWEEN = new RegExp(`^(?:(?=\\s)${ONE_LINE_BREAK}|/)$`)

/** Shorter ends of words that the splitter leaves whole are letters that happen to be there. */
const SHORTEST_END = 4
/** Where both beginnings are particles: `innlån` of `inn- og utlån`. */
const SHORTEST_END_OF_PARTICLE = 3
/** What is left of such a word must be a word as well: `ut` of `utvandring`. */
const SHORTEST_BEGINNING = 2

/**
 * Gives the first halves of compounds, that end in a hyphen for what the next compound ends in, the word that they
 * stand for. Offsets stay: a half is as long as it is written.
 *
 *     inn- og utvandring          → innvandring, og, utvandring
 *     lands-, fylkes- og lokallag → landslag, fylkeslag, og, lokallag
 *     Nord- og Sør-Norge          → nord-norge, og, sør-norge        inn-/utvandring → innvandring, utvandring
 *
 * What no compound follows that could end it stays as it is: `mor- og datter`.
 *
 * @param tokens of `text`, in order
 */
export const completeHalves = (text: string, tokens: readonly Token[], words: Words): readonly Token[] => {
  let completed: Token[] | undefined
  for (const [i, token] of tokens.entries()) {
    if (!isHyphen(text, token.end)) continue
    const whole = wholeAfter(text, tokens, i)
    const word = whole && completion(text.slice(token.start, token.end), token.word, whole.word, words)
    if (word !== undefined) (completed ??= [...tokens])[i] = { ...token, word }
  }
  return completed ?? tokens
}

/** The compound that ends what the half at `half` begins: behind a conjunction or a stroke, other halves between. */
const wholeAfter = (text: string, tokens: readonly Token[], half: number): Token | undefined => {
  const gapBefore = (i: number): string => text.slice(tokens[i - 1]!.end, tokens[i]!.start)
  const last = Math.min(tokens.length - 1, half + FARTHEST)
  let isHalf = true
  let isJoined = false
  for (let i = half + 1; i <= last; i++) {
    const gap = gapBefore(i)
    if (!(isHalf ? AFTER_HALF : BETWEEN).test(gap)) return undefined
    isJoined ||= gap.includes('/')
    isHalf = isHyphen(text, tokens[i]!.end)
    if (CONJUNCTIONS.has(tokens[i]!.word)) isJoined = true
    else if (!isHalf) return isJoined ? tokens[i] : undefined
  }
  return undefined
}

const completion = (written: string, half: string, whole: string, words: Words): string | undefined => {
  const hyphen = whole.indexOf('-')
  if (hyphen > 0) return half + whole.slice(hyphen)
  const starts = words.split(whole).map(({ start }) => start)
  if (starts.length === 0) return knownWord(half, whole, words)
  if (isAbbreviation(written)) return `${half}-${whole.slice(starts.at(-1))}`
  return compound(half, whole, words)
}

/** `TV`, `EU`, `10`: such a half keeps its hyphen. */
const isAbbreviation = (written: string): boolean => {
  const last = classAt(written, written.length - 1)
  return (last & DIGIT) !== 0 || (written.length > 1 && (last & UPPER) !== 0)
}

/** An ending may hide a word that is none: `mortter` has the stem `mor`. */
const isWord = (word: string, { stem, isKnownForm }: Words, least = 0): boolean => {
  if (isKnownForm(word)) return true
  const lemma = stem(word)
  return lemma.length >= least && isKnownForm(lemma)
}

/** Before many a verb and its noun, so that one may take the place of another: `innlogging`, `pålogging`. */
const PARTICLES = wordSet(`
  av bak bort etter for fra fram før gjennom hjem igjen inn med mot ned om opp over på til under unna ut ved
`)

/** `inn`, `utvandring` → innvandring: the longest end that makes a word of the half. */
const knownWord = (half: string, whole: string, words: Words): string | undefined => {
  for (let at = SHORTEST_BEGINNING; at <= whole.length - SHORTEST_END_OF_PARTICLE; at++) {
    const [beginning, end] = [whole.slice(0, at), whole.slice(at)]
    if (beginning === half || !words.isKnownForm(beginning)) continue
    const areParticles = PARTICLES.has(half) && PARTICLES.has(beginning)
    const shortest = areParticles ? SHORTEST_END_OF_PARTICLE : SHORTEST_END
    if (end.length < shortest) continue
    if (isWord(half + end, words, half.length + shortest)) return half + end
    if (areParticles && isWord(end, words, shortest)) return half + end
  }
  return undefined
}

/**
 * `barne`, `ungdomsskolelærer` → barneskolelærer, as `barneskole` is a word: all parts but the first, where they make
 * one; else the last part, where the splitter sees the half before it.
 */
const compound = (half: string, whole: string, words: Words): string | undefined => {
  const parts = words.split(whole)
  for (const part of parts.slice(1)) {
    const word = half + whole.slice(part.start)
    if (isWord(word, words) || words.isKnownForm(half + part.word)) return word
  }
  const [first] = parts
  const begun = first && whole.startsWith(first.word) ? knownWord(half, first.word, words) : undefined
  if (begun !== undefined) return begun + whole.slice(first!.word.length)
  if (isOnlyInflected(half, words)) return undefined
  const word = half + whole.slice(parts.at(-1)!.start)
  return words.split(word).some(({ start }) => start === half.length) ? word : undefined
}

/** Is it an inflection with another vowel, which begins no compound: `gikk` of `gå`, `bøker` of `bok`; but `barne`? */
const isOnlyInflected = (half: string, { stem, isKnownForm }: Words): boolean => {
  const lemma = stem(half)
  return isKnownForm(half) && !lemma.startsWith(half.slice(0, 2)) && lemma.at(-1) !== half.at(-1)
}
