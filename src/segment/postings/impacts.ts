import { BM25F, impactOf, occurrenceWeight } from './bm25f.js'
import type { Field } from '../clause.js'
import { positionsOf, type ForwardIndex } from '../positions/forward-index.js'
import { impactAt, levelOf, partKey } from './postings.js'
import type { Vocabulary } from '../words/vocabulary.js'

/** A part that the writer marked with hyphens counts nearly as a word of its own. */
const MARKED_PART = 0.8

/** A number by postings key: terms, and parts of compounds under `partKey`. */
export type ByKey = ReadonlyMap<string, number>

/** The impact of one key in one article, divided between the fields it stands in. */
export type FieldImpacts = Readonly<Record<Field, number>>

/** Computes BM25F impacts of articles; the average lengths of the fields are frozen when it is made. */
export class ImpactReader {
  private readonly averages: Readonly<Record<Field, number>>

  constructor(
    private readonly forward: ForwardIndex,
    private readonly vocabulary: Vocabulary
  ) {
    this.averages = averageLengths(forward)
  }

  /** The impact of each key in an article, in (0, highestImpact). */
  impacts(article: number): ByKey {
    const frequencies = new Map<string, number>()
    this.countField(article, 'title', frequencies)
    this.countField(article, 'text', frequencies)
    for (const [key, frequency] of frequencies) frequencies.set(key, impactOf(frequency))
    return frequencies
  }

  /** The impact of each key as the postings hold it, quantised; 0 where the article has it not. */
  fieldImpacts(article: number): (key: string) => FieldImpacts {
    const inTitle = new Map<string, number>()
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
  private countField(article: number, field: Field, frequencies: Map<string, number>): void {
    const { forward, vocabulary } = this
    const [from, to] = positionsOf(forward, article, field)
    const weight = occurrenceWeight(BM25F[field], to - from, this.averages[field])
    const add = (key: string, amount: number): void => {
      frequencies.set(key, (frequencies.get(key) ?? 0) + amount)
    }
    for (let position = from; position < to; position++) {
      const word = forward.words[position]!
      add(vocabulary.term(vocabulary.termOf(word)), weight)
      const marked = vocabulary.isMarked(word)
      for (const part of vocabulary.partsOf(word)) {
        const term = vocabulary.term(part)
        if (marked) add(term, weight * MARKED_PART)
        else add(partKey(term), weight)
      }
    }
  }
}

/** In tokens. */
const averageLengths = ({ first, text }: ForwardIndex): Record<Field, number> => {
  const articles = Math.max(1, text.length)
  let title = 0
  for (let article = 0; article < text.length; article++) title += text[article]! - first[article]!
  return { title: title / articles, text: (first.at(-1)! - title) / articles }
}
