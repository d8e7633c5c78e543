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
    (isOnlyName(generation, word, part) ? names : words).push(word)
  return { words, names }
}

/** What a definite form may end in. */
const DEFINITE = /(?:[ae]n|et|[ae]ne|a)s?$/

/**
 * Is a word a name that is not made of the words which it seems to be made of, or not of this one? A word that the
 * collection always has as a name, that texts in general do not have, and that says of nothing that it is one:
 * `Telemarkskanalen` is a canal, and `Arbeidstilsynet` a body, since both end in a definite form. What comes before
 * that may be a name itself: there is no anger in `Varangerfjorden`.
 */
const isOnlyName = ({ vocabulary, models }: Read, id: WordId, part: TermId): boolean => {
  if (vocabulary.kinds[id] !== WORD_KINDS.name || vocabulary.isMarked(id)) return false
  const isInTexts = (word: string): boolean => models.isKnownForm(word) && models.commonness(word) > 0
  const word = vocabulary.word(id)
  if (isInTexts(vocabulary.term(vocabulary.termOf(id)))) return false
  if (!DEFINITE.test(word)) return true
  const { parts, inner } = models.analyze(word)
  const head = parts.at(-1)
  if (head === undefined || !models.isKnownForm(head.word)) return true
  if (models.partTerms.of(head.word, true) === head.word) return true
  const modifier = inner.find(({ start, end }) => start === 0 && end === head.start)
  return modifier !== undefined && !isInTexts(modifier.word) && head.term !== vocabulary.term(part)
}
