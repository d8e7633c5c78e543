import { parentPort, workerData } from 'node:worker_threads'
import type { ArticleProblem } from '../articles/article.js'
import { norwegianNames } from '../entities/norwegian-names.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { annotateArticles } from './annotate-articles.js'
import type { AnnotationSource } from './annotator.js'
import type { AnnotatorReport } from './annotator-thread.js'

// The thread that `annotator-thread.ts` starts. It is sent the tables of a generation, tells how far it has come, and
// in the end sends the tables of annotations.

/** Articles between two reports. */
const REPORTED = 32

const report = (message: AnnotatorReport): void => {
  parentPort!.postMessage(message)
}

parentPort!.on('message', (source: AnnotationSource) => {
  const options = { findNames: norwegianNames, rules: workerData as EntityRules }
  const progress = (read: number): void => {
    if (read % REPORTED === 0) report({ read })
  }
  const unread = (problem: ArticleProblem): void => {
    report({ unread: problem })
  }
  void annotateArticles(source, options, { progress, unread }).then((tables) => {
    report({ tables })
  })
})
