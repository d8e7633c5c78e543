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
import { FileRecords } from './file-records.js'
import { NO_FILES, type SeenFiles } from './folder-files.js'
import { LiveArticles, type ArticleState } from './live-articles.js'
import { LiveNames, type LiveNamesOptions } from './live-names.js'
import type { LiveOptions } from './live-options.js'
import { isLate } from '../structures/is-late.js'
import type { LoadObserver } from './load-observer.js'
import { OwnProblems } from './own-problems.js'
import type { Progress } from './progress.js'
import { recordedEvents } from './recorded-events.js'
import { articlesKey, namesVersion } from './source-versions.js'
import type { Snapshot } from './snapshot.js'
import { removeUnfinishedWritten } from './written-articles.js'

/** So long after it was asked for, in milliseconds, a change is served without its names. */
const CHANGE_WAIT_MS = 150
/** While many articles change, those that have are served after so many milliseconds. */
const PARTS_MS = 500

/** The articles of one source, loaded once, and from then on changed as their files do. */
export class Live {
  ignored: Ignored = { files: new Map(), keys: new Map() }
  private readonly ownProblems: OwnProblems
  /** What each file held. */
  records = new FileRecords()
  private articles: LiveArticles | undefined
  private names: LiveNames | undefined
  private annotator: Annotator | undefined
  private maker: GenerationMaker | undefined
  private rules: EntityRules | undefined
  private version = ''
  private key = ''
  private keeping: Promise<void> = Promise.resolve()

  constructor(
    readonly source: ArticleSource,
    readonly observer: LoadObserver,
    private readonly options: LiveOptions
  ) {
    const tell = (problem: ArticleProblem): void => observer.problem?.(problem)
    this.ownProblems = new OwnProblems(tell, (id) => this.articles?.numberOf(id))
  }

  get problems(): readonly ArticleProblem[] {
    return [...this.ownProblems.all, ...this.records.problems]
  }

  /** Articles read for names so far, while they are read for the first time. */
  get annotated(): number | undefined {
    return this.annotator?.read
  }

  async load(): Promise<Generation> {
    const { source, observer, options } = this
    const { rules, problems } = await source.rules()
    this.rules = rules
    this.version = namesVersion(rules)
    this.key = await articlesKey(this.source)
    if (source.files !== undefined) await removeUnfinishedWritten(source.files.folder)
    options.note({ state: 'reading', read: 0, indexed: 0, annotated: 0 })
    const seen = (await source.files?.all({ isAlone: options.isFirst })) ?? NO_FILES
    const snapshot = await this.readSnapshot()
    for (const problem of problems) this.ownProblems.add(problem)
    this.ownProblems.look(seen)
    if (snapshot !== undefined) return this.restore(snapshot, seen)
    const built = await this.index(seen)
    this.articles = new LiveArticles(built, this.records)
    observer.indexed?.()
    return this.nameAll()
  }

  /** Would the same articles take much less memory and time if they were read anew? */
  get isWorn(): boolean {
    return this.articles !== undefined && isWorn(this.articles.current.built.tables)
  }

  /** Is what all articles are read by another one than it was: the rules, the names of facts? */
  async isOutdated(): Promise<boolean> {
    if (this.source.files === undefined) return false
    const { rules } = await this.source.rules()
    return namesVersion(rules) !== this.version || (await articlesKey(this.source)) !== this.key
  }

