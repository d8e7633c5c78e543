import type { ArticleEvent, ArticleProblem, Ignored } from '../articles/article.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { GenerationMaker } from '../ingest/generation-maker.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import { isWorn } from '../segment/generation-growth.js'
import type { Generation } from '../segment/generation.js'
import { annotationSource, type Annotator } from './annotator.js'
import type { ArticleSource } from './article-source.js'
import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import { writeArticles } from './article-writer.js'
import { CollectionSnapshots } from './collection-snapshots.js'
import { FileRecords } from './file-records.js'
import { NO_FILES, type SeenFiles } from './folder-files.js'
import { IndexedArticles, type ArticleState } from './indexed-articles.js'
import { ArticleAnnotations, type ArticleAnnotationsOptions } from './article-annotations.js'
import type { LoadedCollectionOptions } from './loaded-collection-options.js'
import { isLate } from '../structures/is-late.js'
import type { LoadObserver } from './load-observer.js'
import { NonFileProblems } from './non-file-problems.js'
import type { Progress } from './progress.js'
import { recordedEvents } from './recorded-events.js'
import { articlesKey, annotationsKey } from './source-versions.js'
import type { Snapshot } from './snapshot.js'
import { removeUnfinishedWritten } from './written-articles.js'

/** A change waits so long for its names before it is served without them, in milliseconds. */
const NAMES_WAIT_MS = 150
/** While many articles change, those that have changed so far are served every so many milliseconds. */
const PARTIAL_SERVE_MS = 500

/**
 * The articles of one source: loaded once, then updated as their files change. It serves each new state of the index,
 * and writes the snapshots. Its caller lets one of `load`, `refresh` and `write` end before the next begins.
 */
export class LoadedCollection {
  ignored: Ignored = { files: new Map(), keys: new Map() }
  private readonly nonFileProblems: NonFileProblems
  /** What each file held. */
  records = new FileRecords()
  private articles: IndexedArticles | undefined
  private annotations: ArticleAnnotations | undefined
  private annotator: Annotator | undefined
  private maker: GenerationMaker | undefined
  private rules: EntityRules | undefined
  private annotationVersion = ''
  private articlesKey = ''
  private readonly snapshots: CollectionSnapshots

  constructor(
    readonly source: ArticleSource,
    readonly observer: LoadObserver,
    private readonly options: LoadedCollectionOptions
  ) {
    const problemAdded = (problem: ArticleProblem): void => observer.problem?.(problem)
    this.snapshots = new CollectionSnapshots(source.files && options.snapshots, observer)
    this.nonFileProblems = new NonFileProblems(problemAdded, (id) => this.articles?.numberOf(id))
  }

  get problems(): readonly ArticleProblem[] {
    return [...this.nonFileProblems.all, ...this.records.problems]
  }

  /** How many articles are annotated, while that is done for the first time. */
  get annotatedCount(): number | undefined {
    return this.annotator?.read
  }

  async load(): Promise<Generation> {
    const { source, observer, options } = this
    const { rules, problems } = await source.rules()
    this.rules = rules
    this.annotationVersion = annotationsKey(rules)
    this.articlesKey = await articlesKey(this.source)
    if (source.files !== undefined) await removeUnfinishedWritten(source.files.folder)
    options.reportProgress({ state: 'reading', read: 0, indexed: 0, annotated: 0 })
    const seen = (await source.files?.all({ isAlone: options.isFirst })) ?? NO_FILES
    const snapshot = await this.snapshots.read(this.articlesKey)
    for (const problem of problems) this.nonFileProblems.add(problem)
    this.nonFileProblems.updateFolders(seen)
    if (snapshot !== undefined) return this.restoreSnapshot(snapshot, seen)
    const built = await this.indexFiles(seen)
    this.articles = new IndexedArticles(built, this.records)
    observer.indexed?.()
    return this.annotateAll()
  }

