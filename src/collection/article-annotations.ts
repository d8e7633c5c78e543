import { setTimeout as sleep } from 'node:timers/promises'
import type { ArticleProblem } from '../articles/article.js'
import { withUnread, type AnnotationTables } from '../segment/annotations/annotations.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import { withAnnotations, type Generation } from '../segment/generation.js'
import { isLate } from '../structures/is-late.js'
import { annotationSource, type AnnotationSource, type Annotator } from './annotator.js'
import type { ArticleState } from './indexed-articles.js'

/**
 * An annotator that has nothing to do is stopped after so many milliseconds: what it holds of all articles takes much
 * more memory than the tables that another one can be started from.
 */
const IDLE_MS = 10_000
/**
 * Annotating a few articles ends with sums over all of them. Where that took longer than `fromMs`, a pause of `factor`
 * times the excess follows, so that a large collection that changes all the time does not compute sums all the time.
 */
const PAUSE = { fromMs: 100, factor: 10 }

export interface ArticleAnnotationsOptions {
  readonly startAnnotator: () => Annotator
  /** See `annotationVersion`. */
  readonly annotationVersion: string
  /** An article cannot be read for names; it is served without. */
  readonly articleFailed: (problem: ArticleProblem) => void
  /** Annotating failed: what changed since is served without names. The next change starts another annotator. */
  readonly annotationFailed: (error: unknown) => void
}

/** A generation with the names and quotes that are known. */
export interface AnnotatedState {
  readonly generation: Generation
  readonly tables: AnnotationTables
  /** Have all of its articles been read, and no others? */
  readonly isWhole: boolean
  /** How many of the articles have been read. */
  readonly read: number
}

/**
 * The names and quotes of the indexed articles. After a change they lag behind: `catchUp` annotates the articles that
 * came, and until then `annotated` gives the latest articles with what is known.
 */
export class ArticleAnnotations {
  /** Ends when the annotations have caught up; undefined where nothing is being annotated. */
  private catchingUp: Promise<void> | undefined
  private idleTimer: NodeJS.Timeout | undefined
  /** When annotating may begin again, by `performance.now`. */
  private pausedUntil = 0
  /** How long annotating took the last time: by an annotator that had to be started, and by one that was running. */
  private readonly lastMs = { cold: 0, warm: 0 }
  private readonly closing = new AbortController()

  /**
   * @param tables the annotations of the articles read so far; an annotator that is started reads those that follow
   * @param annotatedGeneration the name of the generation of articles that `tables` annotate
   * @param annotator the one that has read them, where it is still running
   */
  constructor(
    private readonly options: ArticleAnnotationsOptions,
    private tables: AnnotationTables,
    private annotatedGeneration: string,
    private annotator?: Annotator
  ) {
    this.stopWhenIdle()
  }

  /** In how many milliseconds a change of now will be annotated, if that takes as long as the last time. */
  get expectedMs(): number {
    const { cold, warm } = this.lastMs
    return Math.max(0, this.pausedUntil - performance.now()) + (this.annotator === undefined ? cold : warm)
  }

  /** The articles with the annotations known by now. Those that are not read yet have none. */
  annotated({ built, generation }: ArticleState): AnnotatedState {
    const isWhole = generation.name === this.annotatedGeneration
    const known = this.tables.entities.mentions.offsets.length - 1
    const removed = built.tables.segment.removed.articles.filter((article) => article < known)
    // A copy for this generation only: later articles would pass for read otherwise.
    const tables = withUnread(this.tables, generation.segment.size - known)
    const { annotationVersion } = this.options
    return {
      generation: withAnnotations(
        generation,
        tables,
        isWhole ? annotationVersion : `${annotationVersion}\nas of ${this.annotatedGeneration}`
      ),
      tables,
      isWhole,
      read: known - removed.length
    }
  }

  /** Annotates what has changed. Ends when the latest articles are annotated, or annotating has failed. */
  catchUp(latest: () => ArticleState): Promise<void> {
    if (this.catchingUp === undefined && latest().generation.name === this.annotatedGeneration)
      return Promise.resolve()
    this.catchingUp ??= this.annotateUntilLatest(latest).catch(async (error: unknown) => {
      if (this.closing.signal.aborted) return
      await this.stopAnnotator()
      this.options.annotationFailed(error)
    })
    return this.catchingUp
  }

  /**
   * Starts to catch up, and waits so many milliseconds at most; not at all where it is expected to take longer.
   *
   * @param caughtUpLate is called when it has caught up after that
   */
  async catchUpWithin(ms: number, latest: () => ArticleState, caughtUpLate: () => void): Promise<void> {
    const isExpectedLate = this.expectedMs > ms
    const catchingUp = this.catchUp(latest)
    if (isExpectedLate || (await isLate(catchingUp, ms))) void catchingUp.then(caughtUpLate)
  }

  async close(): Promise<void> {
    this.closing.abort()
    clearTimeout(this.idleTimer)
    await this.stopAnnotator()
  }

  private async annotateUntilLatest(latest: () => ArticleState): Promise<void> {
    clearTimeout(this.idleTimer)
    try {
      while (latest().generation.name !== this.annotatedGeneration) {
        await sleep(Math.max(0, this.pausedUntil - performance.now()), undefined, {
          signal: this.closing.signal
        })
        await this.annotateGeneration(latest().built)
      }
    } finally {
      // Without a wait in between: what changes from here on is annotated by the next call of `catchUp`.
      this.catchingUp = undefined
      this.stopWhenIdle()
    }
  }

  private async annotateGeneration({ name, tables }: BuiltGeneration): Promise<void> {
    const source = annotationSource(tables, this.tables)
    const isWarm = this.annotator !== undefined
    const start = performance.now()
    this.tables = await this.runAnnotator(source)
    this.annotatedGeneration = name
    const took = performance.now() - start
    this.lastMs[isWarm ? 'warm' : 'cold'] = took
    // A cold annotator takes most of its time to start, which the next reading does not.
    if (isWarm) this.pausedUntil = performance.now() + PAUSE.factor * Math.max(0, took - PAUSE.fromMs)
  }

  /** Starts another annotator where the running one fails: its thread may have ended while it was idle. */
  private async runAnnotator(source: AnnotationSource): Promise<AnnotationTables> {
    const { startAnnotator, articleFailed } = this.options
    const { annotator } = this
    if (annotator !== undefined)
      try {
        return await annotator.annotate(source, articleFailed)
      } catch {
        await this.stopAnnotator()
        this.closing.signal.throwIfAborted()
      }
    this.annotator = startAnnotator()
    return this.annotator.annotate(source, articleFailed)
  }

  private stopWhenIdle(): void {
    clearTimeout(this.idleTimer)
    this.idleTimer = setTimeout(() => void this.stopAnnotator(), IDLE_MS).unref()
  }

  private async stopAnnotator(): Promise<void> {
    const { annotator } = this
    this.annotator = undefined
    await annotator?.stop()
  }
}
