import type { Generation } from '../../segment/generation.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'

type Read = Pick<Generation, 'vocabulary' | 'models'>

const AGENT = /(?:er|ar)$/

/**
 * The words with a stem that a word of the query means, where those are not all: who does something has one stem with
 * the verb, since both have one form, but is another word.
 *
 *     læreren → lærer, læreren, lærerne      lærte → lære, lærer, lærte      lærer → undefined, as it is both
 */
export const formsMeant = (
  { vocabulary, models }: Read,
  word: string,
  stem: string
): WordId[] | undefined => {
  const { partTerms } = models
  const own = partTerms.words(word)
  const term = vocabulary.termId(stem)
  if (term === undefined || own.length === 0) return undefined
  const isAgent = (other: string): boolean =>
    AGENT.test(other) && other.length > stem.replace(/e$/, '').length && stem.startsWith(other.slice(0, -2))
  const agents = own.filter(isAgent)
  if (agents.length > 0 && agents.length < own.length) return undefined
  const isMeant = (id: WordId): boolean => {
    const words = partTerms.words(vocabulary.word(id))
    if (words.length === 0 || vocabulary.word(id) === word) return true
    return agents.length > 0 ? words.some((one) => agents.includes(one)) : words.some((one) => !isAgent(one))
  }
  const all = vocabulary.wordsOf(term)
  const meant = [...all].filter(isMeant)
  return meant.length === all.length ? undefined : meant
}
