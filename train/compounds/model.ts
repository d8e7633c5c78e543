import { BoundaryScorer } from '../../src/analysis/compounds/boundary-scorer.js'
import type { PartLexicon } from '../../src/analysis/compounds/part-lexicon.js'
import { isTrainable, type Labelled, tabulate } from './examples.js'
import { buildLexicon, countParts, type PartCounts, recountPartners } from './parts.js'
import { share } from '../../tools/random.js'
import { type SoftmaxOptions, trainSoftmax } from './softmax.js'
import { type TrainingSources, trainingWords } from './training-words.js'

export interface TrainedModel {
  readonly parts: ReadonlyMap<string, PartCounts>
  readonly lexicon: PartLexicon
  readonly weights: Float32Array
  /** The words that it was trained on. */
  readonly words: readonly Labelled[]
}

export const SOFTMAX: SoftmaxOptions = { seed: 17, epochs: 8, l2: 0.02, rate: 0.1, leastSeen: 20 }
/** A word that seemed to be no compound is left out if a model that has not seen it is this sure of a boundary. */
const SURE = -0.5

export const trainModel = (sources: TrainingSources, softmax = SOFTMAX): TrainedModel => {
  const firstParts = countParts(sources.gold, sources.counts)
  const firstLexicon = buildLexicon(firstParts)
  const { compounds, simple } = trainingWords(sources)
  const scorers = [0, 1].map((half) => {
    const others = [...compounds, ...simple.map(asWhole)].filter(({ word }) => inHalf(word) !== half)
    const table = tabulate(others.filter(isTrainable), firstLexicon, firstParts)
    return new BoundaryScorer(firstLexicon, {
      values: trainSoftmax(table, { ...softmax, epochs: 2 }),
      unit: 1
    })
  })
  const unseen = (word: string) => scorers[inHalf(word)]!.best(word)
  const negatives = simple.filter((word) => unseen(word).margin < SURE)
  const boundaryOf = (word: string): number => {
    const { boundary, margin } = unseen(word)
    return margin > LIKELY ? boundary : 0
  }
  const parts = recountPartners(firstParts, sources.counts.keys(), boundaryOf)
  const lexicon = buildLexicon(parts)
  const words = [...compounds, ...negatives.map(asWhole)].filter(isTrainable)
  return { parts, lexicon, weights: trainSoftmax(tabulate(words, lexicon, parts), softmax), words }
}

/** Parts of the text's words are counted from boundaries that are this sure. */
const LIKELY = 0

const inHalf = (word: string): number => (share(word) < 0.5 ? 0 : 1)
const asWhole = (word: string): Labelled => ({ word, boundary: 0 })