  /** Would the same articles take much less memory and time in a new index? See `isWorn`. */
  get needsRebuild(): boolean {
    return this.articles !== undefined && isWorn(this.articles.current.built.tables)
  }

  /** Have the rules or the names of facts changed, so that all articles have to be read again? */
  async needsReload(): Promise<boolean> {
    if (this.source.files === undefined) return false
    const { rules } = await this.source.rules()
    return (
      annotationsKey(rules) !== this.annotationVersion ||
      (await articlesKey(this.source)) !== this.articlesKey
    )
  }

  /**
   * Updates the index by the files that have changed, and serves the result.
   *
   * @param since when the refresh was requested, by `performance.now`
   * @returns how many files were read or are no more
   */
  async refresh(paths: readonly string[] | 'all', since = performance.now()): Promise<number> {
    const { articles, source, observer } = this
    if (articles === undefined || source.files === undefined) return 0
    const seen = paths === 'all' ? await source.files.all() : await source.files.at(paths)
    this.nonFileProblems.updateFolders(seen)
    let servedAt = performance.now()
    const changed = await articles.update(source.files, seen, {
      problem: (problem) => observer.problem?.(problem),
      changed: () => {
        if (performance.now() - servedAt < PARTIAL_SERVE_MS) return
        servedAt = performance.now()
        this.serveCurrent()
      }
    })
    if (changed === 0) return 0
    const waitMs = since + NAMES_WAIT_MS - performance.now()
    const latest = (): ArticleState => articles.current
    await this.annotations?.catchUpWithin(waitMs, latest, () => void this.serveCurrent())
    this.serveCurrent()
    observer.changed?.(changed)
    return changed
  }

