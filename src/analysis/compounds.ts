import { isStopWord } from './stop-words.js'
import type { Stemmer } from './stemmer.js'
import type { CompoundPart } from './token.js'

/** Finds the parts of a compound, in order; none for a word that is no compound. `word` as `wordForm` gives it. */
export type CompoundSplitter = (word: string) => readonly CompoundPart[]

/** What a splitter knows of a collection's words. */
export interface Lexicon {
  /** How many words (tokens) of the collection have this stem. */
  frequency(stem: string): number
  /** Is the word mostly written with a capital inside sentences, as names are? */
  isName(word: string): boolean
  /** Number of words (tokens) in the collection. */
  readonly size: number
}

const SHORTEST_MODIFIER = 3
const SHORTEST_HEAD = 4
/** More parts than this are noise. */
const MOST_PARTS = 4
/** One more occurrence is asked of a part for every so many words, since large collections hold more slips. */
const WORDS_PER_OCCURRENCE = 500_000
/** Letters that join a modifier to its head: digitalisering-s-strategi, natt-e-søvn. The first of equals is taken. */
const JOINTS = ['s', '', 'e']

/**
 * Splits where both sides are words of the collection.
 *
 *     digitaliseringsstrategi → digitalisering + strategi      IKT-Norge → ikt + norge      digi.no → digi + no
 *
 * Knows only what the collection shows: `innspillsmøte` stays whole where no article has `innspill`, and a word that
 * happens to be two others is split, such as `barndommen` → barn + dommen. Short parts are left alone: `bilde` ↛ bil + de.
 */
export const collectionSplitter = (lexicon: Lexicon, stem: Stemmer): CompoundSplitter => {
  const least = Math.max(1, Math.round(lexicon.size / WORDS_PER_OCCURRENCE))
  const weight = (word: string): number => {
    const frequency = isStopWord(word) ? 0 : lexicon.frequency(stem(word))
    return frequency < least ? -Infinity : Math.log(1 + frequency)
  }
  const split = (word: string, start: number, most: number): CompoundPart[] => {
    const best = most < 2 ? undefined : bestBoundary(word, weight)
    if (best === undefined) return [{ start, end: start + word.length, word }]
    const head = split(word.slice(best.boundary), start + best.boundary, most - 1)
    const modifier = split(best.modifier, start, most - head.length)
    return [...extendTo(modifier, start + best.boundary), ...head]
  }
  return (word) => {
    if (/[-.]/.test(word)) return splitAtMarks(word)
    if (!/^\p{L}+$/u.test(word) || isStopWord(word) || lexicon.isName(word)) return []
    const parts = split(word, 0, MOST_PARTS)
    return parts.length > 1 ? parts : []
  }
}

interface Boundary {
  /** Where the head begins. */
  readonly boundary: number
  /** The modifier without its joint. */
  readonly modifier: string
}

/** The boundary whose parts are the most frequent by geometric mean (Koehn and Knight 2003). */
const bestBoundary = (word: string, weight: (part: string) => number): Boundary | undefined => {
  let best: Boundary | undefined
  let bestScore = 0
  for (let boundary = SHORTEST_MODIFIER; boundary <= word.length - SHORTEST_HEAD; boundary++) {
    const head = weight(word.slice(boundary))
    if (head === -Infinity) continue
    for (const joint of JOINTS) {
      const modifier = word.slice(0, boundary - joint.length)
      if (modifier.length < SHORTEST_MODIFIER || !word.startsWith(joint, modifier.length)) continue
      const score = head + weight(modifier)
      if (score > bestScore) [best, bestScore] = [{ boundary, modifier }, score]
    }
  }
  return best
}

/** The joint belongs to the span of the modifier's last part, not to its word. */
const extendTo = (parts: CompoundPart[], end: number): CompoundPart[] =>
  parts.map((part, i) => (i === parts.length - 1 ? { ...part, end } : part))

/** A hyphen, or the full stop of a domain name, is a boundary that the writer has set. */
const splitAtMarks = (word: string): CompoundPart[] => {
  const parts = [...word.matchAll(/[^-.]+/g)].map(({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
    word: part
  }))
  return parts.length > 1 && /\p{L}/u.test(word) ? parts : []
}
