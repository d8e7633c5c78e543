import { parentPort, workerData } from 'node:worker_threads'
import { norwegianNames } from '../entities/norwegian-names.js'
import { articleAnnotator, textReader } from './article-texts.js'
import type { AnnotationWork, ArticleRange } from './annotation-threads.js'

// A thread that `annotation-threads.ts` starts: it is sent ranges of articles and answers with what they tell.

const { tables, rules } = workerData as AnnotationWork
const textOf = textReader(tables)
const annotate = articleAnnotator(norwegianNames, rules)

parentPort!.on('message', ({ from, to }: ArticleRange) => {
  const articles = Array.from({ length: to - from }, (_, i) => annotate(textOf(from + i)))
  parentPort!.postMessage(articles)
})
