import { Worker } from 'node:worker_threads'
import type { Annotator, NumberedArticles, StartAnnotator } from './annotator.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import type { TextWithId } from '../segment/annotations/annotation-builder.js'
import type { AnnotationTables } from '../segment/annotations/annotations.js'

/** What the thread is told: articles to read, then that there are no more. */
export type Order = { readonly articles: readonly TextWithId[] } | 'finish'

/** What it answers: how many more it has read, then what they tell. */
export type Report = { readonly read: number } | { readonly tables: AnnotationTables }

/** Articles of one order, at most. */
const BATCH = 32
/** While so many are under way, no more are sent: the thread always has some, and the others need no memory yet. */
const ENOUGH = 2 * BATCH

/** Annotates in a thread of its own, so that searches are answered meanwhile. */
export const annotateInThread: StartAnnotator = (rules) => new AnnotatorThread(rules)

class AnnotatorThread implements Annotator {
  read = 0
  private sent = 0
  private readonly worker: Worker
  /** Is rejected when the thread ends. */
  private readonly end: Promise<never>

  constructor(rules: EntityRules) {
    this.worker = new Worker(new URL('./annotator-worker.js', import.meta.url), { workerData: rules })
    this.end = new Promise((_, reject) => {
      this.worker.on('error', reject)
      this.worker.on('exit', () => {
        reject(new Error('The thread that reads names and quotes ended before it had read all articles.'))
      })
    })
    // It is `annotate` that tells of it.
    this.end.catch(() => undefined)
  }

  annotate(articles: NumberedArticles): Promise<AnnotationTables> {
    const tables = new Promise<AnnotationTables>((resolve) => {
      this.worker.on('message', (report: Report) => {
        if ('tables' in report) {
          resolve(report.tables)
          return
        }
        this.read += report.read
        this.proceed(articles)
      })
      this.proceed(articles)
    })
    return Promise.race([tables, this.end])
  }

  async stop(): Promise<void> {
    await this.worker.terminate()
  }

  private proceed(articles: NumberedArticles): void {
    while (this.sent < articles.size && this.sent - this.read < ENOUGH) {
      const end = Math.min(articles.size, this.sent + BATCH)
      const batch: TextWithId[] = []
      while (this.sent < end) batch.push(articles.article(this.sent++))
      this.order({ articles: batch })
    }
    if (this.read === articles.size) this.order('finish')
  }

  private order(order: Order): void {
    this.worker.postMessage(order)
  }
}
