import type { StemModel } from './stem-model.js'
import type { Stemmer } from './stemmer.js'

/** Ways between words and the parts of compounds. Words and parts as `wordForm` gives them. */
export interface PartTerms {
  /** The terms of the parts that a search for the word finds. */
  readonly found: (word: string) => readonly string[]
  /** The words that a known form is of, told apart as in compounds: `læreren` is of `lærer`, and `lærte` of `lære`. */
  readonly words: (form: string) => readonly string[]
  /** The term of a part. `isHead`: does it end the compound, so that it may be inflected? */
  readonly of: (part: string, isHead: boolean) => string
}

/**
 * A part is a dictionary form, and is found by searches for any form of that very word: `ordfører` by `fører` and
 * `føreren`, and not by `førte`; `småbåt` by `små`, and not by `minst`. A known form that is no dictionary form is
 * found as it is written alone (`vass` of `vassdrag`), but at the end of a compound it may be an inflection.
 */
export const createPartTerms = ({ stems }: StemModel, stem: Stemmer): PartTerms => {
  const wordsOf = (form: string): readonly string[] => {
    const known = stems.of(stems.knownForm(form))
    if (known === undefined) return []
    return known.inCompounds?.found ?? [...known.meant, ...known.asked]
  }
  return {
    found: (word) => {
      const words = wordsOf(word)
      return [...new Set([...(words.length === 0 ? [stem(word)] : words), word])]
    },
    words: wordsOf,
    of: (part, isHead) => {
      const form = isHead ? stems.knownForm(part) : part
      const known = stems.of(form)
      if (known === undefined) return stem(part)
      const { meant, asked, inCompounds } = known
      const usual = isHead && !meant.includes(form) && !asked.includes(form) ? meant[0]! : form
      return (isHead ? inCompounds?.head : undefined) ?? inCompounds?.part ?? usual
    }
  }
}
