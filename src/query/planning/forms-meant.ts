import type { Generation } from '../../segment/generation.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'

type Read = Pick<Generation, 'vocabulary' | 'models'>

/**
 * The words with a stem that a word of the query means, where those are not all: a noun, a verb and who does what the
 * verb says may have one stem, since they share forms, but a form that only one of them has is not ambiguous.
 *
 *     starten → start, starten, starter      startet → starte, starter, startet      starter → undefined, as it is both
 */
export const formsMeant = (
  { vocabulary, models }: Read,
  word: string,
  stem: string
): WordId[] | undefined => {
  const term = vocabulary.termId(stem)
  const own = models.kindsOf(word, stem)
  if (term === undefined || own === undefined) return undefined
  const isMeant = (id: WordId): boolean => {
    const kinds = models.kindsOf(vocabulary.word(id), stem)
    return kinds === undefined || Array.from(kinds).some((kind) => own.includes(kind))
  }
  const all = vocabulary.wordsOf(term)
  const meant = [...all].filter(isMeant)
  return meant.length === all.length ? undefined : meant
}
