import { availableParallelism } from 'node:os'
import { norwegianNames } from '../entities/norwegian-names.js'
import { answerQuestions } from '../threads/answering.js'
import { ArticleAnnotator } from './annotate-articles.js'
import type { AnnotatorWork } from './annotator-thread.js'

// The thread that `annotator-thread.ts` starts. It is sent the tables of a generation, tells how far it has come, and
// answers with the tables of annotations; then those of generations that follow.

/** Articles between two reports. */
const REPORTED = 32

answerQuestions<AnnotatorWork>((rules) => {
  const annotator = new ArticleAnnotator({
    findNames: norwegianNames,
    rules,
    threads: availableParallelism()
  })
  return (source, tell) =>
    annotator.annotate(source, {
      progress: (read) => {
        if (read % REPORTED === 0) tell({ read })
      },
      articleFailed: (problem) => {
        tell({ problem })
      }
    })
})
