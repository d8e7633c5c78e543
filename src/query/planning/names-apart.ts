import { STEM_KINDS } from '../../analysis/stems/stem-model.js'
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
 * Is a word of another spelling than its term, and a name? Names have no inflection but the genitive, so that it is
 * none of the term: where it is a name in Norwegian texts in general too; where no dictionary has it, and the stem is a
 * guess; where the term is a name as well (`Moe`, `Moene`); and where it would be a form of a verb, which has no
 * capital.
 * Long ones say what bears the name: `Klassekampen`, but not as the genitive of a plural, `Kirkenes`.
 */
const isNameApart = ({ vocabulary, models }: Read, id: WordId): boolean => {
  if (vocabulary.kinds[id] !== WORD_KINDS.name) return false
  const [word, term] = [vocabulary.word(id), vocabulary.term(vocabulary.termOf(id))]
  if (word === term || word === `${term}s`) return false
  const { isKnownForm, isName, kindsOf } = models
  if (!isKnownForm(word) && !isKnownForm(word.replace(/s$/, ''))) return isKnownForm(term)
  if (word.length >= SHORTEST_DESCRIPTION) return /[ae]nes$/.test(word) && isName(word)
  return isName(word) || kindsOf(word, term) === STEM_KINDS.verb || isOnlyAsName(vocabulary, term)
}

const isOnlyAsName = (vocabulary: Read['vocabulary'], word: string): boolean => {
  const id = vocabulary.wordId(word)
  return id !== undefined && vocabulary.kinds[id] === WORD_KINDS.name
}
