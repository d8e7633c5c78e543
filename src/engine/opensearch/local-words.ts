import { foldKey } from '../../analysis/text/fold.js'
import { spellingKey } from '../../analysis/text/spelling.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import { Vocabulary } from '../../segment/words/vocabulary.js'
import { memoise } from '../../structures/memoise.js'
import { prefixRange } from '../../structures/prefix-range.js'
import { MOST_WORDS, type WordsBy } from './lookup-query.js'

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
    return Array.from(this.idsOf(by, value), (id) => this.word(id))
  }

  /** The words that look like one; see `GramIndex`. */
  similarWords(word: string): SimilarWords {
    return this.alike(word)
  }

  /** Has any word the term, or a part with it? */
  hasTerm(term: string): boolean {
    return this.numberOfTerm(term) !== undefined
  }

  private idsOf(by: WordsBy, value: string): Iterable<WordId> {
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
    }
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
