import type { ArticleProblem, Ignored } from '../articles/article.js'
import { NAMES_FILE, RULES_FILE } from '../articles/folder/article-file.js'
import type { Generation } from '../segment/generation.js'
import { folderSource, type ArticleSource } from './article-source.js'
import { annotateInThread } from './annotator-thread.js'
import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import { SerialQueue } from '../structures/serial-queue.js'
import { problemSummary } from '../articles/problem-summary.js'
import { NOTHING_SERVED, servedFacts, type CollectionStatus } from './collection-status.js'
import type { CollectionOptions } from './collection-options.js'
import { Generations } from './generations.js'
import { LoadedCollection } from './loaded-collection.js'
import type { LoadedCollectionOptions } from './loaded-collection-options.js'
import { rebuildObserver, type LoadObserver } from './load-observer.js'
import { NOT_STARTED, servedCounts, type Progress } from './progress.js'
import type { SnapshotFile } from './snapshot.js'
import { WriteBatches } from './write-batches.js'

/** A small collection is whole at once; a large one is searched earlier than its names are known. */
const ANNOTATION_WAIT_MS = 3000
/** The longest that a timer can wait, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1
/** A snapshot is written so long after the last change, in milliseconds. */
const SNAPSHOT_AFTER_MS = 30_000

/** A failed load restores it. */
interface State {
  readonly progress: Progress
  /** The one that serves and is changed; undefined before the first load. */
  readonly loaded: LoadedCollection | undefined
  /** The one that is being loaded. */
  readonly loading: LoadedCollection | undefined
}

const INITIAL_STATE: State = { progress: NOT_STARTED, loaded: undefined, loading: undefined }

const NOTHING_IGNORED: Ignored = { files: new Map(), keys: new Map() }

/**
 * The articles of a folder, and the generations that serve them. A search takes a generation of `generations` once and
 * reads nothing else, so that another can take its place between two requests. The life cycle:
 *
 * - **Load.** A new `LoadedCollection` reads the snapshot, or all files, and annotates the articles. Then it replaces
 *   the one before; where it fails, everything stays as it was.
 * - **Serve.** Each new state of the loaded collection is given to `Generations`.
 * - **Refresh, write.** The loaded collection updates its index file by file, and serves the result. Annotations may
 *   follow later. Where the rules or the names of facts have changed, a refresh loads all anew.
 * - **Snapshot.** After a load, and when nothing has changed for a while, the loaded collection writes its tables to a
 *   file for the next start.
 * - **Rebuild.** Where removed articles or runs have become many, a second `LoadedCollection` loads all files while the
 *   first goes on. Then it reads what has changed meanwhile, and replaces the first.
 * - **Close.** Stops a load and a rebuild, writes the snapshot that is due, and drops all generations.
 *
 * Loads, refreshes and writes wait for each other in `queue`; of a rebuild, only the replacement does. Who owns what:
 *
 * - `Collection`: the progress, which loaded collection serves, is loading or is a rebuild, and the timers.
 * - `LoadedCollection`: what each file held, the problems, and the versions of the rules and models it was read by.
 * - `IndexedArticles`: the latest tables without annotations. `ArticleAnnotations`: the annotations and the annotator.
 * - `Generations`: the generation that serves, and those that it replaced a short time ago.
 */
