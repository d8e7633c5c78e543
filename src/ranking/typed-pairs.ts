import { isStopWord } from '../analysis/text/stop-words.js'
import { idfOf } from '../segment/postings/bm25f.js'
import type { Reader } from '../segment/generation.js'
import type { WordId } from '../segment/words/vocabulary-tables.js'
import { BloomFilter } from '../structures/bloom-filter.js'

/** Bits of a mask; later words of a long query make no pairs. */
const MOST = 30
const FIRST = 1
const SECOND = 2

/**
 * The pairs of words that a query has side by side, stop words and all: `født i` is more than `født`. A stop word
 * stands for itself only, another word for its inflections.
 */
export class TypedPairs {
  /** By word: the pairs that it begins, and those that it ends, a bit each. */
  private readonly firsts = new Map<WordId, number>()
  private readonly seconds = new Map<WordId, number>()
  private readonly filter: BloomFilter
  /** By pair: its idf. */
  private readonly weights: readonly number[]

  constructor(
    private readonly generation: Reader,
    words: readonly string[]
  ) {
    const forms = words.slice(0, MOST + 1).map((word) => this.formsOf(word))
    const { statistics } = generation
    this.weights = forms.slice(1).map((seconds, i) => {
      const frequency = statistics.pairFrequency(forms[i]!, seconds)
      return frequency === 0 ? 0 : idfOf(statistics.articles, Math.min(statistics.articles, frequency))
    })
    this.filter = new BloomFilter(forms.length)
    forms.forEach((formsHere, i) => {
      for (const form of formsHere) {
        if (i + 1 < forms.length) this.note(this.firsts, form, i, FIRST)
        if (i > 0) this.note(this.seconds, form, i - 1, SECOND)
      }
    })
  }

  /** The sum of the idf of the pairs that stand from `from` to before `to`. */
  weightIn(from: number, to: number): number {
    if (this.weights.length === 0) return 0
    const { words } = this.generation.segment.positions
    let found = 0
    for (let position = from; position + 1 < to; position++) {
      if ((this.filter.bitsOf(words[position]!) & FIRST) === 0) continue
      if ((this.filter.bitsOf(words[position + 1]!) & SECOND) === 0) continue
      found |= (this.firsts.get(words[position]!) ?? 0) & (this.seconds.get(words[position + 1]!) ?? 0)
    }
    return this.weights.reduce((sum, weight, pair) => sum + ((found >>> pair) & 1) * weight, 0)
  }

  private formsOf(word: string): ReadonlySet<WordId> {
    const { vocabulary } = this.generation
    const id = vocabulary.wordId(word)
    const own = id === undefined ? [] : [id]
    if (isStopWord(word)) return new Set(own)
    const term = vocabulary.termId(vocabulary.models.analyze(word).term)
    return new Set(term === undefined ? own : [...own, ...vocabulary.wordsOf(term)])
  }

  private note(pairs: Map<WordId, number>, word: WordId, pair: number, bit: number): void {
    pairs.set(word, (pairs.get(word) ?? 0) | (1 << pair))
    this.filter.add(word, bit)
  }
}
