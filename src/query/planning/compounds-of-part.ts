import type { Generation } from '../../segment/generation.js'
import { WORD_KINDS, type TermId, type WordId } from '../../segment/words/vocabulary-tables.js'

type Read = Pick<Generation, 'vocabulary' | 'models'>

/** The words of a collection that are split into a part and others. */
export interface CompoundsOfPart {
  /** The compounds, the most frequent first. */
  readonly words: readonly WordId[]
  /** Names that are only spelled like one: `Bygstad`, `Shamrock`. */
  readonly names: readonly WordId[]
}

/** What has a part of this term. */
export const compoundsOfPart = (generation: Read, part: TermId): CompoundsOfPart => {
  const words: WordId[] = []
  const names: WordId[] = []
  for (const word of generation.vocabulary.wordsWithPart(part))
    (isOnlyName(generation, word) ? names : words).push(word)
  return { words, names }
}

/**
 * Is a word a name that is not made of the words which it seems to be made of? A word that the collection always has as
 * a name, that no dictionary has, and that says of nothing that it is one: `Telemarkskanalen` is a canal, and
 * `Arbeidstilsynet` a body, since both end in a definite form.
 */
const isOnlyName = ({ vocabulary, models }: Read, id: WordId): boolean => {
  if (vocabulary.kinds[id] !== WORD_KINDS.name || vocabulary.isMarked(id)) return false
  const [word, term] = [vocabulary.word(id), vocabulary.term(vocabulary.termOf(id))]
  if (models.isKnownForm(term) || (word !== term && word !== `${term}s`)) return false
  if (!/(?:[ae]n|et|[ae]ne|a)s?$/.test(word)) return true
  const head = models.analyze(word).parts.at(-1)?.word ?? ''
  return !models.isKnownForm(head) || models.partTerms.of(head, true) === head
}
