import { AnnotationBuilder, type AnnotationOptions } from '../segment/annotations/annotation-builder.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import { ArticleStore } from '../segment/articles/article-store.js'
import { readingOf } from '../segment/positions/positions.js'
import { Strings } from '../structures/string-table.js'
import { shareTables } from '../structures/tables.js'
import type { AnnotationSource } from './annotator.js'

/**
 * Reads all articles for names and quotes, one after the other.
 * @param progress is told after each how many are read
 */
export const annotateArticles = async (
  { positions, articles: tables, words }: AnnotationSource,
  options: AnnotationOptions,
  progress: (read: number) => void
): Promise<AnnotationTables> => {
  const builder = new AnnotationBuilder(options)
  const articles = new ArticleStore(tables)
  const wordOf = rememberedTexts(new Strings(words))
  for (let article = 0; article < articles.size; article++) {
    const reading = readingOf(positions, article, wordOf)
    builder.add({ id: articles.id(article), text: articles.text(article), reading })
    progress(article + 1)
  }
  return shareTables(await builder.finish())
}

/** Each text is decoded once. */
const rememberedTexts = (strings: Strings): ((number: number) => string) => {
  const texts = new Array<string | undefined>(strings.size)
  return (number) => (texts[number] ??= strings.text(number))
}
