import type { Commonness } from './commonness.js'
import type { CompoundPart } from './compounds/splitter.js'
import type { Stemmer, WordTests } from './stems/stemmer.js'

/** As common as `stor`, which says little of what is called so: `Stortinget`. In about one of twenty articles. */
const TOO_COMMON = 0.05
/** Shorter ones are places that once were described: `Lunden`. */
const SHORTEST = 8

interface Tests extends WordTests {
  readonly stem: Stemmer
  readonly commonness: Commonness
}

/**
 * Does a name say what bears it, so that its parts are what it is about? It is the definite form of a compound that the
 * dictionary has.
 *
 *     arbeidstilsynet, klassekampen → yes      sandvika, stortinget, birkeland → no
 *
 * @param parts of the name, as if it were none
 */
export const createDescriptionTest =
  ({ isName, isKnownForm, stem, commonness }: Tests) =>
  (word: string, parts: () => readonly CompoundPart[]): boolean => {
    if (word.length < SHORTEST || !/(?:[ae]n|et|[ae]ne|a)s?$/.test(word)) return false
    const lemma = stem(word)
    if (lemma === word || !isKnownForm(lemma) || isName(lemma)) return false
    const [first] = parts()
    return first !== undefined && commonness(first.word) < TOO_COMMON
  }
