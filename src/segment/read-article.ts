import type { Models } from '../analysis/models.js'
import { completeHalves } from '../analysis/suspended-hyphens.js'
import { classAt, INNER, UPPER } from '../analysis/text/characters.js'
import { countCues, detectLanguage } from '../analysis/text/language.js'
import { isHyphen } from '../analysis/text/line-breaks.js'
import { readText, type Reading } from '../analysis/text/reading.js'
import { titleOf } from '../analysis/text/title.js'
import type { Language, SourceArticle } from '../articles/article.js'
import type { Field } from './field.js'

/** An article as the service answers with it: what its file does not state is found in the text. */
export interface Article extends SourceArticle {
  readonly title: string
  readonly language: Language
  /** Words and numbers of the text. */
  readonly wordCount: number
}

/** Tokens by their start: those that have a capital though they do not begin a sentence, as they are written. */
export type Capitals = Readonly<Record<Field, ReadonlyMap<number, string>>>

/** An article with all that a segment needs to know of it. */
export interface ReadArticle {
  readonly article: Article
  readonly title: Reading
  readonly text: Reading
  readonly capitals: Capitals
}

/** Reads an article. A pure function: the same article is read the same in whatever collection. */
export const readArticle = (source: SourceArticle, models: Models): ReadArticle => {
  const text = readWords(source.text, models)
  const title = source.title ?? titleOf(source.text, text.sentences[0])
  const language = source.language ?? detectLanguage(countCues(text.tokens))
  const titleWords = readWords(title, models)
  return {
    article: { ...source, title, language, wordCount: text.tokens.length },
    title: titleWords,
    text,
    capitals: {
      title: /\p{Ll}/u.test(title) ? capitalsInside(title, titleWords) : NO_CAPITALS,
      text: capitalsInside(source.text, text)
    }
  }
}

/** Of a title that is all in capitals: they tell nothing. */
const NO_CAPITALS: ReadonlyMap<number, string> = new Map()

/** A text with the words that the halves of compounds stand for (see `completeHalves`). */
const readWords = (text: string, models: Models): Reading => {
  const { tokens, sentences } = readText(text)
  return { tokens: completeHalves(text, tokens, models), sentences }
}

/** `Estaing`, and `d'Estaing`, where the capital comes after what is elided. */
const hasCapital = (text: string, start: number): boolean =>
  (classAt(text, isElided(text, start) ? start + 2 : start) & UPPER) !== 0

const isElided = (text: string, start: number): boolean =>
  (classAt(text, start + 1) & INNER) !== 0 && /^[dl]['’]$/.test(text.slice(start, start + 2))

const capitalsInside = (text: string, { tokens, sentences }: Reading): ReadonlyMap<number, string> => {
  const capitals = new Map<number, string>()
  let sentence = 0
  let previous: number | undefined
  for (const { start, end, word } of tokens) {
    while (sentences[sentence] !== undefined && start >= sentences[sentence]!.end) sentence++
    const isInside = previous === sentence && hasCapital(text, start)
    // The half of a compound does not show how the whole is written.
    if (isInside && !(isHyphen(text, end) && word.length > end - start))
      capitals.set(start, text.slice(start, end))
    previous = sentence
  }
  return capitals
}
