import type { SourceArticle } from '../src/articles/article.js'
import type { StartAnnotator } from '../src/collection/annotator.js'
import { Collection } from '../src/collection/collection.js'
import type { Engine } from '../src/engine/engine.js'
import { createMemoryEngine } from '../src/engine/memory/memory-engine.js'
import { NO_RULES } from '../src/entities/rules/entity-rules.js'

/** Never reads a name. */
const annotateNothing: StartAnnotator = () => ({
  read: 0,
  annotate: () => new Promise(() => undefined),
  stop: () => Promise.resolve()
})

/** An engine that serves these articles, without their names. */
export const engineOf = async (articles: readonly SourceArticle[]): Promise<Engine> => {
  const collection = new Collection({ annotate: annotateNothing, annotationWaitMs: 0 })
  const isServing = new Promise<void>((resolve, reject) => {
    collection
      .load(
        {
          rules: () => Promise.resolve({ rules: NO_RULES, problems: [] }),
          articles: async function* () {
            for (const article of articles)
              yield await Promise.resolve({
                kind: 'article',
                article,
                file: article.id,
                unknownKeys: []
              } as const)
          }
        },
        {
          serving: () => {
            resolve()
          }
        }
      )
      .catch(reject)
  })
  await isServing
  return createMemoryEngine(collection)
}
