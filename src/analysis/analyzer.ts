import type { CompoundPart, CompoundSplitter } from './compounds/splitter.js'
import { isBoundPart } from './compounds/bound-parts.js'
import { markedParts } from './marked-parts.js'
import type { PartTerms } from './stems/compound-terms.js'
import type { FurtherStems, Stemmer } from './stems/stemmer.js'
import { isStopWord } from './text/stop-words.js'

/** A part of a compound with the term that it is indexed under. */
export interface AnalysedPart extends CompoundPart {
  readonly term: string
  /** The term that it has as a word of its own. */
  readonly stem: string
  /** It is no word there, as `-skap` of `vennskap`: its term, with a hyphen before it, is nobody's. */
  readonly bound?: true
}

/** What is known of a word, whatever text it stands in. */
export interface WordAnalysis {
  readonly word: string
  /** The form that is indexed. */
  readonly term: string
  /** Terms of the other words that it may be a form of: `satt` is of `sette` and of `sitte`. */
  readonly further: FurtherStems
  readonly stop: boolean
  /** Do the models know its dictionary form, so that it is no name that looks like a compound: `carlsten`? */
  readonly listed: boolean
  /** The parts of a compound, in order; empty for other words. */
  readonly parts: readonly AnalysedPart[]
  /** Those of several parts that are compounds themselves: `fotball` of `fotballspiller`. */
  readonly inner: readonly AnalysedPart[]
  /** Has the writer marked the parts, with hyphens or signs, as letters and digits? Each is as good as a word. */
  readonly marked: boolean
  /** Does the word find its parts only where they stand as they do in it: `tv2` finds `TV 2`, but no other 2? */
  readonly together: boolean
}

/** The terms that a search for the word finds: its own, and those of the other words that it may be a form of. */
export const searchedTerms = ({ term, further }: WordAnalysis): string[] => [
  term,
  ...further.meant,
  ...further.asked
]

/** `word` as `wordForm` gives it. The same word has the same analysis, in whatever text or collection. */
export type Analyzer = (word: string) => WordAnalysis

export interface AnalyzerParts {
  readonly stem: Stemmer
  readonly further: (word: string) => FurtherStems
  readonly split: CompoundSplitter
  readonly partTerms: Pick<PartTerms, 'of'>
  readonly isKnownForm: (word: string) => boolean
}

/**
 * The chain that every word passes, in articles, queries and snippets alike; the tokenizer and `wordForm` come before
 * it. A better stemmer or splitter takes the place of one here.
 */
export const createAnalyzer = ({ stem, further, split, partTerms, isKnownForm }: AnalyzerParts): Analyzer => {
  /** A part is a dictionary form rather than an inflection: `gås` in `gåsehud` is no form of `gå`. */
  const stemOfPart = (part: string): string => {
    const { meant, asked } = further(part)
    return meant.includes(part) ? part : (asked[0] ?? stem(part))
  }
  return (word) => {
    const marked = markedParts(word)
    const isMarked = marked !== undefined || /[-.]/.test(word)
    const analysed = (part: CompoundPart): AnalysedPart => {
      const isLast = part.end === word.length
      const own = stemOfPart(part.word)
      // `dom` of `barndomsvenn` ends a word too.
      const endsWord =
        isLast ||
        inner.some(({ end, word: one }) => end === part.end && one !== part.word && isKnownForm(one))
      const isBound =
        !isMarked &&
        isBoundPart({ word: part.word, before: word.slice(0, part.start), isLast: endsWord }, stem(part.word))
      if (isBound) return { ...part, term: `-${part.word}`, stem: own, bound: true }
      return { ...part, term: isMarked ? own : partTerms.of(part.word, isLast), stem: own }
    }
    const inner: CompoundPart[] = []
    const parts = marked?.parts ?? split(word, inner)
    const term = stem(word)
    return {
      word,
      term,
      further: further(word),
      stop: isStopWord(word),
      listed: isKnownForm(term),
      parts: parts.map(analysed),
      inner: inner.map(analysed),
      marked: isMarked,
      together: marked?.together ?? false
    }
  }
}
