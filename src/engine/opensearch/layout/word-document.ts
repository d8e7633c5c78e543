import { foldKey } from '../../../analysis/text/fold.js'
import { spellingKey } from '../../../analysis/text/spelling.js'
import { gramsOf } from '../../../segment/words/gram-index.js'
import type { IndexedForms } from '../../../segment/words/vocabulary-builder.js'

/**
 * A word of the collection: what finds it, and nothing that changes. How frequent it is, is counted in the articles
 * when it is asked for, so that it is written once, by whoever meets it first.
 */
export interface WordDocument {
  readonly word: string
  /** Its term and the further ones. */
  readonly terms: readonly string[]
  /** The spelling keys of the word, its term and those of its parts, where they are other forms. */
  readonly spellings: readonly string[]
  /** Letters in a row: see `gramsOf`. */
  readonly grams: readonly string[]
  /** Its folded key, where that is another form. */
  readonly folded?: string
}

/** Longer words are left out: Lucene takes 32,766 bytes. In UTF-16 code units. */
export const LONGEST_WORD = 8000

export const wordDocument = (word: string, forms: IndexedForms): WordDocument => {
  const folded = foldKey(word)
  return {
    word,
    terms: termsOf(forms),
    spellings: spellingsOf(word, forms),
    grams: gramsOf(word).map(String),
    ...(folded !== word && { folded })
  }
}

/** The term of a word and the further ones. */
export const termsOf = ({ term, further }: IndexedForms): readonly string[] => [
  ...new Set([term, ...further])
]

/** See `WordDocument`. */
export const spellingsOf = (word: string, { term, parts }: IndexedForms): readonly string[] => {
  const spellings = [word, term, ...parts].flatMap((form) => {
    const key = spellingKey(form)
    return key === form ? [] : key
  })
  return [...new Set(spellings)]
}
