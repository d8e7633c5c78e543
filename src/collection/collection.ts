import type { ArticleProblem, Ignored } from '../articles/article.js'
import { NAMES_FILE, RULES_FILE } from '../articles/folder/article-file.js'
import type { Generation } from '../segment/generation.js'
import { folderSource, type ArticleSource } from './article-source.js'
import { annotateInThread } from './annotator-thread.js'
import type { StartAnnotator } from './annotator.js'
import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import { problemSummary } from '../articles/problem-summary.js'
import { NOTHING_SERVED, servedFacts, type CollectionStatus } from './collection-status.js'
import { Generations, type GenerationsOptions } from './generations.js'
import { Live } from './live.js'
import type { LiveOptions } from './live-options.js'
import { observerOnce, type LoadObserver } from './load-observer.js'
import { NOT_STARTED, servedCounts, type Progress } from './progress.js'
import type { SnapshotFile } from './snapshot.js'

export interface CollectionOptions extends GenerationsOptions {
  /** Default: in a thread of its own. */
  readonly annotate?: StartAnnotator
  /** How long articles that are indexed wait for annotations before they are served without, in milliseconds. */
  readonly annotationWaitMs?: number
  /** Keeps the latest generation for the next start; absent: nothing is kept. */
  readonly snapshots?: SnapshotFile | undefined
}

/** A small collection is whole at once; a large one is searched earlier than its names are known. */
const ANNOTATION_WAIT_MS = 3000
/** The longest that a timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1
/** So long after the last change the generation is kept for the next start, in milliseconds. */
const KEEP_AFTER_MS = 30_000

/** What a load changes, and a failed one leaves as it was. */
interface State {
  readonly progress: Progress
  /** What serves, and can change; undefined before the first load. */
  readonly live: Live | undefined
  /** What is being made. */
  readonly loading: Live | undefined
}

/** What was asked to be written, and by whom. */
interface Write {
  readonly changes: readonly ArticleChange[]
  readonly resolve: (outcomes: readonly ChangeOutcome[]) => void
  readonly reject: (error: Error) => void
}

const START: State = { progress: NOT_STARTED, live: undefined, loading: undefined }

const NOTHING_IGNORED: Ignored = { files: new Map(), keys: new Map() }

/**
 * The articles of a folder, read into one generation after another. A search takes a generation of `generations` once
 * and reads nothing else, so that another can take its place between two requests.
 */
export class Collection {
  readonly generations: Generations
  private state = START
  /** Ends when all that was asked for so far is done: one thing after another. */
  private work: Promise<unknown> = Promise.resolve()
  private isClosed = false
  private readonly options: Required<Pick<CollectionOptions, 'annotate' | 'annotationWaitMs'>>
  private readonly snapshots: SnapshotFile | undefined
  private readonly writes: Write[] = []
  /** What is read anew beside the one that serves and changes meanwhile. */
  private renewing: { readonly live: Live; readonly done: Promise<void> } | undefined
  private dueTimer: NodeJS.Timeout | undefined
  private keepTimer: NodeJS.Timeout | undefined

  constructor(options: CollectionOptions = {}) {
    this.generations = new Generations(options)
    this.options = {
      annotate: options.annotate ?? annotateInThread,
      annotationWaitMs: options.annotationWaitMs ?? ANNOTATION_WAIT_MS
    }
    this.snapshots = options.snapshots
  }

  get progress(): Progress {
    const { progress, loading } = this.state
    return { ...progress, ...(loading?.annotated !== undefined && { annotated: loading.annotated }) }
  }

  get status(): CollectionStatus {
    const { current } = this.generations
    const facts = current === undefined ? NOTHING_SERVED : servedFacts(current)
    return { ...this.progress, ...facts, problems: problemSummary(this.problems) }
  }

  /** What the folder of the articles that serve holds beside them. */
  get ignored(): Ignored {
    return (this.state.loading ?? this.state.live)?.ignored ?? NOTHING_IGNORED
  }

  /** What was left out of the articles that are being read, or else of those that serve. */
  get problems(): readonly ArticleProblem[] {
    return (this.state.loading ?? this.state.live)?.problems ?? []
  }

  /**
   * Reads a folder or another source, builds a generation beside the one that serves, and lets it take its place. Where
   * that fails, all is as it was. What is asked for meanwhile waits.
   *
   * The first generation is served without annotations as soon as its articles are indexed, if these take much longer
   * or fail.
   *
   * @returns the generation that serves then
   * @throws {ArticleFolderError} where the folder cannot be read at all
   */
  load(from: string | ArticleSource, observer: LoadObserver = {}): Promise<Generation> {
    const source = typeof from === 'string' ? folderSource(from) : from
    return this.next(() => this.loadNow(source, observer))
  }

  /**
   * Looks at what has become of some files, or of all, and lets a generation with what they hold now serve.
   *
   * @param paths relative, with `/`; of files, or of folders with all that is in them
   * @throws where the source cannot be read
   */
  refresh(paths: readonly string[] | 'all'): Promise<void> {
    return this.next(() => this.refreshNow(paths))
  }

