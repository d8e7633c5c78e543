import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import { editDistance } from '../../structures/edit-distance.js'
import { LIMITS, tooManyUnknownWords } from './limits.js'
import { LEAST_COST, typingCost } from './typing-cost.js'
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
/** Of an abbreviation before a hyphen, in letters: `NHO-direktør`. */
const LONGEST_INITIALS = 4
/** A short word is so near many others that only a likely slip makes it one of them: by length, what it may cost. */
const MOST_COST: Readonly<Record<number, number>> = { 4: 0.7, 5: 1 }
/** What a dictionary has is a slip of another word only where that is spelled about the same. */
const MOST_COST_OF_WORD = 0.5
/** What is suggested counts more than what else may have been meant. */
const LESS_LIKELY = WEIGHTS.fuzzy
/** A word that is one edit further away must be so many times as frequent (e to the power of this). */
const COST = 5
/** The same beside a word of which the collection has only what seem to be its other forms. */
const COST_BESIDE_UNSEEN = 4
/** Occurrences that such a word counts as. */
const UNSEEN = 0.1

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
  private readonly likelier = new Map<string, string | undefined>()

  constructor(
    private readonly generation: Pick<Generation, 'vocabulary' | 'statistics' | 'models'>,
    private readonly warn: (warning: string) => void
  ) {}

  /**
   * Terms with a word one edit from the one typed, of words of eight letters and more two edits; the likeliest first,
   * by how frequent they are and which slips make them what was typed.
   *
   *     komune → kommune      2019 → none      hus → none
   *
   * What the collection has only inflections of counts as well, by its dictionary form. Of a word that a dictionary has
   * the collection's lack says nothing (`Zambia` is no `Gambia`), unless near words are `asked` for.
   *
   * The words are compared as they are written, not without their marks: spellings without marks are found already
   * (`alesund`), and whether two words are one edit apart would depend on more than that edit (`israel` folds to
   * `isral`).
   */
  likelyTerms(typed: string, { asked }: { readonly asked: boolean }): readonly LikelyTerm[] {
    if (!CORRECTABLE.test(typed)) return []
    const key = `${typed}${asked ? '~' : ''}`
    const known = this.found.get(key)
    if (known !== undefined) return known
    if (this.found.size >= LIMITS.unknownWords) {
      this.warn(tooManyUnknownWords)
      return []
    }
    const terms = this.find(typed, this.isListed(typed) && !asked ? MOST_COST_OF_WORD : Infinity)
    this.found.set(key, terms)
    return terms
  }

  /**
   * The word that was probably meant by one that is found, where neither a dictionary nor a list of names has that, and
   * this is much more frequent: a guessed stem finds something too, and an article may have the same slip.
   *
   *     universtet, found as a form of univers → universitet      Vågen, hundene → none
   */
  likelierThan(typed: string): string | undefined {
    if (this.likelier.has(typed)) return this.likelier.get(typed)
    if (!CORRECTABLE.test(typed) || this.isWord(typed) || this.likelier.size >= LIMITS.unknownWords)
      return undefined
    const meant = this.findLikelier(typed)
    this.likelier.set(typed, meant)
    return meant
  }

  /**
   * Is it a word that a dictionary has? Not one of nynorsk alone, of which what is nearly it may be the bokmål form:
   * `ynsket`, `ønsket`; a name is of both.
   */
  private isListed(typed: string): boolean {
    const { isKnownForm, isName, variants } = this.generation.models
    return isKnownForm(typed) && (isName(typed) || variants.usedIn(typed) !== 'n')
  }

  /** Does anybody know it, is it a genitive, or has the writer marked its parts? */
  private isWord(typed: string): boolean {
    const { models, vocabulary } = this.generation
    const isGenitive = typed.endsWith('s') && vocabulary.wordId(typed.slice(0, -1)) !== undefined
    return models.isKnownForm(typed) || models.isName(typed) || isGenitive || typed.includes('-')
  }

  /** For what the collection writes as a name, another name alone. */
  private findLikelier(typed: string): string | undefined {
    const { vocabulary, statistics } = this.generation
    const own = vocabulary.wordId(typed)
    const occurrences = own === undefined ? 0 : statistics.wordFrequency(own)
    const isName = vocabulary.isName(typed)
    const cost = occurrences > 0 ? COST : COST_BESIDE_UNSEEN
    const least = Math.log(occurrences + UNSEEN)
    // Most words are too rare, whichever slip it were.
    const leastFrequency = Math.exp(least + cost * LEAST_COST)
    const near = this.near(
      typed,
      typed.length >= TWO_ERRORS ? 2 : 1,
      (id) => statistics.wordFrequency(id) > leastFrequency
    )
    const alike = isName ? near.filter(({ id }) => vocabulary.isName(vocabulary.word(id))) : near
    const [best] = this.scored(typed, alike, cost)
    return best !== undefined && best.score > least ? best.shown : undefined
  }

  private find(typed: string, mostCost: number): LikelyTerm[] {
    const { vocabulary } = this.generation
    const likeliest = (word: string, candidates: readonly Candidate[]): LikelyTerm[] =>
      this.likeliest(
        word,
        candidates.filter(({ cost }) => cost <= mostCost)
      )
    const before = vocabulary.unanswered()
    const isLong = typed.length >= TWO_ERRORS
    const near = this.near(typed, isLong ? 2 : 1)
    const written = isLong ? [] : likeliest(typed, near)
    if (written.length > 0) return written
    const found = likeliest(typed, [...near, ...this.nearLemmas(typed)])
    if (found.length > 0 || vocabulary.unanswered() !== before) return found
    const inflected = likeliest(typed, this.nearInflections(typed))
    if (inflected.length > 0) return inflected
    return ELISIONS.flatMap((elided) => likeliest(elided + typed, this.near(elided + typed, 1)))
  }

  /** `sv-ledr` → sv-leder and not ks-leder: what is before a hyphen is no slip where it may be an abbreviation. */
  private near(typed: string, most: number, isWorth?: (near: WordId) => boolean): Candidate[] {
    const { vocabulary } = this.generation
    const [first = '', ...others] = typed.split('-')
    const kept = others.length > 0 && first.length <= LONGEST_INITIALS ? first : ''
    return vocabulary.wordsNear(typed, most, isWorth).flatMap(({ word: id, edits }) => {
      const word = vocabulary.word(id)
      if (!word.startsWith(kept)) return []
      const cost = typingCost(typed, word)
      return { id, term: vocabulary.termOf(id), shown: vocabulary.writtenAs(id), edits, cost }
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
    const terms = new Map<TermId, LikelyTerm>()
    for (const { term, shown, edits } of this.scored(typed, candidates, COST)) {
      const weight = WEIGHTS.fuzzy ** edits
      if (!terms.has(term))
        terms.set(term, { term, word: shown, weight: terms.size === 0 ? weight : weight * LESS_LIKELY })
    }
    return [...terms.values()].slice(0, MOST_TERMS)
  }

  /** By how frequent they are and which slips make them what was typed, the likeliest first. */
  private scored(
    typed: string,
    candidates: readonly Candidate[],
    costOfEdit: number
  ): (Candidate & { readonly score: number })[] {
    const { statistics } = this.generation
    const most = MOST_COST[typed.length] ?? Infinity
    return candidates
      .filter(({ cost }) => cost <= most)
      .map((one) => ({ ...one, score: Math.log(statistics.wordFrequency(one.id)) - costOfEdit * one.cost }))
      .sort((a, b) => b.score - a.score || (a.shown < b.shown ? -1 : 1))
  }
}