  /**
   * @param since when it was asked for, by `performance.now`
   * @returns how many files were read or are no more
   */
  async refresh(paths: readonly string[] | 'all', since = performance.now()): Promise<number> {
    const { articles, source, observer } = this
    if (articles === undefined || source.files === undefined) return 0
    const seen = paths === 'all' ? await source.files.all() : await source.files.at(paths)
    this.ownProblems.look(seen)
    let shownAt = performance.now()
    const changed = await articles.update(source.files, seen, {
      problem: (problem) => observer.problem?.(problem),
      changed: () => {
        if (performance.now() - shownAt < PARTS_MS) return
        shownAt = performance.now()
        this.show()
      }
    })
    if (changed === 0) return 0
    const waitMs = since + CHANGE_WAIT_MS - performance.now()
    const latest = (): ArticleState => articles.current
    await this.names?.followFor(waitMs, latest, () => void this.show())
    this.show()
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

  /** Writes the snapshot, once what is known is whole. */
  keep(): Promise<void> {
    this.keeping = this.keeping.then(() => this.writeSnapshot())
    return this.keeping
  }

  /** Ends when the names of all articles are known, and what is being written is. */
  async settled(): Promise<void> {
    const { articles } = this
    if (articles !== undefined) await this.names?.follow(() => articles.current)
    await this.keeping
  }

  /** Stops what is being read; safe at any time. */
  async close(): Promise<void> {
    await this.maker?.stop()
    await this.annotator?.stop()
    await this.names?.close()
    await this.keeping
  }

  private async readSnapshot(): Promise<Snapshot | undefined> {
    if (this.source.files === undefined) return undefined
    try {
      return await this.options.snapshots?.read(this.key)
    } catch (error) {
      this.observer.snapshotFailed?.(error)
      return undefined
    }
  }

  private async restore(snapshot: Snapshot, seen: SeenFiles): Promise<Generation> {
    const { name, generation: tables, annotations, annotationVersion: version, files } = snapshot
    const { observer, options } = this
    this.records = new FileRecords(files)
    this.ignored = { ...snapshot.ignored, files: seen.ignored }
    for (const problem of this.records.problems) observer.problem?.(problem)
    const articles = new LiveArticles({ name, tables }, this.records)
    this.articles = articles
    const changed = await articles.update(this.source.files!, seen, {
      problem: (problem) => observer.problem?.(problem)
    })
    const { size } = articles.current.generation.segment
    options.note({ read: size, indexed: size })
    observer.snapshotRead?.(changed)
    observer.indexed?.()
    if (version !== this.version) return this.nameAll()
    options.note({ annotated: size })
    this.names = new LiveNames(this.nameOptions(), annotations, name)
    const following = this.names.follow(() => articles.current)
    if (await isLate(following, options.annotationWaitMs))
      void following.then(() => {
        this.show()
      })
    if (changed > 0) void following.then(() => this.keep())
    return this.show()
  }

  private async index(seen: SeenFiles): Promise<BuiltGeneration> {
    const { options } = this
    const maker = (this.maker = new GenerationMaker((indexed) => {
      options.note({ indexed })
    }))
    try {
      for await (const event of this.events(seen)) {
        if (event.kind === 'article') await maker.add(event.article)
        else if (event.kind === 'problem') this.observer.problem?.(event.problem)
        else this.ignored = event.ignored
        options.note({ read: maker.size })
      }
      options.note({ state: 'indexing' })
      const built = await maker.finish()
      options.note({ indexed: maker.size })
      return built
    } catch (error) {
      // Where it was closed meanwhile, that is why.
      options.note({})
      throw error
    } finally {
      await maker.stop()
    }
  }

  private async *events(seen: SeenFiles): AsyncGenerator<ArticleEvent> {
    const { files } = this.source
    if (files !== undefined) {
      yield* recordedEvents(files, seen, this.records)
      return
    }
    for await (const event of this.source.articles()) {
      if (event.kind === 'problem') this.ownProblems.add(event.problem)
      else yield event
    }
  }

  /** Reads all articles for names, and serves them; the first ones without, where that takes long or fails. */
  private async nameAll(): Promise<Generation> {
    const { options, observer } = this
    const { built, generation } = this.articles!.current
    // Not before: a thread beside this one takes half of its speed where they share a memory.
    const annotator = (this.annotator = options.annotate(this.rules!))
    let isShown = false
    try {
      const annotating = annotator.annotate(annotationSource(built.tables), this.ownProblems.addNameless)
      isShown = options.isFirst && (await isLate(annotating, options.annotationWaitMs))
      if (isShown) this.serve(generation, 'reading')
      const annotations = await annotating
      this.names = new LiveNames(this.nameOptions(), annotations, built.name, annotator)
      const whole = this.show()
      void this.keep()
      return whole
    } catch (error) {
      await annotator.stop()
      options.note({})
      if (!options.isFirst) throw error
      observer.namesFailed?.(error)
      options.note({ names: 'failed' })
      return isShown ? generation : this.serve(generation, 'failed')
    } finally {
      this.annotator = undefined
    }
  }

  private nameOptions(): LiveNamesOptions {
    const { options, observer, version } = this
    return {
      start: () => options.annotate(this.rules!),
      version,
      unread: this.ownProblems.addNameless,
      failed: (error) => observer.namesFailed?.(error)
    }
  }

  /** Serves the articles as they are now, with the names that are known. */
  show(): Generation {
    const state = this.articles!.current
    const named = this.names?.named(state)
    if (named === undefined) return this.serve(state.generation, 'failed')
    return this.serve(named.generation, 'ready', named.read)
  }

  private serve(generation: Generation, names: Progress['names'], annotated?: number): Generation {
    this.options.serve(generation, names, annotated)
    this.observer.serving?.(generation)
    return generation
  }

  private async writeSnapshot(): Promise<void> {
    const { articles, names, observer, ignored, version } = this
    const { snapshots } = this.options
    if (snapshots === undefined || articles === undefined || this.source.files === undefined) return
    const state = articles.current
    const named = names?.named(state)
    if (named?.isWhole !== true) return
    const { name, tables: generation } = state.built
    const files = [...this.records.entries()]
    try {
      const facts = { name, annotationVersion: version, ignored, files }
      await snapshots.write(this.key, { ...facts, generation, annotations: named.tables })
      observer.snapshotWritten?.()
    } catch (error) {
      observer.snapshotFailed?.(error)
    }
  }
}