export class Collection {
  readonly generations: Generations
  private state = INITIAL_STATE
  /** Loads, refreshes and writes. */
  private readonly queue = new SerialQueue()
  private isClosed = false
  private readonly options: Required<Pick<CollectionOptions, 'annotate' | 'annotationWaitMs'>>
  private readonly snapshots: SnapshotFile | undefined
  private readonly writes = new WriteBatches(this.queue, (changes) => this.writeNow(changes))
  /** The one that is loaded anew while the one that serves goes on changing. */
  private rebuilding: { readonly rebuilt: LoadedCollection; readonly done: Promise<void> } | undefined
  private dueTimer: NodeJS.Timeout | undefined
  private snapshotTimer: NodeJS.Timeout | undefined

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
    return {
      ...progress,
      ...(loading?.annotatedCount !== undefined && { annotated: loading.annotatedCount })
    }
  }

  get status(): CollectionStatus {
    const { current } = this.generations
    const facts = current === undefined ? NOTHING_SERVED : servedFacts(current)
    return { ...this.progress, ...facts, problems: problemSummary(this.problems) }
  }

  /** What the folder holds beside the articles that are being loaded, or else of those that serve. */
  get ignored(): Ignored {
    return (this.state.loading ?? this.state.loaded)?.ignored ?? NOTHING_IGNORED
  }

  /** What was left out of the articles that are being loaded, or else of those that serve. */
  get problems(): readonly ArticleProblem[] {
    return (this.state.loading ?? this.state.loaded)?.problems ?? []
  }

  /**
   * Reads a folder or another source, builds a generation beside the one that serves, and lets it take its place. Where
   * that fails, everything stays as it was.
   *
   * The first generation is served without annotations as soon as its articles are indexed, if these take much longer
   * or fail.
   *
   * @returns the generation that serves then
   * @throws {ArticleFolderError} where the folder cannot be read at all
   */
  load(from: string | ArticleSource, observer: LoadObserver = {}): Promise<Generation> {
    const source = typeof from === 'string' ? folderSource(from) : from
    return this.queue.run(() => this.loadNow(source, observer))
  }

  /**
   * Reads those of some files, or of all, that have changed, and lets a generation with what they hold now serve.
   *
   * @param paths relative, with `/`; of files, or of folders with all that is in them
   * @throws where the source cannot be read
   */
  refresh(paths: readonly string[] | 'all'): Promise<void> {
    return this.queue.run(() => this.refreshNow(paths))
  }

  /**
   * Writes articles as files of the folder, synced, and lets a generation with them serve before this ends. What is
   * requested while others are written is written together.
   *
   * @throws the system's error where that fails; not all of what was asked for may have been written
   */
  write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    return this.writes.write(changes)
  }

  /** Ends when loads, refreshes and writes are done, all articles are annotated, and no snapshot is being written. */
  async whenIdle(): Promise<void> {
    await this.queue.whenIdle()
    await this.state.loaded?.whenIdle()
  }

  /** Stops what is being loaded, writes the snapshot that is due, and drops all generations; safe at any time. */
  async close(): Promise<void> {
    this.isClosed = true
    clearTimeout(this.dueTimer)
    clearTimeout(this.snapshotTimer)
    const { loading } = this.state
    await loading?.close()
    await this.rebuilding?.rebuilt.close()
    await this.rebuilding?.done
    await this.queue.whenIdle()
    const { loaded } = this.state
    if (this.snapshotTimer !== undefined) await loaded?.writeSnapshot()
    await loaded?.close()
    this.generations.clear()
  }

  private async writeNow(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    const { loaded } = this.state
    if (loaded === undefined || this.isClosed) throw new Error('There is no folder to write to yet.')
    const outcomes = await loaded.write(changes)
    this.afterChange(loaded)
    return outcomes
  }

  private async loadNow(source: ArticleSource, observer: LoadObserver): Promise<Generation> {
    const before = this.state
    this.throwIfClosed()
    const isFirst = this.generations.current === undefined
    const loaded = this.createLoadedCollection(source, observer, { isFirst, snapshots: this.snapshots })
    this.state = { ...this.state, loading: loaded }
    try {
      const generation = await loaded.load()
      this.state = { ...this.state, loaded, loading: undefined }
      await before.loaded?.close()
      this.scheduleRefresh(loaded)
      return generation
    } catch (error) {
      this.state = before
      await loaded.close()
      throw error
    }
  }

  /** Loads all articles anew while the old ones serve and change. Then it reads what has changed, and replaces them. */
  private rebuild(old: LoadedCollection): void {
    if (this.rebuilding !== undefined || this.isClosed) return
    const rebuilt = this.createLoadedCollection(
      old.source,
      rebuildObserver(old.observer, () => this.state.loaded === rebuilt),
      { isFirst: false, snapshots: this.snapshots?.writeOnly() }
    )
    const replace = async (): Promise<void> => {
      this.throwIfClosed()
      if (this.state.loaded !== old) return rebuilt.close() // Another one was loaded meanwhile.
      await rebuilt.refresh('all')
      this.state = { ...this.state, loaded: rebuilt }
      rebuilt.serveCurrent()
      await old.close()
      this.afterChange(rebuilt)
    }
    const done = rebuilt
      .load()
      .then(() => this.queue.run(replace))
      .catch(async (error: unknown) => {
        await rebuilt.close()
        if (!this.isClosed) old.observer.refreshFailed?.(error)
      })
      .finally(() => {
        this.rebuilding = undefined
      })
    this.rebuilding = { rebuilt, done }
  }

  /** Its progress and generations count only while it is the one that is loading or serves. */
  private createLoadedCollection(
    source: ArticleSource,
    observer: LoadObserver,
    options: Pick<LoadedCollectionOptions, 'isFirst' | 'snapshots'>
  ): LoadedCollection {
    const isCurrent = (): boolean => loaded === this.state.loading || loaded === this.state.loaded
    const loaded: LoadedCollection = new LoadedCollection(source, observer, {
      ...this.options,
      ...options,
      reportProgress: (change) => {
        this.throwIfClosed()
        if (isCurrent()) this.updateProgress(change)
      },
      serve: (generation, names, annotated = this.progress.annotated) => {
        if (!isCurrent()) return
        this.generations.serve(generation)
        this.updateProgress({ state: 'ready', names })
        if (loaded === (this.state.loading ?? this.state.loaded))
          this.updateProgress(servedCounts(generation, annotated))
      }
    })
    return loaded
  }

  private async refreshNow(paths: readonly string[] | 'all'): Promise<void> {
    const { loaded } = this.state
    if (loaded === undefined || this.isClosed) return
    const isOfAll = paths === 'all' || paths.includes(RULES_FILE) || paths.includes(NAMES_FILE)
    if (isOfAll && (await loaded.needsReload())) {
      await this.loadNow(loaded.source, loaded.observer)
      return
    }
    if ((await loaded.refresh(paths)) > 0) this.afterChange(loaded)
    else this.scheduleRefresh(loaded)
  }

  private afterChange(loaded: LoadedCollection): void {
    this.scheduleRefresh(loaded)
    if (loaded.needsRebuild) this.rebuild(loaded)
    this.snapshotTimer?.refresh()
    this.snapshotTimer ??= setTimeout(() => {
      this.snapshotTimer = undefined
      void this.state.loaded?.writeSnapshot()
    }, SNAPSHOT_AFTER_MS).unref()
  }

  /** Refreshes the files with articles that are published or expire, when the first of these is due. */
  private scheduleRefresh(loaded: LoadedCollection): void {
    clearTimeout(this.dueTimer)
    const { changesAt } = loaded.records
    if (this.isClosed || changesAt === Infinity) return
    const wait = Math.min(LONGEST_TIMER, Math.max(0, changesAt - Date.now()))
    this.dueTimer = setTimeout(() => {
      this.refresh(loaded.records.due(Date.now())).catch((error: unknown) =>
        loaded.observer.refreshFailed?.(error)
      )
    }, wait).unref()
  }

  private throwIfClosed(): void {
    if (this.isClosed) throw new Error('The collection was closed while it was being loaded.')
  }

  private updateProgress(change: Partial<Progress>): void {
    this.state = { ...this.state, progress: { ...this.state.progress, ...change } }
  }
}
