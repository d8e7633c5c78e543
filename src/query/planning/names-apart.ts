import type { Generation } from '../../segment/generation.js'
import { SHORTEST_DESCRIPTION } from '../../segment/words/known-words.js'
import { WORD_KINDS, type TermId, type WordId } from '../../segment/words/vocabulary-tables.js'

type Read = Pick<Generation, 'vocabulary' | 'models'>

/**
 * The words under a term that a word of the query means, where some of them are names that are spelled like its
 * inflections; undefined where none is.
 *
 *     idé → idé, ideen, idé-myldring; no Ida      Ida → Ida, Idas, Ida-saka; no ideen
 */
export const formsWithoutNames = (
  generation: Read,
  word: string,
  term: TermId
): { readonly forms: readonly WordId[]; readonly marked: readonly WordId[] } | undefined => {
  const { vocabulary, models } = generation
  const all = [...vocabulary.wordsOf(term)]
  const ids = all.filter((id) => isNameApart(generation, id))
  if (ids.length === 0) return undefined
  const names = new Set(ids.map((id) => vocabulary.word(id)))
  /** The name that a form, or its genitive, is. */
  const nameOf = (form: string): string | undefined =>
    [form.replace(/s$/, ''), form].find((name) => names.has(name))
  const asked = nameOf(word)
  const isMeant = (form: string): boolean => nameOf(form) === asked
  const hasMeant = (compound: WordId): boolean =>
    models
      .analyze(vocabulary.word(compound))
      .parts.some((part) => vocabulary.termId(part.term) === term && isMeant(part.word))
  return {
    forms: all.filter((id) => isMeant(vocabulary.word(id))),
    marked: [...vocabulary.wordsWithPart(term)].filter((id) => vocabulary.isMarked(id) && hasMeant(id))
  }
}

/**
 * Is a word of another spelling than its term, and a name to the collection and in Norwegian texts in general? Long
 * ones say what bears the name: `Klassekampen`.
 */
const isNameApart = ({ vocabulary, models }: Read, id: WordId): boolean => {
  if (vocabulary.kinds[id] !== WORD_KINDS.name) return false
  const [word, term] = [vocabulary.word(id), vocabulary.term(vocabulary.termOf(id))]
  if (word.length >= SHORTEST_DESCRIPTION) return false
  return word !== term && word !== `${term}s` && models.isName(word)
}
