import { randomNumbers } from '../../tools/random.js'
import { type Corpus, SENTENCE_END } from './corpus.js'

export interface VectorOptions {
  readonly seed: number
  readonly dimensions: number
  /** Words on either side that a word predicts. */
  readonly window: number
  readonly epochs: number
  readonly negatives: number
  readonly rate: number
  /** Forms that are rarer have no vector. */
  readonly leastSeen: number
  /** Share of the text above which a form is passed over now and then. */
  readonly subsample: number
}

/** A vector for each of the words, in the words' order. */
export interface WordVectors {
  /** Ids of the corpus, the most frequent first. */
  readonly words: Int32Array
  readonly values: Float32Array
}

/**
 * Skip-gram with negative sampling (Mikolov et al. 2013), with one set of output vectors for the left and one for the
 * right side (Ling et al. 2015), so that words of one class come near each other.
 */
export const trainVectors = (corpus: Corpus, options: VectorOptions): WordVectors => {
  const { dimensions, window, negatives } = options
  const words = frequentWords(corpus, options.leastSeen)
  const rank = new Int32Array(corpus.forms.length).fill(-1)
  words.forEach((id, i) => (rank[id] = i))
  const random = randomNumbers(options.seed)
  const inner = Float32Array.from({ length: words.length * dimensions }, () => (random() - 0.5) / dimensions)
  const outer = new Float32Array(2 * words.length * dimensions)
  const noise = noiseTable(corpus, words)
  const keep = keepShares(corpus, words, options.subsample)
  const slope = new Float32Array(dimensions)
  const sentence = new Int32Array(1024)
  const total = corpus.ids.length * options.epochs
  let rate = options.rate
  const learn = (word: number, context: number): void => {
    const row = word * dimensions
    const side = context < words.length ? 0 : words.length
    slope.fill(0)
    for (let k = 0; k <= negatives; k++) {
      const target = k === 0 ? context : side + noise[(random() * noise.length) | 0]!
      if (k > 0 && target === context) continue
      const other = target * dimensions
      let dot = 0
      for (let d = 0; d < dimensions; d++) dot += inner[row + d]! * outer[other + d]!
      const step = rate * ((k === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)))
      for (let d = 0; d < dimensions; d++) {
        slope[d]! += step * outer[other + d]!
        outer[other + d]! += step * inner[row + d]!
      }
    }
    for (let d = 0; d < dimensions; d++) inner[row + d]! += slope[d]!
  }
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let length = 0
    for (let at = 0; at < corpus.ids.length; at++) {
      const id = corpus.ids[at]!
      if (id !== SENTENCE_END) {
        const word = rank[id]!
        if (word >= 0 && random() < keep[word]! && length < sentence.length) sentence[length++] = word
        continue
      }
      rate = options.rate * Math.max(0.0001, 1 - (epoch * corpus.ids.length + at) / total)
      for (let i = 0; i < length; i++) {
        const reach = 1 + ((random() * window) | 0)
        for (let j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++)
          if (j !== i) learn(sentence[i]!, sentence[j]! + (j > i ? words.length : 0))
      }
      length = 0
    }
  }
  return { words, values: inner }
}

const frequentWords = ({ counts }: Corpus, leastSeen: number): Int32Array =>
  Int32Array.from(counts.keys())
    .filter((id) => counts[id]! >= leastSeen)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)

/** Ids in proportion to the ¾ power of their counts. */
const noiseTable = ({ counts }: Corpus, words: Int32Array): Int32Array => {
  const SIZE = 1 << 20
  const weights = Array.from(words, (id) => counts[id]! ** 0.75)
  const sum = weights.reduce((a, b) => a + b, 0)
  const table = new Int32Array(SIZE)
  let at = 0
  let reached = 0
  weights.forEach((weight, word) => {
    reached += weight
    while (at < SIZE && at < (reached / sum) * SIZE) table[at++] = word
  })
  return table
}

const keepShares = ({ counts }: Corpus, words: Int32Array, subsample: number): Float32Array => {
  const total = counts.reduce((a, b) => a + b, 0)
  return Float32Array.from(words, (id) => {
    const share = counts[id]! / total
    return Math.sqrt(subsample / share) + subsample / share
  })
}
