import type { CompoundSplitter } from './compounds/compounds.js'
import type { Stemmer } from './stems/stemmer.js'
import { isStopWord } from './text/stop-words.js'
import type { CompoundPart } from './text/token.js'

/** A part of a compound with the term that it is indexed under. */
export interface AnalysedPart extends CompoundPart {
  readonly term: string
}

/** What the index knows of a word, wherever it stands. */
export interface WordAnalysis {
  readonly word: string
  /** The form that is indexed. */
  readonly term: string
  readonly stop: boolean
  /** The parts of a compound, in order; empty for other words. */
  readonly parts: readonly AnalysedPart[]
  /** Has the writer marked the parts, with hyphens? Then each is as good as a word of its own. */
  readonly marked: boolean
}

export type Analyzer = (word: string) => WordAnalysis

/**
 * The chain that every word passes, in articles, queries and snippets alike; the tokenizer and `wordForm` stand before it.
 * A better stemmer or splitter takes the place of one here.
 */
export const createAnalyzer =
  (stem: Stemmer, split: CompoundSplitter): Analyzer =>
  (word) => ({
    word,
    term: stem(word),
    stop: isStopWord(word),
    parts: split(word).map((part) => ({ ...part, term: stem(part.word) })),
    marked: /[-.]/.test(word)
  })
