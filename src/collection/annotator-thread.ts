import { Worker } from 'node:worker_threads'
import type { ArticleProblem } from '../articles/article.js'
import { workerFile, YOUNG_GENERATION_MB } from '../structures/worker-thread.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'
import type { AnnotationSource, Annotator, ProblemSink, StartAnnotator } from './annotator.js'

/** What the thread tells: how many articles it has read, one that it cannot read, or in the end what they say. */
export type AnnotatorReport =
  { readonly read: number } | { readonly unread: ArticleProblem } | { readonly tables: AnnotationTables }

/** Annotates in a thread of its own, so that searches are answered meanwhile. The tables are shared, not copied. */
export const annotateInThread: StartAnnotator = (rules) => new AnnotatorThread(rules)

class AnnotatorThread implements Annotator {
  read = 0
  private readonly worker: Worker
  /** Is rejected when the thread ends. */
  private readonly end: Promise<never>
  private resolve: ((tables: AnnotationTables) => void) | undefined
  private unread: ProblemSink | undefined

  constructor(rules: EntityRules) {
    this.worker = new Worker(workerFile('annotator-worker', import.meta.url), {
      workerData: rules,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB }
    })
    this.end = new Promise((_, reject) => {
      this.worker.on('error', reject)
      this.worker.on('exit', () => {
        reject(new Error('The thread that reads names and quotes ended before it had read all articles.'))
      })
    })
    this.worker.on('message', (report: AnnotatorReport) => {
      if ('tables' in report) this.resolve?.(report.tables)
      else if ('unread' in report) this.unread?.(report.unread)
      else this.read = report.read
    })
    // `annotate` is what tells of it.
    this.end.catch(() => undefined)
    // A program that has nothing else to do ends, and does not wait for a thread that rests.
    this.worker.unref()
  }

  annotate(source: AnnotationSource, unread?: ProblemSink): Promise<AnnotationTables> {
    this.unread = unread
    this.worker.ref()
    const tables = new Promise<AnnotationTables>((resolve) => {
      this.resolve = resolve
      this.worker.postMessage(source)
    })
    return Promise.race([tables, this.end]).finally(() => {
      this.worker.unref()
    })
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }
}
