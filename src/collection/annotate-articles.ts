import type { ArticleProblem } from '../articles/article.js'
import { AnnotationBuilder, type AnnotationOptions } from '../segment/annotations/annotation-builder.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import { ArticleStore } from '../segment/articles/article-store.js'
import { readingOf } from '../segment/positions/positions.js'
import { Strings } from '../structures/string-table.js'
import { shareTables } from '../structures/tables.js'
import type { AnnotationSource, ProblemSink } from './annotator.js'

export interface AnnotationObserver {
  /** Is told after each article how many are read. */
  readonly progress: (read: number) => void
  /** One article cannot be read; it is served without names and quotes. */
  readonly unread?: ProblemSink | undefined
}

/** Reads all articles for names and quotes, one after the other. */
export const annotateArticles = async (
  { positions, articles: tables, words }: AnnotationSource,
  options: AnnotationOptions,
  { progress, unread }: AnnotationObserver
): Promise<AnnotationTables> => {
  const builder = new AnnotationBuilder(options)
  const articles = new ArticleStore(tables)
  const wordOf = rememberedTexts(new Strings(words))
  for (let article = 0; article < articles.size; article++) {
    const reading = readingOf(positions, article, wordOf)
    const one = { id: articles.id(article), text: articles.text(article), reading }
    try {
      builder.add(one)
    } catch (error) {
      builder.addUnread(one)
      unread?.(withoutNames(one.id, error))
    }
    progress(article + 1)
  }
  return shareTables(await builder.finish())
}

/** The article's file is not known any more; its id stands for it. */
const withoutNames = (id: string, error: unknown): ArticleProblem => ({
  kind: 'fact',
  file: id,
  reason: `Names and quotes of the article "${id}" cannot be read, so it is served without: ${causeOf(error)}`
})

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

/** Each text is decoded once. */
const rememberedTexts = (strings: Strings): ((number: number) => string) => {
  const texts = new Array<string | undefined>(strings.size)
  return (number) => (texts[number] ??= strings.text(number))
}
