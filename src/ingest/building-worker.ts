import { availableParallelism } from 'node:os'
import { loadModels } from '../analysis/models.js'
import type { SourceArticle } from '../articles/article.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import { answerQuestions } from '../threads/answering.js'
import { ParallelBuilder } from './parallel-builder.js'

// The thread that `generation-maker.ts` starts: it takes articles, and in the end answers with a generation of them.

/** It tells how many articles are indexed. */
export interface BuildingWork {
  readonly question:
    { readonly kind: 'add'; readonly articles: readonly SourceArticle[] } | { readonly kind: 'finish' }
  /** Nothing for articles, once there is room for more. */
  readonly answer: BuiltGeneration | undefined
  readonly note: number
}

answerQuestions<BuildingWork>(() => {
  const builder = new ParallelBuilder(loadModels(), availableParallelism())
  return async (question, tell) => {
    if (question.kind === 'finish') return builder.finish(tell)
    await builder.add(question.articles)
    return undefined
  }
})
