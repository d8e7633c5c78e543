import type { ArticleProblem } from '../articles/article.js'
import { NO_RULES } from '../entities/rules/entity-rules.js'
import { annotateInThreads } from '../ingest/annotation-threads.js'
import {
  annotateInTurn,
  articleAnnotator,
  type AnnotatedArticle,
  type TextTables
} from '../ingest/article-texts.js'
import {
  AnnotationBuilder,
  type AnnotationOptions,
  type ReadBefore,
  type TextWithId
} from '../segment/annotations/annotation-builder.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import { ArticleStore } from '../segment/articles/article-store.js'
import type { ArticleRange } from '../segment/postings/index-articles.js'
import { shareTables } from '../structures/tables.js'
import type { AnnotationSource, ProblemSink } from './annotator.js'

export interface AnnotationObserver {
  /** Called after each article with the number of articles read. */
  readonly progress: (read: number) => void
  /** Called when an article cannot be read. It is served without names and quotes. */
  readonly articleFailed?: ProblemSink | undefined
}

export interface ArticleAnnotatorOptions extends AnnotationOptions {
  /** Many articles are read in so many threads, which find names as `norwegianNames` does. Absent: in this one. */
  readonly threads?: number
}

/** Fewer articles are read sooner in one thread: each of several has to load the models, and to become fast. */
const MANY = 3000

/** Reads the articles of a generation, and later those that have come since, of generations that follow. */
export class ArticleAnnotator {
  private builder: AnnotationBuilder | undefined

  constructor(private readonly options: ArticleAnnotatorOptions) {}

  async annotate(source: AnnotationSource, observer: AnnotationObserver): Promise<AnnotationTables> {
    const articles = new ArticleStore(source.articles)
    const builder = (this.builder ??= new AnnotationBuilder(this.options, readBefore(source, articles)))
    for (const article of source.removed) builder.remove(article)
    const gone = new Set(source.removed)
    for await (const result of this.read(source, { from: builder.size, to: articles.size })) {
      const number = builder.size
      if (gone.has(number)) builder.skip()
      else addArticle(builder, observer, { id: articles.id(number), text: articles.text(number), result })
      observer.progress(number + 1)
    }
    return shareTables(await builder.finish())
  }

  private read(tables: TextTables, range: ArticleRange): AsyncIterable<AnnotatedArticle> {
    const { findNames, rules = NO_RULES, threads = 1 } = this.options
    if (threads > 1 && range.to - range.from >= MANY)
      return annotateInThreads({ tables, rules }, { threads, range })
    return annotateInTurn(tables, articleAnnotator(findNames, rules), range)
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
  { articleFailed }: AnnotationObserver,
  { result, ...article }: TextWithId & { readonly result: AnnotatedArticle }
): void => {
  if ('annotated' in result) {
    builder.add(article, result.annotated)
    return
  }
  builder.addUnread(article)
  articleFailed?.(withoutNames(article.id, result.failure))
}

/** The article's file is not known any more; its id stands for it. */
const withoutNames = (id: string, reason: string): ArticleProblem => ({
  kind: 'fact',
  file: id,
  reason: `Names and quotes of the article "${id}" cannot be read, so it is served without: ${reason}`
})
