import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import { editDistance } from '../../structures/edit-distance.js'
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
/** A shorter stem is one edit from too many other words. */
const SHORTEST_STEM = 6
/** Terms that a word may stand for. */
const MOST_TERMS = 5
/** A short word is so near many others that only a likely slip makes it one of them: by length, what it may cost. */
const MOST_COST: Readonly<Record<number, number>> = { 4: 0.7, 5: 1 }
/** What is suggested counts more than what else may have been meant. */
const LESS_LIKELY = WEIGHTS.fuzzy
/** A word that is one edit further away must be so many times as frequent (e to the power of this). */
const COST = 5

/** A word of the collection that may have been meant, as it is `shown`. */
interface Candidate {
  readonly id: WordId
  readonly term: TermId
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
   * What the collection has only inflections of counts as well, by its dictionary form.
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
    const { vocabulary } = this.generation
    const before = vocabulary.unanswered()
    const isLong = typed.length >= TWO_ERRORS
    const near = this.near(typed, isLong ? 2 : 1)
    const written = isLong ? [] : this.likeliest(typed, near)
    if (written.length > 0) return written
    const found = this.likeliest(typed, [...near, ...this.nearLemmas(typed)])
    if (found.length > 0 || vocabulary.unanswered() !== before) return found
    const inflected = this.likeliest(typed, this.nearInflections(typed))
    if (inflected.length > 0) return inflected
    return ELISIONS.flatMap((elided) => this.likeliest(elided + typed, this.near(elided + typed, 1)))
  }

  private near(typed: string, most: number): Candidate[] {
    const { vocabulary } = this.generation
    return vocabulary.wordsNear(typed, most).map(({ word, edits }) => {
      const cost = typingCost(typed, vocabulary.word(word))
      return { id: word, term: vocabulary.termOf(word), shown: vocabulary.writtenAs(word), edits, cost }
    })
  }

  /** `komune` → kommune where the collection has only inflections of it, such as `kommunene`; no names. */
  private nearLemmas(typed: string, most = 2): Candidate[] {
    const { vocabulary } = this.generation
    const mostCost = typed.length < TWO_ERRORS ? 1 : most
    return vocabulary.lemmasNear(typed, most).flatMap((term) => {
      const shown = vocabulary.term(term)
      const cost = typingCost(typed, shown)
      if (cost > mostCost) return []
      const words = [...vocabulary.wordsOf(term)].filter((word) => !vocabulary.isName(vocabulary.word(word)))
      const edits = typed.length < TWO_ERRORS ? 1 : editDistance(typed, shown, most)
      return words.map((id) => ({ id, term, shown, edits, cost }))
    })
  }

  /** `menneskeretigheter` → menneskerettighet, whichever forms of it the collection has; no names. */
  private nearInflections(typed: string): Candidate[] {
    const { vocabulary } = this.generation
    const { term } = vocabulary.models.analyze(typed)
    if (term === typed || term.length < SHORTEST_STEM) return []
    const words = this.near(term, 1).filter(({ id }) => !vocabulary.isName(vocabulary.word(id)))
    return [...words, ...this.nearLemmas(term, 1)].filter(({ cost }) => cost <= 1)
  }

  private likeliest(typed: string, candidates: readonly Candidate[]): LikelyTerm[] {
    const { statistics } = this.generation
    const most = MOST_COST[typed.length] ?? Infinity
    const near = candidates.filter(({ cost }) => cost <= most)
    const scored = near.map(({ id, term, shown, edits, cost }) => {
      const score = Math.log(statistics.wordFrequency(id)) - COST * cost
      return { term, word: shown, score, weight: WEIGHTS.fuzzy ** edits }
    })
    scored.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    const terms = new Map<TermId, LikelyTerm>()
    for (const { term, word, weight } of scored)
      if (!terms.has(term))
        terms.set(term, { term, word, weight: terms.size === 0 ? weight : weight * LESS_LIKELY })
    return [...terms.values()].slice(0, MOST_TERMS)
  }
}
