import { BoundaryScorer } from './boundary-scorer.js'
import { collectionEvidence } from './collection-evidence.js'
import type { CompoundModel } from './compound-model.js'
import { type CompoundSplitter, type Lexicon, splitAtMarks } from './compounds.js'
import { withoutJoint } from './joint.js'
import { isEstablishedDerivation } from './prefixes.js'
import type { Stemmer } from '../stems/stemmer.js'
import type { CompoundPart } from '../text/token.js'

export interface ModelSplitterOptions {
  /** By how much a boundary must be likelier than none (natural logarithm of the odds). −2 to 3; less splits more. */
  readonly threshold?: number
  /** The same for a part of a compound that may be a compound itself. */
  readonly innerThreshold?: number
  /** The collection's own words as further evidence; names among them stay whole. */
  readonly collection?: Lexicon
  /** Gives the key under which the collection knows a word; the word itself if left out. */
  readonly stem?: Stemmer
}

/** Shorter words stay whole: most are no compounds, and the parts of the others (`fotball` apart) are everywhere. */
const SHORTEST_COMPOUND = 6
/** More parts than this are noise. */
const MOST_PARTS = 5

/**
 * Splits words by a model of Norwegian compounds, bokmål and nynorsk alike.
 *
 *     digitaliseringsstrategiene → digitalisering|s strategiene      hovedstadsområdet → hoved stad|s området
 *     musikken, stortinget, samarbeid, forhandling → whole
 *
 * Works on single words, so a word that is a compound in one sentence and not in another has one answer: `barndommen`
 * is `barn` + `dommen`, as the dictionary has it. Two consonants for three hide a boundary: `fotballandslaget` has no `landslaget`.
 */
export const modelSplitter = (model: CompoundModel, options: ModelSplitterOptions = {}): CompoundSplitter => {
  const { threshold = THRESHOLD, innerThreshold = INNER_THRESHOLD, collection, stem } = options
  const scorer = new BoundaryScorer(
    model.lexicon,
    model.weights,
    collection && collectionEvidence(collection, stem)
  )
  const boundaryOf = (word: string, least: number): number => {
    if (word.length < SHORTEST_COMPOUND) return 0
    const exception = model.exceptions.getWord(word)
    if (exception > 0) return exception - 1
    const { boundary, margin } = scorer.best(word)
    return margin > least && !isEstablishedDerivation(word, boundary, model.lexicon) ? boundary : 0
  }
  const split = (word: string, start: number, most: number): CompoundPart[] => {
    const boundary = most < 2 ? 0 : boundaryOf(word, most === MOST_PARTS ? threshold : innerThreshold)
    if (boundary === 0) return [{ start, end: start + word.length, word }]
    const modifier = withoutJoint(word.slice(0, boundary), model.lexicon)
    const head = split(word.slice(boundary), start + boundary, most - 1)
    return [...extendTo(split(modifier, start, most - head.length), start + boundary), ...head]
  }
  return (word) => {
    if (/[-.]/.test(word)) return splitAtMarks(word)
    if (!/^\p{L}+$/u.test(word) || collection?.isName(word)) return []
    const parts = split(word, 0, MOST_PARTS)
    return parts.length > 1 ? parts : []
  }
}

/** The joint belongs to the span of the modifier's last part, not to its word. */
const extendTo = (parts: readonly CompoundPart[], end: number): CompoundPart[] =>
  parts.map((part, i) => (i === parts.length - 1 ? { ...part, end } : part))

/** Where three in a hundred of the treebank's words outside the dictionary's compounds are split, half of them rightly. */
const THRESHOLD = -0.5
const INNER_THRESHOLD = 0
