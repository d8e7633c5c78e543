import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import { LIMITS, tooManyUnknownWords } from './limits.js'
import { typingCost } from './typing-cost.js'
import { WEIGHTS } from './weights.js'

/** A term of the collection that a mistyped word may stand for. */
export interface LikelyTerm {
  readonly term: TermId
  /** The word of the collection that is nearly the one typed, as it is mostly written: `Solberg`, `kommune`. */
  readonly word: string
  readonly weight: number
}

/** Shorter words are nearly too many others, and numbers are not mistyped words. */
const CORRECTABLE = /^[\p{L}\p{M}'-]{4,60}$/u
/** What is often left out of names: `Estaing` for `d'Estaing`. */
const ELISIONS = ["d'", "l'"]
/** Words of so many letters may have two errors. */
const TWO_ERRORS = 8
/** Terms that a word may stand for. */
const MOST_TERMS = 5
/** A short word is so near many others that only a likely slip makes it one of them: by length, what it may cost. */
const MOST_COST: Readonly<Record<number, number>> = { 4: 0.7, 5: 1 }
/** A word that is one edit further away must be so many times as frequent (e to the power of this). */
const COST = 5

/** A word of the collection that may have been meant, as it is `shown`. */
interface Candidate {
  readonly id: WordId
  readonly shown: string
  readonly edits: number
  readonly cost: number
}

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
    const found = this.near(typed, typed.length < TWO_ERRORS ? 1 : 2)
    if (found.length > 0) return found
    const lemmas = typed.length < TWO_ERRORS ? this.nearLemmas(typed) : []
    return lemmas.length > 0 ? lemmas : ELISIONS.flatMap((elided) => this.near(elided + typed, 1))
  }

  private near(typed: string, most: number): LikelyTerm[] {
    const { vocabulary } = this.generation
    const candidates = vocabulary.wordsNear(typed, most).map(({ word, edits }) => {
      const written = vocabulary.word(word)
      const shown = vocabulary.writtenAs(word)
      return { id: word, shown, edits, cost: typingCost(typed, written) }
    })
    return this.likeliest(typed, candidates)
  }

  /** `komune` → kommune where the collection has only inflections of it, such as `kommunen`. */
  private nearLemmas(typed: string): LikelyTerm[] {
    const { vocabulary } = this.generation
    const candidates = vocabulary.wordsNear(typed, 2).flatMap(({ word }) => {
      const shown = vocabulary.term(vocabulary.termOf(word))
      const cost = typingCost(typed, shown)
      return cost > 1 || vocabulary.isName(vocabulary.word(word)) ? [] : { id: word, shown, edits: 1, cost }
    })
    return this.likeliest(typed, candidates)
  }

  private likeliest(typed: string, candidates: readonly Candidate[]): LikelyTerm[] {
    const { vocabulary, statistics } = this.generation
    const most = MOST_COST[typed.length] ?? Infinity
    const near = candidates.filter(({ cost }) => cost <= most)
    const scored = near.map(({ id, shown, edits, cost }) => {
      const score = Math.log(statistics.wordFrequency(id)) - COST * cost
      return { term: vocabulary.termOf(id), word: shown, score, weight: WEIGHTS.fuzzy ** edits }
    })
    scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    const terms = new Map<TermId, LikelyTerm>()
    for (const { term, word, weight } of scored) if (!terms.has(term)) terms.set(term, { term, word, weight })
    return [...terms.values()].slice(0, MOST_TERMS)
  }
}