  /**
   * Writes articles as files of the folder, synced, and lets a generation with them serve before this ends. What is
   * asked for while others are written is written together.
   *
   * @throws the system's error where that fails; not all of what was asked for may have been written
   */
  write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    return new Promise((resolve, reject) => {
      this.writes.push({ changes, resolve, reject })
      if (this.writes.length === 1) void this.next(() => this.writeNow()).catch(() => undefined)
    })
  }

  /** Ends when all that was asked for is done, all names are known, and what serves is kept for the next start. */
  async settled(): Promise<void> {
    await this.work
    await this.state.live?.settled()
  }

  /** Keeps what there is for the next start, stops what is being read and drops all generations; safe at any time. */
  async close(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.dueTimer)
    clearTimeout(this.keepTimer)
    const { loading } = this.state
    await loading?.close()
    await this.renewing?.live.close()
    await this.renewing?.done
    await this.work
    const { live } = this.state
    if (this.keepTimer !== undefined) await live?.keep()
    await live?.close()
    this.generations.clear()
  }

  private async writeNow(): Promise<void> {
    const writes = this.writes.splice(0)
    try {
      const { live } = this.state
      if (live === undefined || this.isClosed) throw new Error('There is no folder to write to yet.')
      const outcomes = await live.write(writes.flatMap(({ changes }) => changes))
      this.changed(live)
      let at = 0
      for (const { changes, resolve } of writes) resolve(outcomes.slice(at, (at += changes.length)))
    } catch (error) {
      for (const { reject } of writes) reject(error as Error)
    }
  }

  private next<T>(task: () => Promise<T>): Promise<T> {
    const done = this.work.then(task)
    this.work = done.catch(() => undefined)
    return done
  }

  private async loadNow(source: ArticleSource, observer: LoadObserver): Promise<Generation> {
    const before = this.state
    this.refuseIfClosed()
    const isFirst = this.generations.current === undefined
    const live = this.liveOf(source, observer, { isFirst, snapshots: this.snapshots })
    this.state = { ...this.state, loading: live }
    try {
      const generation = await live.load()
      this.state = { ...this.state, live, loading: undefined }
      await before.live?.close()
      this.schedule(live)
      return generation
    } catch (error) {
      this.state = before
      await live.close()
      throw error
    }
  }

  /**
   * Reads the articles anew beside what serves, which changes meanwhile; what has changed is read then, and what was
   * read anew takes its place.
   */
  private renew(worn: Live): void {
    if (this.renewing !== undefined || this.isClosed) return
    const live = this.liveOf(
      worn.source,
      observerOnce(worn.observer, () => this.state.live === live),
      { isFirst: false, snapshots: this.snapshots?.asEmpty() }
    )
    const replace = async (): Promise<void> => {
      this.refuseIfClosed()
      if (this.state.live !== worn) return live.close() // Another one was loaded meanwhile.
      await live.refresh('all')
      this.state = { ...this.state, live }
      live.show()
      await worn.close()
      this.changed(live)
    }
    const done = live
      .load()
      .then(() => this.next(replace))
      .catch(async (error: unknown) => {
        await live.close()
        if (!this.isClosed) worn.observer.refreshFailed?.(error)
      })
      .finally(() => {
        this.renewing = undefined
      })
    this.renewing = { live, done }
  }

  /** Notes and serves what it has once it is loaded or serves, and not when another one has its place. */
  private liveOf(
    source: ArticleSource,
    observer: LoadObserver,
    options: Pick<LiveOptions, 'isFirst' | 'snapshots'>
  ): Live {
    const isCurrent = (): boolean => live === this.state.loading || live === this.state.live
    const live: Live = new Live(source, observer, {
      ...this.options,
      ...options,
      note: (change) => {
        this.refuseIfClosed()
        if (isCurrent()) this.note(change)
      },
      serve: (generation, names, annotated = this.progress.annotated) => {
        if (!isCurrent()) return
        this.generations.serve(generation)
        this.note({ state: 'ready', names })
        if (live === (this.state.loading ?? this.state.live)) this.note(servedCounts(generation, annotated))
      }
    })
    return live
  }

  private async refreshNow(paths: readonly string[] | 'all'): Promise<void> {
    const { live } = this.state
    if (live === undefined || this.isClosed) return
    const isOfAll = paths === 'all' || paths.includes(RULES_FILE) || paths.includes(NAMES_FILE)
    if (isOfAll && (await live.isOutdated())) {
      await this.loadNow(live.source, live.observer)
      return
    }
    if ((await live.refresh(paths)) > 0) this.changed(live)
    else this.schedule(live)
  }

  private changed(live: Live): void {
    this.schedule(live)
    if (live.isWorn) this.renew(live)
    this.keepTimer?.refresh()
    this.keepTimer ??= setTimeout(() => {
      this.keepTimer = undefined
      void this.state.live?.keep()
    }, KEEP_AFTER_MS).unref()
  }

  /** Looks again when an article is to be shown or expires. */
  private schedule(live: Live): void {
    clearTimeout(this.dueTimer)
    const { changesAt } = live.records
    if (this.isClosed || changesAt === Infinity) return
    const wait = Math.min(LONGEST_TIMER, Math.max(0, changesAt - Date.now()))
    this.dueTimer = setTimeout(() => {
      this.refresh(live.records.due(Date.now())).catch((error: unknown) =>
        live.observer.refreshFailed?.(error)
      )
    }, wait).unref()
  }

  private refuseIfClosed(): void {
    if (this.isClosed) throw new Error('The collection was closed while it was being loaded.')
  }

  private note(change: Partial<Progress>): void {
    this.state = { ...this.state, progress: { ...this.state.progress, ...change } }
  }
}