  /** Writes articles as files, and serves them before this ends. @throws the system's error where that fails */
  async write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]> {
    const { articles, records, source } = this
    if (articles === undefined || source.files === undefined)
      throw new Error('These articles have no folder.')
    const since = performance.now()
    const { folder } = source.files
    const { generation } = articles.current
    const { outcomes, paths } = await writeArticles({ folder, records, generation }, changes)
    if (paths.length > 0) await this.refresh(paths, since)
    return outcomes
  }

  /** Writes the snapshot after any that is being written; nothing where some articles are not annotated yet. */
  writeSnapshot(): Promise<void> {
    return this.snapshots.write(this.articlesKey, () => this.latestSnapshot())
  }

  /** Ends when all articles are annotated, and no snapshot is being written. */
  async whenIdle(): Promise<void> {
    const { articles } = this
    if (articles !== undefined) await this.annotations?.catchUp(() => articles.current)
    await this.snapshots.whenIdle()
  }

  /** Stops reading and annotating, and waits for a snapshot that is being written; safe at any time. */
  async close(): Promise<void> {
    await this.maker?.stop()
    await this.annotator?.stop()
    await this.annotations?.close()
    await this.snapshots.whenIdle()
  }

  private async restoreSnapshot(snapshot: Snapshot, seen: SeenFiles): Promise<Generation> {
    const { name, generation: tables, annotations, annotationVersion: version, files } = snapshot
    const { observer, options } = this
    this.records = new FileRecords(files)
    this.ignored = { ...snapshot.ignored, files: seen.ignored }
    for (const problem of this.records.problems) observer.problem?.(problem)
    const articles = new IndexedArticles({ name, tables }, this.records)
    this.articles = articles
    const changed = await articles.update(this.source.files!, seen, {
      problem: (problem) => observer.problem?.(problem)
    })
    const { size } = articles.current.generation.segment
    options.reportProgress({ read: size, indexed: size })
    observer.snapshotRead?.(changed)
    observer.indexed?.()
    if (version !== this.annotationVersion) return this.annotateAll()
    options.reportProgress({ annotated: size })
    this.annotations = new ArticleAnnotations(this.annotationsOptions(), annotations, name)
    const catchingUp = this.annotations.catchUp(() => articles.current)
    if (await isLate(catchingUp, options.annotationWaitMs))
      void catchingUp.then(() => {
        this.serveCurrent()
      })
    if (changed > 0) void catchingUp.then(() => this.writeSnapshot())
    return this.serveCurrent()
  }

  private async indexFiles(seen: SeenFiles): Promise<BuiltGeneration> {
    const { options } = this
    const maker = (this.maker = new GenerationMaker((indexed) => {
      options.reportProgress({ indexed })
    }))
    try {
      for await (const event of this.articleEvents(seen)) {
        if (event.kind === 'article') await maker.add(event.article)
        else if (event.kind === 'problem') this.observer.problem?.(event.problem)
        else this.ignored = event.ignored
        options.reportProgress({ read: maker.size })
      }
      options.reportProgress({ state: 'indexing' })
      const built = await maker.finish()
      options.reportProgress({ indexed: maker.size })
      return built
    } catch (error) {
      // Throws the reason instead where the collection was closed meanwhile.
      options.reportProgress({})
      throw error
    } finally {
      await maker.stop()
    }
  }

  private async *articleEvents(seen: SeenFiles): AsyncGenerator<ArticleEvent> {
    const { files } = this.source
    if (files !== undefined) {
      yield* recordedEvents(files, seen, this.records)
      return
    }
    for await (const event of this.source.articles()) {
      if (event.kind === 'problem') this.nonFileProblems.add(event.problem)
      else yield event
    }
  }

  /** Annotates all articles and serves them; on the first load without annotations, where these take long or fail. */
  private async annotateAll(): Promise<Generation> {
    const { options, observer } = this
    const { built, generation } = this.articles!.current
    // Not before: a thread beside this one takes half of its speed where they share a memory.
    const annotator = (this.annotator = options.annotate(this.rules!))
    let isServed = false
    try {
      const annotating = annotator.annotate(
        annotationSource(built.tables),
        this.nonFileProblems.addUnannotated
      )
      isServed = options.isFirst && (await isLate(annotating, options.annotationWaitMs))
      if (isServed) this.serve(generation, 'reading')
      const annotations = await annotating
      this.annotations = new ArticleAnnotations(this.annotationsOptions(), annotations, built.name, annotator)
      const annotated = this.serveCurrent()
      void this.writeSnapshot()
      return annotated
    } catch (error) {
      await annotator.stop()
      options.reportProgress({})
      if (!options.isFirst) throw error
      observer.namesFailed?.(error)
      options.reportProgress({ names: 'failed' })
      return isServed ? generation : this.serve(generation, 'failed')
    } finally {
      this.annotator = undefined
    }
  }

  private annotationsOptions(): ArticleAnnotationsOptions {
    const { options, observer, annotationVersion } = this
    return {
      startAnnotator: () => options.annotate(this.rules!),
      annotationVersion,
      articleFailed: this.nonFileProblems.addUnannotated,
      annotationFailed: (error) => observer.namesFailed?.(error)
    }
  }

  /** Serves the current articles with the names that are known. */
  serveCurrent(): Generation {
    const state = this.articles!.current
    const annotated = this.annotations?.annotated(state)
    if (annotated === undefined) return this.serve(state.generation, 'failed')
    return this.serve(annotated.generation, 'ready', annotated.read)
  }

  private serve(generation: Generation, names: Progress['names'], annotated?: number): Generation {
    this.options.serve(generation, names, annotated)
    this.observer.serving?.(generation)
    return generation
  }

  /** Undefined where some articles are not annotated yet. */
  private latestSnapshot(): Snapshot | undefined {
    const { articles, ignored, annotationVersion } = this
    const annotated = articles && this.annotations?.annotated(articles.current)
    if (articles === undefined || annotated?.isWhole !== true) return undefined
    const { name, tables: generation } = articles.current.built
    const files = [...this.records.entries()]
    return { name, annotationVersion, ignored, files, generation, annotations: annotated.tables }
  }
}
