import type { SentencePair } from './sentence-pairs.js'
import { snowballStemmer } from '../../tools/snowball.js'
import type { Variant } from '../../src/analysis/variants/respelling.js'

/** Finds the variants of a query word; `served` tells whether the collection has a form. */
export type Expander = (word: string, served: (form: string) => boolean) => readonly Variant[]

export interface Measure {
  readonly queries: number
  readonly easy: number
  readonly differingQueries: number
  readonly differing: number
  /** Share of the differing query words of which a variant stands in the pair's other sentence. */
  readonly coverage: number
  /** Variants of differing query words that the collection has, for each word. */
  readonly variants: number
  /** Share of those that stand in the pair's other sentence, by weight. */
  readonly precision: number
}

interface Collection {
  readonly postings: ReadonlyMap<string, ReadonlyMap<number, number>>
  readonly lengths: readonly number[]
  readonly mean: number
  readonly forms: ReadonlySet<string>
}

const stems = new Map<string, string>()
const stem = (word: string): string => {
  let found = stems.get(word)
  if (found === undefined) stems.set(word, (found = snowballStemmer(word)))
  return found
}

const collect = (sentences: readonly (readonly string[])[]): Collection => {
  const postings = new Map<string, Map<number, number>>()
  for (const [i, words] of sentences.entries())
    for (const word of words) {
      const list = postings.get(stem(word)) ?? new Map<number, number>()
      if (list.size === 0) postings.set(stem(word), list)
      list.set(i, (list.get(i) ?? 0) + 1)
    }
  const lengths = sentences.map((words) => words.length)
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length
  return { postings, lengths, mean, forms: new Set(sentences.flat()) }
}

const K1 = 1.2
const B = 0.75

/** The place (from 0) of article `wanted` in a BM25 ranking; ties go to the lower number. */
const rankOf = (
  collection: Collection,
  query: readonly string[],
  find: (word: string) => readonly Variant[]
) => {
  const { postings, lengths, mean } = collection
  const scores = new Map<number, number>()
  const idf = (df: number) => Math.log(1 + (lengths.length - df + 0.5) / (df + 0.5))
  for (const word of query) {
    const weights = new Map([[stem(word), 1]])
    for (const { word: form, weight } of find(word))
      weights.set(stem(form), Math.max(weight, weights.get(stem(form)) ?? 0))
    const best = new Map<number, number>()
    for (const [term, weight] of weights) {
      const list = postings.get(term)
      if (list === undefined) continue
      const rarity = weight * idf(list.size)
      for (const [i, tf] of list) {
        const score = (rarity * tf * (K1 + 1)) / (tf + K1 * (1 - B + (B * lengths[i]!) / mean))
        if (score > (best.get(i) ?? 0)) best.set(i, score)
      }
    }
    for (const [i, score] of best) scores.set(i, (scores.get(i) ?? 0) + score)
  }
  return (wanted: number): number => {
    const mine = scores.get(wanted)
    if (mine === undefined) return -1
    let above = 0
    for (const [i, score] of scores) if (score > mine || (score === mine && i < wanted)) above++
    return above < 10 ? above : -1
  }
}

const mean = (values: readonly number[]) =>
  +(values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)).toFixed(4)
const reciprocal = (rank: number) => (rank < 0 ? 0 : 1 / (rank + 1))

/** The measure of cross-standard search: sentences of one standard, found by words of the other. */
export const measure = (
  pairs: readonly SentencePair[],
  served: 'nb' | 'nn',
  expand: Expander,
  every = 1
): Measure => {
  const from = served === 'nb' ? 'nn' : 'nb'
  const collection = collect(pairs.map((pair) => pair[served]))
  const has = (form: string) => collection.forms.has(form)
  const frequency = new Map<string, number>()
  for (const pair of pairs)
    for (const word of new Set(pair[from])) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const rarest = (words: readonly string[]) =>
    [...words].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1)).slice(0, 3)
  const found = new Map<string, readonly Variant[]>()
  const find = (word: string) => {
    let variants = found.get(word)
    if (variants === undefined) found.set(word, (variants = expand(word, has)))
    return variants
  }
  const [easy, differing, covered, kept]: number[][] = [[], [], [], []]
  let [right, all] = [0, 0]
  for (const [i, pair] of pairs.entries()) {
    if (i % every > 0) continue
    const other = new Set(pair[served])
    const content = [...new Set(pair[from])].filter(
      (w) => w.length > 3 && frequency.get(w)! <= pairs.length / 50
    )
    const hard = rarest(content.filter((word) => !other.has(word)))
    if (content.length > 0) easy!.push(reciprocal(rankOf(collection, rarest(content), find)(i)))
    if (hard.length < 2) continue
    differing!.push(reciprocal(rankOf(collection, hard, find)(i)))
    for (const word of hard) {
      const known = find(word).filter((variant) => has(variant.word))
      covered!.push(+known.some((variant) => other.has(variant.word)))
      kept!.push(known.length)
      for (const variant of known) {
        all += variant.weight
        if (other.has(variant.word)) right += variant.weight
      }
    }
  }
  return {
    queries: easy!.length,
    easy: mean(easy!),
    differingQueries: differing!.length,
    differing: mean(differing!),
    coverage: mean(covered!),
    variants: mean(kept!),
    precision: +(right / Math.max(1e-9, all)).toFixed(4)
  }
}
