import type { ArticleProblem } from '../articles/article.js'
import { WorkerThread, workerFile } from '../threads/worker-thread.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import type { AnnotationSource, Annotator, ProblemSink, StartAnnotator } from './annotator.js'

/** A thread reads the names of a generation, then those of the ones that follow. */
export interface AnnotatorWork {
  readonly question: AnnotationSource
  readonly answer: AnnotationTables
  readonly data: EntityRules
  /** How many articles it has read, or why one cannot be read. */
  readonly note: { readonly read: number } | { readonly problem: ArticleProblem }
}

/** Annotates in a thread of its own, so that searches are answered meanwhile. The tables are shared, not copied. */
export const annotateInThread: StartAnnotator = (rules) => new AnnotatorThread(rules)

class AnnotatorThread implements Annotator {
  read = 0
  private readonly thread: WorkerThread<AnnotatorWork>
  private articleFailed: ProblemSink | undefined

  constructor(rules: EntityRules) {
    this.thread = new WorkerThread(workerFile('annotator-worker', import.meta.url), {
      does: 'reads the names and quotes of all articles',
      data: rules,
      onNote: (note) => {
        if ('problem' in note) this.articleFailed?.(note.problem)
        else this.read = note.read
      }
    })
  }

  annotate(source: AnnotationSource, articleFailed?: ProblemSink): Promise<AnnotationTables> {
    this.articleFailed = articleFailed
    return this.thread.ask(source)
  }

  stop(): Promise<void> {
    return this.thread.stop()
  }
}
