import { foldKey } from '../../../analysis/text/fold.js'
import { spellingKey } from '../../../analysis/text/spelling.js'
import type { WordId } from '../../../segment/words/vocabulary-tables.js'
import { Vocabulary } from '../../../segment/words/vocabulary.js'
import { memoise } from '../../../structures/memoise.js'
import { prefixRange } from '../../../structures/prefix-range.js'
import { MOST_WORDS, type WordsBy } from './lookup-query.js'

/** The share of all words, those that came first, that may be in many articles. */
const COMMON = 0.25
/** Words of a term that is rare. */
const MOST_RARE = 10
/** Words that look like others, of which about so many are remembered. */
const REMEMBERED_SIMILAR = 500_000

/** Words that look like one, with the share of its grams that each has. */
export type SimilarWords = readonly (readonly [word: string, share: number])[]

/** All words of a state of the cluster, in this process: what is asked of the index of words is answered here. */
export class LocalWords extends Vocabulary {
  private readonly alike = memoise<SimilarWords>(
    {
      answers: REMEMBERED_SIMILAR,
      size: { most: REMEMBERED_SIMILAR, of: (words) => words.length + 1 }
    },
    (word) => {
      const { words, shares } = this.similarTo(word)
      return Array.from(words, (id, i) => [this.word(id), shares[i]!] as const)
    }
  )

  /** The words that are found so: what the index of words answers. */
  find(by: WordsBy, value: string): string[] {
    return Array.from(this.numbers(by, value), (id) => this.word(id))
  }

  /** The same by their numbers here. */
  numbers(by: WordsBy, value: string): Iterable<WordId> {
    switch (by) {
      case 'word': {
        const id = this.numberOfWord(value)
        return id === undefined ? [] : [id]
      }
      case 'terms': {
        const term = this.numberOfTerm(value)
        return term === undefined ? [] : this.wordsOf(term)
      }
      case 'spellings':
        return this.idsWithSpelling(value).slice(0, MOST_WORDS.spellings)
      // Words that came first are the most frequent ones, as a rule.
      case 'prefix':
        return this.wordsWithPrefix(value).words.toSorted().subarray(0, MOST_WORDS.prefix)
      case 'folded':
        return this.idsWithFolded(value).toSorted().subarray(0, MOST_WORDS.folded)
      case 'near1':
      case 'near2':
        return this.wordsNear(value, by === 'near1' ? 1 : 2).map(({ word }) => word)
      case 'lemma1':
      case 'lemma2':
        return this.lemmasNear(value, by === 'lemma1' ? 1 : 2).flatMap((term) => [...this.wordsOf(term)])
    }
  }

  /** The words that look like one; see `GramIndex`. */
  similarWords(word: string): SimilarWords {
    return this.alike(word)
  }

  /** May an article stand under the term, or under it as a part of compounds? See `termKey`, `partKey`. */
  standsUnder(term: string, isPart: boolean): boolean {
    const id = this.numberOfTerm(term)
    if (id === undefined) return false
    // Compounds whose parts the writer marked stand under the term itself.
    return (
      (!isPart && this.wordsOf(id).length > 0) ||
      this.wordsWithPart(id).some((word) => this.isMarked(word) !== isPart)
    )
  }

  /** The term that these words have and no others, where nothing else stands under it. @param words at least one */
  termOfAll(words: readonly string[]): string | undefined {
    const first = this.numberOfWord(words[0]!)
    if (first === undefined) return undefined
    const term = this.termOf(first)
    const all = this.wordsOf(term)
    if (all.length !== words.length || this.wordsWithPart(term).some((word) => this.isMarked(word)))
      return undefined
    const wanted = new Set(words)
    return all.every((word) => wanted.has(this.word(word))) ? this.term(term) : undefined
  }

  /** Have few articles the word, as far as can be told? Words that came late are rare, as a rule. */
  isRare(word: string): boolean {
    return (this.numberOfWord(word) ?? 0) > COMMON * this.wordCount
  }

  /** Stand few articles under the term, or under it as a part, as far as can be told? */
  isRareTerm(term: string): boolean {
    const id = this.numberOfTerm(term)
    if (id === undefined) return true
    const words = [...this.wordsOf(id), ...this.wordsWithPart(id)]
    return words.length <= MOST_RARE && words.every((word) => word > COMMON * this.wordCount)
  }

  /** See `spellingsOf`. */
  private idsWithSpelling(key: string): WordId[] {
    const hasKey = (form: string): boolean => form !== key && spellingKey(form) === key
    const found = this.termsWithKey(key).flatMap((term) =>
      hasKey(this.term(term))
        ? [...this.wordsOf(term), ...this.wordsWithPart(term)]
        : [...this.wordsOf(term)].filter((word) => hasKey(this.word(word)))
    )
    return [...new Set(found)]
  }

  /** The words whose folded key is of another form and begins so. */
  private idsWithFolded(prefix: string): Uint32Array {
    const runs = Object.values(this.tables.runs)
    return Uint32Array.from(
      runs.flatMap(({ folded }) => {
        const { from, to } = prefixRange(folded, (id) => foldKey(this.word(id)), prefix)
        return [...folded.subarray(from, to)]
      })
    )
  }
}
