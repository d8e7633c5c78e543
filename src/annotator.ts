import type { NameFinder } from './entities/name-finder.js'
import type { EntityRules } from './entities/rules/entity-rules.js'
import { AnnotationBuilder, type TextWithId } from './index/annotation-builder.js'
import type { AnnotationTables } from './index/annotations.js'

/** Articles by dense numbers. */
export interface NumberedArticles {
  readonly size: number
  article(number: number): TextWithId
}

/** Reads the articles of one generation for names and quotes. */
export interface Annotator {
  /** How many it has read. */
  readonly read: number
  annotate(articles: NumberedArticles): Promise<AnnotationTables>
  /** Gives up what it holds. It may be called at any time. */
  stop(): Promise<void>
}

export type StartAnnotator = (rules: EntityRules) => Annotator

/** Annotates where it is called, so that nothing else is done meanwhile. */
export const annotateHere =
  (findNames: NameFinder): StartAnnotator =>
  (rules) => {
    let read = 0
    return {
      get read() {
        return read
      },
      annotate: (articles) => {
        const builder = new AnnotationBuilder({ findNames, rules })
        while (read < articles.size) builder.add(articles.article(read++))
        return builder.finish()
      },
      stop: () => Promise.resolve()
    }
  }
