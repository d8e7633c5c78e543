import { loadModels } from '../analysis/models.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import { changedGeneration, type ArticleChanges } from '../segment/generation-growth.js'
import { readGeneration } from '../segment/generation.js'
import { answerQuestions } from '../threads/answering.js'

// A thread that `change-generation.ts` starts: it is sent a generation and changes, and answers with the next one.

export interface ChangingWork {
  readonly question: { readonly built: BuiltGeneration; readonly changes: ArticleChanges }
  readonly answer: BuiltGeneration
}

const models = loadModels()

answerQuestions<ChangingWork>(
  () =>
    ({ built, changes }) =>
      changedGeneration(built, readGeneration(built.name, built.tables, models), changes)
)
