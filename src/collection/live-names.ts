import { setTimeout as sleep } from 'node:timers/promises'
import type { ArticleProblem } from '../articles/article.js'
import { withUnread, type AnnotationTables } from '../segment/annotations/annotations.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import { withAnnotations, type Generation } from '../segment/generation.js'
import { isLate } from '../structures/is-late.js'
import { annotationSource, type AnnotationSource, type Annotator } from './annotator.js'
import type { ArticleState } from './live-articles.js'

/**
 * An annotator that has nothing to do is stopped after so many milliseconds: what it holds of all articles takes much
 * more memory than the tables that it is made anew of.
 */
const IDLE_MS = 10_000
/**
 * Reading the names of a few articles ends with sums over all of them. Where that took longer than so many
 * milliseconds, so many times as long is rested before the next time.
 */
const REST = { fromMs: 100, factor: 10 }

export interface LiveNamesOptions {
  readonly start: () => Annotator
  /** See `annotationVersion`. */
  readonly version: string
  /** One article is served without names. */
  readonly unread: (problem: ArticleProblem) => void
  /** Reading failed: what came since is served without names. The next change begins anew. */
  readonly failed: (error: unknown) => void
}

/** A generation with names, as far as they are known. */
export interface NamedState {
  readonly generation: Generation
  readonly tables: AnnotationTables
  /** Are they of just these articles? */
  readonly isWhole: boolean
  /** How many of the articles have been read. */
  readonly read: number
}

/** The names and quotes of articles that change. Those of new articles are known a little later than their words. */
export class LiveNames {
  private running: Promise<void> | undefined
  private idle: NodeJS.Timeout | undefined
  /** When the next reading may begin, by `performance.now`. */
  private restsUntil = 0
  /** How long the last one took, in milliseconds: by an annotator made anew, and by one that was there. */
  private readonly lastTook = { anew: 0, again: 0 }
  private readonly closing = new AbortController()

  /**
   * @param tables what is known, of read articles only: an annotator made anew reads those behind them
   * @param knownOf the name of the articles' generation that it is known of
   * @param annotator has read them
   */
  constructor(
    private readonly options: LiveNamesOptions,
    private tables: AnnotationTables,
    private knownOf: string,
    private annotator?: Annotator
  ) {
    this.stopLater()
  }

  /** In how many milliseconds the names of what changes now are known, if that takes as long as the last time. */
  get expectedMs(): number {
    const { anew, again } = this.lastTook
    return Math.max(0, this.restsUntil - performance.now()) + (this.annotator === undefined ? anew : again)
  }

  /** The articles with what is known by now. Those that are not read yet name nobody. */
  named({ built, generation }: ArticleState): NamedState {
    const isWhole = generation.name === this.knownOf
    const known = this.tables.entities.mentions.offsets.length - 1
    const removed = built.tables.segment.removed.articles.filter((article) => article < known)
    // For these only: what is behind the known ones would pass for read otherwise.
    const tables = withUnread(this.tables, generation.segment.size - known)
    const { version } = this.options
    return {
      generation: withAnnotations(
        generation,
        tables,
        isWhole ? version : `${version}\nas of ${this.knownOf}`
      ),
      tables,
      isWhole,
      read: known - removed.length
    }
  }

  /** Reads what has changed. Ends when the names of the latest articles are known, or cannot be read. */
  follow(latest: () => ArticleState): Promise<void> {
    if (this.running === undefined && latest().generation.name === this.knownOf) return Promise.resolve()
    this.running ??= this.run(latest).catch(async (error: unknown) => {
      if (this.closing.signal.aborted) return
      await this.stop()
      this.options.failed(error)
    })
    return this.running
  }

  /** The same, waited for so many milliseconds, if at all. @param later is called where they are known after that */
  async followFor(ms: number, latest: () => ArticleState, later: () => void): Promise<void> {
    const isExpectedLater = this.expectedMs > ms
    const following = this.follow(latest)
    if (isExpectedLater || (await isLate(following, ms))) void following.then(later)
  }

  async close(): Promise<void> {
    this.closing.abort()
    clearTimeout(this.idle)
    await this.stop()
  }

  private async run(latest: () => ArticleState): Promise<void> {
    clearTimeout(this.idle)
    try {
      while (latest().generation.name !== this.knownOf) {
        await sleep(Math.max(0, this.restsUntil - performance.now()), undefined, {
          signal: this.closing.signal
        })
        await this.read(latest().built)
      }
    } finally {
      // At once: what changes from here on is followed by another run.
      this.running = undefined
      this.stopLater()
    }
  }

  private async read({ name, tables }: BuiltGeneration): Promise<void> {
    const source = annotationSource(tables, this.tables)
    const isThere = this.annotator !== undefined
    const start = performance.now()
    this.tables = await this.annotate(source)
    this.knownOf = name
    const took = performance.now() - start
    this.lastTook[isThere ? 'again' : 'anew'] = took
    // One that is made anew takes most of its time to begin, and the next reading does not.
    if (isThere) this.restsUntil = performance.now() + REST.factor * Math.max(0, took - REST.fromMs)
  }

  /** One that may have ended while it had nothing to do is no reason to serve articles without names. */
  private async annotate(source: AnnotationSource): Promise<AnnotationTables> {
    const { start, unread } = this.options
    const { annotator } = this
    if (annotator !== undefined)
      try {
        return await annotator.annotate(source, unread)
      } catch {
        await this.stop()
        this.closing.signal.throwIfAborted()
      }
    this.annotator = start()
    return this.annotator.annotate(source, unread)
  }

  private stopLater(): void {
    clearTimeout(this.idle)
    this.idle = setTimeout(() => void this.stop(), IDLE_MS).unref()
  }

  private async stop(): Promise<void> {
    const { annotator } = this
    this.annotator = undefined
    await annotator?.stop()
  }
}
