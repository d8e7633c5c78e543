import type { Generation } from '../../segment/generation.js'
import type { TermId } from '../../segment/words/vocabulary-tables.js'
import { LIMITS, tooManyUnknownWords } from './limits.js'
import { typingCost } from './typing-cost.js'
import { WEIGHTS } from './weights.js'

/** A term of the collection that a mistyped word may stand for. */
export interface LikelyTerm {
  readonly term: TermId
  /** The word of the collection that is nearly the one typed. */
  readonly word: string
  readonly weight: number
}

/** Shorter words are nearly too many others, and numbers are not mistyped words. */
const CORRECTABLE = /^[\p{L}\p{M}-]{4,60}$/u
/** Words of so many letters may have two errors. */
const TWO_ERRORS = 8
/** Terms that a word may stand for. */
const MOST_TERMS = 5
/** A word that is one edit further away must be so many times as frequent (e to the power of this). */
const COST = 5

/** Finds what mistyped words of one query may stand for, each word once, as many words as the limits allow. */
export class TypingErrors {
  private readonly found = new Map<string, readonly LikelyTerm[]>()

  constructor(
    private readonly generation: Pick<Generation, 'vocabulary' | 'statistics'>,
    private readonly warn: (warning: string) => void
  ) {}

  /**
   * Terms with a word one edit from the one typed, of words of eight letters and more two edits; the likeliest first,
   * by how frequent they are and which slips make them what was typed.
   *
   *     komune → kommune      2019 → none      hus → none
   *
   * The words are compared as they are written, not without their marks: spellings without marks are found already
   * (`alesund`), and whether two words are one edit apart would depend on more than that edit (`israel` folds to
   * `isral`).
   */
  likelyTerms(typed: string): readonly LikelyTerm[] {
    if (!CORRECTABLE.test(typed)) return []
    const known = this.found.get(typed)
    if (known !== undefined) return known
    if (this.found.size >= LIMITS.unknownWords) {
      this.warn(tooManyUnknownWords)
      return []
    }
    const terms = this.find(typed)
    this.found.set(typed, terms)
    return terms
  }

  private find(typed: string): LikelyTerm[] {
    const { vocabulary, statistics } = this.generation
    const near = vocabulary.wordsNear(typed, typed.length < TWO_ERRORS ? 1 : 2).map(({ word, edits }) => {
      const written = vocabulary.word(word)
      const score = Math.log(statistics.wordFrequency(word)) - COST * typingCost(typed, written)
      return { term: vocabulary.termOf(word), word: written, score, weight: WEIGHTS.fuzzy ** edits }
    })
    near.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    const terms = new Map<TermId, LikelyTerm>()
    for (const { term, word, weight } of near) if (!terms.has(term)) terms.set(term, { term, word, weight })
    return [...terms.values()].slice(0, MOST_TERMS)
  }
}
