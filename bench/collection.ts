import type { SourceArticle } from '../src/articles/article.js'
import type { StartAnnotator } from '../src/collection/annotator.js'
import type { ArticleSource } from '../src/collection/article-source.js'
import { Collection } from '../src/collection/collection.js'
import type { Engine } from '../src/engine/engine.js'
import { createMemoryEngine } from '../src/engine/memory/memory-engine.js'
import { NO_RULES } from '../src/entities/rules/entity-rules.js'

/** Never reads a name, until it is stopped. */
const annotateNothing: StartAnnotator = () => {
  let end: (error: Error) => void = () => undefined
  return {
    read: 0,
    annotate: () =>
      new Promise((_, reject) => {
        end = reject
      }),
    stop: () => {
      end(new Error('No names are read here.'))
      return Promise.resolve()
    }
  }
}

/** An engine that serves these articles, without their names. */
export const engineOf = (articles: readonly SourceArticle[]): Promise<Engine> =>
  engineFrom({
    rules: () => Promise.resolve({ rules: NO_RULES, problems: [] }),
    articles: async function* () {
      for (const article of articles)
        yield await Promise.resolve({ kind: 'article', article, file: article.id, unknownKeys: [] } as const)
    }
  })

/** An engine that serves what a source has, without names. */
export const engineFrom = async (source: ArticleSource): Promise<Engine> => {
  const collection = new Collection({ annotate: annotateNothing, annotationWaitMs: 0 })
  await new Promise<void>((resolve, reject) => {
    const serving = (): void => {
      resolve()
    }
    collection.load(source, { serving }).catch(reject)
  })
  return createMemoryEngine(collection)
}
