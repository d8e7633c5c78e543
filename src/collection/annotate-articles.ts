import type { ArticleProblem } from '../articles/article.js'
import {
  AnnotationBuilder,
  type AnnotationOptions,
  type ReadBefore,
  type TextWithId
} from '../segment/annotations/annotation-builder.js'
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

/** Reads the articles of a generation, and later those that have come since, of generations that follow. */
export class ArticleAnnotator {
  private builder: AnnotationBuilder | undefined

  constructor(private readonly options: AnnotationOptions) {}

  async annotate(source: AnnotationSource, observer: AnnotationObserver): Promise<AnnotationTables> {
    const { positions, articles: tables, words, removed } = source
    const articles = new ArticleStore(tables)
    const builder = (this.builder ??= new AnnotationBuilder(this.options, readBefore(source, articles)))
    for (const article of removed) builder.remove(article)
    const gone = new Set(removed)
    const wordOf = rememberedTexts(new Strings(words))
    while (builder.size < articles.size) {
      const article = builder.size
      if (gone.has(article)) builder.skip()
      else
        addArticle(builder, observer, {
          id: articles.id(article),
          text: articles.text(article),
          reading: readingOf(positions, article, wordOf)
        })
      observer.progress(article + 1)
    }
    return shareTables(await builder.finish())
  }
}

const readBefore = (
  { removed, previous: tables }: AnnotationSource,
  articles: ArticleStore
): ReadBefore | undefined => {
  if (tables === undefined) return undefined
  const ids: (string | undefined)[] = Array.from(
    { length: tables.entities.mentions.offsets.length - 1 },
    (_, article) => articles.id(article)
  )
  for (const article of removed) if (article < ids.length) ids[article] = undefined
  return { tables, ids }
}

const addArticle = (
  builder: AnnotationBuilder,
  { unread }: AnnotationObserver,
  article: TextWithId
): void => {
  try {
    builder.add(article)
  } catch (error) {
    builder.addUnread(article)
    unread?.(withoutNames(article.id, error))
  }
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
