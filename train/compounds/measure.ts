import type { CompoundSplitter } from '../../src/analysis/compounds/splitter.js'
import type { GoldCompound } from './gold.js'

/** The figures of `evaluate.mjs compounds`. */
export interface BoundaryFigures {
  readonly words: number
  /** Share of compounds one of whose parts begins where the dictionary's head does. */
  readonly boundaryAccuracy: number
  readonly splitShare: number
  readonly meanParts: number
}

export const measureBoundaries = (
  gold: readonly GoldCompound[],
  split: CompoundSplitter
): BoundaryFigures => {
  let [right, isSplit, parts] = [0, 0, 0]
  for (const { word, boundary } of gold) {
    const found = split(word)
    if (found.some(({ start }) => start === boundary)) right++
    if (found.length > 0) isSplit++
    parts += Math.max(1, found.length)
  }
  const words = gold.length
  return {
    words,
    boundaryAccuracy: rounded(right / words),
    splitShare: rounded(isSplit / words),
    meanParts: rounded(parts / words)
  }
}

/** The figure of `evaluate.mjs simplex`: the share of words that are no compounds and are split all the same. */
export const measureSimplex = (words: readonly string[], split: CompoundSplitter): number =>
  rounded(words.filter((word) => split(word).length > 1).length / words.length)

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
