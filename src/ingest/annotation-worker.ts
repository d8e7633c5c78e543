import { norwegianNames } from '../entities/norwegian-names.js'
import type { AnnotatingWork } from './annotation-threads.js'
import { answerQuestions } from '../threads/answering.js'
import { articleAnnotator, textReader } from './article-texts.js'

// A thread that `annotation-threads.ts` starts: it is sent ranges of articles and answers with what they tell.

answerQuestions<AnnotatingWork>(({ tables, rules }) => {
  const textOf = textReader(tables)
  const annotate = articleAnnotator(norwegianNames, rules)
  return ({ from, to }) => Array.from({ length: to - from }, (_, i) => annotate(textOf(from + i)))
})
