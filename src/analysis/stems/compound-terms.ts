import type { StemModel } from './stem-model.js'
import type { Stemmer } from './stemmer.js'

/** Ways between words and the parts of compounds. Words and parts as `wordForm` gives them. */
export interface PartTerms {
  /** The terms of the parts that a search for the word finds. */
  readonly found: (word: string) => readonly string[]
  /** The term of a part. `isHead`: does it end the compound, so that it may be inflected? */
  readonly of: (part: string, isHead: boolean) => string
}

/**
 * A part is a dictionary form, and is found by searches for any form of that very word: `ordfører` by `fører` and
 * `føreren`, and not by `førte`; `småbåt` by `små`, and not by `minst`. A known form that is no dictionary form is
 * found as it is written alone (`vass` of `vassdrag`), but at the end of a compound it may be an inflection.
 */
export const createPartTerms = ({ stems }: StemModel, stem: Stemmer): PartTerms => {
  const knownForm = (word: string): string =>
    stems.of(word) === undefined && word.endsWith('s') ? word.slice(0, -1) : word
  return {
    found: (word) => {
      const known = stems.of(knownForm(word))
      if (known === undefined) return [...new Set([stem(word), word])]
      const { meant, asked, inCompounds } = known
      return [...new Set([...(inCompounds?.found ?? [...meant, ...asked]), word])]
    },
    of: (part, isHead) => {
      const form = isHead ? knownForm(part) : part
      const known = stems.of(form)
      if (known === undefined) return stem(part)
      const { meant, asked, inCompounds } = known
      const usual = isHead && !meant.includes(form) && !asked.includes(form) ? meant[0]! : form
      return (isHead ? inCompounds?.head : undefined) ?? inCompounds?.part ?? usual
    }
  }
}
