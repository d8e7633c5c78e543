import {
  annotateText,
  type AnnotatedText,
  type TextWithId
} from '../segment/annotations/annotation-builder.js'
import type { NameFinder } from '../entities/mention.js'
import { nameKey } from '../entities/name-key.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { ArticleStore, type ArticleTables } from '../segment/articles/article-store.js'
import { readingOf, type PositionTables } from '../segment/positions/positions.js'
import { Strings, type StringTable } from '../structures/string-table.js'

/** The texts of articles with their tokens and sentences, which are not found again. In shared memory. */
export interface TextTables {
  readonly positions: PositionTables
  readonly articles: ArticleTables
  readonly words: StringTable
}

/** Reads texts by the numbers of their articles. Each word is decoded once. */
export const textReader = ({ positions, articles, words }: TextTables): ((article: number) => TextWithId) => {
  const store = new ArticleStore(articles)
  const strings = new Strings(words)
  const decoded = new Array<string | undefined>(strings.size)
  const wordOf = (word: number): string => (decoded[word] ??= strings.text(word))
  return (article) => ({
    id: store.id(article),
    text: store.text(article),
    reading: readingOf(positions, article, wordOf)
  })
}

/** What an article tells by itself, or why that cannot be read. */
export type AnnotatedArticle = { readonly annotated: AnnotatedText } | { readonly failure: string }

/** Reads texts for names and quotes by the rules of a user; nothing that one says depends on another. */
export const articleAnnotator = (
  findNames: NameFinder,
  rules: EntityRules
): ((article: TextWithId) => AnnotatedArticle) => {
  const separate = new Set(rules.separate.map(({ type, slug }) => nameKey(type, slug)))
  return ({ text, reading }) => {
    try {
      return { annotated: annotateText(text, { findNames, separate, reading }) }
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) }
    }
  }
}

/** Reads texts one after the other, in this thread, in the order of their numbers. */
export async function* annotateInTurn(
  tables: TextTables,
  annotate: (article: TextWithId) => AnnotatedArticle,
  { from, to }: { readonly from: number; readonly to: number }
): AsyncGenerator<AnnotatedArticle, void> {
  const textOf = textReader(tables)
  for (let article = from; article < to; article++) yield await Promise.resolve(annotate(textOf(article)))
}
