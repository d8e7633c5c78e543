import { randomNumbers } from '../../tools/random.js'
import type { WordVectors } from './word-vectors.js'

/** The cluster of each word, by k-means on vectors of length one (spherical: nearest by cosine). */
export const clusterVectors = (
  { words, values }: WordVectors,
  k: number,
  { seed, rounds }: { seed: number; rounds: number }
): Uint16Array => {
  const dimensions = values.length / words.length
  const unit = normalised(values, dimensions)
  const random = randomNumbers(seed)
  const centres = new Float32Array(k * dimensions)
  const frequent = Math.min(words.length, Math.max(k * 8, 4000))
  for (let c = 0; c < k; c++) {
    const word = Math.floor(random() * frequent)
    centres.set(unit.subarray(word * dimensions, (word + 1) * dimensions), c * dimensions)
  }
  const clusters = new Uint16Array(words.length)
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    for (let word = 0; word < words.length; word++) {
      const nearest = nearestCentre(unit, word, centres, dimensions)
      if (nearest !== clusters[word]) moved++
      clusters[word] = nearest
    }
    if (moved < words.length / 1000) break
    centres.fill(0)
    for (let word = 0; word < words.length; word++)
      for (let d = 0; d < dimensions; d++)
        centres[clusters[word]! * dimensions + d]! += unit[word * dimensions + d]!
    centres.set(normalised(centres, dimensions))
  }
  return clusters
}

const nearestCentre = (
  unit: Float32Array,
  word: number,
  centres: Float32Array,
  dimensions: number
): number => {
  let best = 0
  let highest = -Infinity
  const row = word * dimensions
  for (let c = 0, at = 0; at < centres.length; c++, at += dimensions) {
    let dot = 0
    for (let d = 0; d < dimensions; d++) dot += unit[row + d]! * centres[at + d]!
    if (dot > highest) {
      highest = dot
      best = c
    }
  }
  return best
}

const normalised = (values: Float32Array, dimensions: number): Float32Array => {
  const result = Float32Array.from(values)
  for (let row = 0; row < values.length; row += dimensions) {
    let sum = 0
    for (let d = 0; d < dimensions; d++) sum += values[row + d]! ** 2
    const length = Math.sqrt(sum) || 1
    for (let d = 0; d < dimensions; d++) result[row + d]! /= length
  }
  return result
}
