import { LANGUAGES, type Language } from '../../articles/article.js'
import type { Segment } from '../segment.js'

/** The language of a shorter text is a guess: few of its words tell one from the other. In words of the text. */
export const LEAST_WORDS = 30

/** Which articles are surely written in a language? */
export const isWrittenIn = (
  { facts, positions }: Pick<Segment, 'facts' | 'positions'>,
  language: Language
): ((article: number) => boolean) => {
  const number = LANGUAGES.indexOf(language)
  const { first, text } = positions
  return (article) =>
    facts.languages[article] === number && first[article + 1]! - text[article]! >= LEAST_WORDS
}
