import type { Field } from '../field.js'
import { positionsOf, type PositionTables } from '../positions/positions.js'
import type { TermId, WordId } from '../words/vocabulary-tables.js'
import { BM25F, impactOf, occurrenceWeight } from './bm25f.js'
import { impactAt, levelOf, partKey, termKey, type PostingKey } from './postings.js'

/** A part that the writer marked with hyphens counts nearly as a word of its own. */
export const MARKED_PART = 0.8

/** Average lengths of the fields of an article, in tokens. */
export type FieldLengths = Readonly<Record<Field, number>>

/** The impact of one key in one article, divided between the fields it stands in. */
export type FieldImpacts = Readonly<Record<Field, number>>

/** What impacts need to know of words. */
export interface WordTerms {
  /** Calls `visit` with the term of a word and those of the other words that it may be a form of. */
  forEachTerm(word: WordId, visit: (term: TermId) => void): void
  /** The terms of a compound's parts, in order. */
  forEachPart(word: WordId, visit: (part: TermId) => void): void
  /** Did the writer mark the parts? */
  isMarked(word: WordId): boolean
}

/** The keys that an article with these words stands under, each once. */
export const postingKeys = (own: Iterable<WordId>, words: WordTerms): ReadonlySet<PostingKey> => {
  const keys = new Set<PostingKey>()
  for (const word of new Set(own)) {
    words.forEachTerm(word, (term) => keys.add(termKey(term)))
    const marked = words.isMarked(word)
    words.forEachPart(word, (part) => keys.add(marked ? termKey(part) : partKey(part)))
  }
  return keys
}

/** Computes the BM25F impacts of articles. */
export class ImpactReader {
  /** @param averages frozen, so that the impacts of an article don't depend on those that came after it */
  constructor(
    private readonly positions: Pick<PositionTables, 'first' | 'text' | 'words'>,
    private readonly words: WordTerms,
    private readonly averages: FieldLengths
  ) {}

  /** The impact of each key in an article, in (0, highestImpact). */
  impacts(article: number): ReadonlyMap<PostingKey, number> {
    const frequencies = new Map<PostingKey, number>()
    this.countField(article, 'title', frequencies)
    this.countField(article, 'text', frequencies)
    for (const [key, frequency] of frequencies) frequencies.set(key, impactOf(frequency))
    return frequencies
  }

  /** The impact of each key as the postings hold it, quantised; 0 where the article has it not. */
  fieldImpacts(article: number): (key: PostingKey) => FieldImpacts {
    const inTitle = new Map<PostingKey, number>()
    this.countField(article, 'title', inTitle)
    // Counted on as for the postings: sums in another order could round to another level.
    const inBoth = new Map(inTitle)
    this.countField(article, 'text', inBoth)
    return (key) => {
      const both = inBoth.get(key)
      if (both === undefined) return { title: 0, text: 0 }
      const title = inTitle.get(key) ?? 0
      const share = impactAt(levelOf(impactOf(both))) / both
      return { title: title * share, text: (both - title) * share }
    }
  }

  /** Adds the weighted, length-normalised frequencies of one field. */
  private countField(article: number, field: Field, frequencies: Map<PostingKey, number>): void {
    const { positions, words } = this
    const [from, to] = positionsOf(positions, article, field)
    const weight = occurrenceWeight(BM25F[field], to - from, this.averages[field])
    const add = (key: PostingKey, amount: number): void => {
      frequencies.set(key, (frequencies.get(key) ?? 0) + amount)
    }
    for (let position = from; position < to; position++) {
      const word = positions.words[position]!
      words.forEachTerm(word, (term) => {
        add(termKey(term), weight)
      })
      const marked = words.isMarked(word)
      words.forEachPart(word, (part) => {
        if (marked) add(termKey(part), weight * MARKED_PART)
        else add(partKey(part), weight)
      })
    }
  }
}
