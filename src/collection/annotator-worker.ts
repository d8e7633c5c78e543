import { availableParallelism } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { ArticleProblem } from '../articles/article.js'
import { norwegianNames } from '../entities/norwegian-names.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { standBack } from '../structures/low-priority.js'
import { ArticleAnnotator } from './annotate-articles.js'
import type { AnnotationSource } from './annotator.js'
import type { AnnotatorReport } from './annotator-thread.js'

// The thread that `annotator-thread.ts` starts. It is sent the tables of a generation, tells how far it has come, and
// in the end sends the tables of annotations; then those of generations that follow.

standBack()

/** Articles between two reports. */
const REPORTED = 32

const report = (message: AnnotatorReport): void => {
  parentPort!.postMessage(message)
}

const progress = (read: number): void => {
  if (read % REPORTED === 0) report({ read })
}

const unread = (problem: ArticleProblem): void => {
  report({ unread: problem })
}

const annotator = new ArticleAnnotator({
  findNames: norwegianNames,
  rules: workerData as EntityRules,
  threads: availableParallelism()
})

parentPort!.on('message', (source: AnnotationSource) => {
  void annotator.annotate(source, { progress, unread }).then((tables) => {
    report({ tables })
  })
})
