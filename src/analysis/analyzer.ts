import type { CompoundPart, CompoundSplitter } from './compounds/splitter.js'
import { markedParts } from './marked-parts.js'
import type { Stemmer } from './stems/stemmer.js'
import { isStopWord } from './text/stop-words.js'

/** A part of a compound with the term that it is indexed under. */
export interface AnalysedPart extends CompoundPart {
  readonly term: string
}

/** What is known of a word, whatever text it stands in. */
export interface WordAnalysis {
  readonly word: string
  /** The form that is indexed. */
  readonly term: string
  readonly stop: boolean
  /** The parts of a compound, in order; empty for other words. */
  readonly parts: readonly AnalysedPart[]
  /** Those of several parts that are compounds themselves: `fotball` of `fotballspiller`. */
  readonly inner: readonly AnalysedPart[]
  /** Has the writer marked the parts, with hyphens or signs, as letters and digits? Each is as good as a word. */
  readonly marked: boolean
  /** Does the word find its parts only where they stand as they do in it: `tv2` finds `TV 2`, but no other 2? */
  readonly together: boolean
}

/** `word` as `wordForm` gives it. The same word has the same analysis, in whatever text or collection. */
export type Analyzer = (word: string) => WordAnalysis

/**
 * The chain that every word passes, in articles, queries and snippets alike; the tokenizer and `wordForm` come before
 * it. A better stemmer or splitter takes the place of one here.
 */
export const createAnalyzer =
  (stem: Stemmer, split: CompoundSplitter): Analyzer =>
  (word) => {
    const analysed = (part: CompoundPart): AnalysedPart => ({ ...part, term: stem(part.word) })
    const marked = markedParts(word)
    const inner: CompoundPart[] = []
    const parts = marked?.parts ?? split(word, inner)
    return {
      word,
      term: stem(word),
      stop: isStopWord(word),
      parts: parts.map(analysed),
      inner: inner.map(analysed),
      marked: marked !== undefined || /[-.]/.test(word),
      together: marked?.together ?? false
    }
  }
