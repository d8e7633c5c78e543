import { loadModels } from '../analysis/models.js'
import type { ArticleEvent, ArticleProblem, Ignored } from '../articles/article.js'
import type { EntityRules } from '../entities/rules/entity-rules.js'
import { entityModelVersion } from '../entities/norwegian-names.js'
import { annotationVersion } from '../segment/annotations/annotations.js'
import { GenerationBuilder, indexVersion, type BuiltGeneration } from '../segment/generation-builder.js'
import { readGeneration, withAnnotations, type Generation } from '../segment/generation.js'
import { folderSource, type ArticleSource } from './article-source.js'
import { annotateInThread } from './annotator-thread.js'
import { annotationSource, type Annotator, type StartAnnotator } from './annotator.js'
import { Generations, type GenerationsOptions } from './generations.js'
import type { LoadObserver } from './load-observer.js'
import { snapshotKey, type Snapshot, type SnapshotFile } from './snapshot.js'

/** How far the collection has come. */
export interface Progress {
  readonly state: 'starting' | 'reading' | 'indexing' | 'ready'
  /** Articles read, indexed and annotated so far. */
  readonly read: number
  readonly indexed: number
  readonly annotated: number
  /** Names and quotes of the generation that serves, or that is being made where none serves yet. */
  readonly names: 'waiting' | 'reading' | 'ready' | 'failed'
}

export interface CollectionOptions extends GenerationsOptions {
  /** Default: in a thread of its own. */
  readonly annotate?: StartAnnotator
  /** How long articles that are indexed wait for annotations before they are served without, in milliseconds. */
  readonly annotationWaitMs?: number
  /** Keeps the latest generation for the next start; absent: nothing is kept. */
  readonly snapshots?: SnapshotFile | undefined
}

/** A small collection is whole at once; a large one is searched a minute earlier than its names are known. */
const ANNOTATION_WAIT_MS = 3000

/** What a load changes, and a failed one leaves as it was. */
interface State {
  readonly progress: Progress
  /** What was left out of the articles that are being read, or else of those that serve. */
  readonly problems: readonly ArticleProblem[]
  /** What the folder of the articles that serve holds beside them. */
  readonly ignored: Ignored
}

/** What one load has to do with. */
interface Load {
  readonly source: ArticleSource
  readonly rules: EntityRules
  readonly observer: LoadObserver
  /** Names all that the generation is made of; absent: it is not kept. */
  readonly key: string | undefined
  /** What has been left out so far. */
  readonly problems: ArticleProblem[]
  /** Names what annotations are made by: the code, the rules and the model. */
  readonly annotationVersion: string
  /** When an article is to be shown or expires next, as far as they are read; milliseconds since 1970. */
  changesAt: number
}

const report = (problem: ArticleProblem, { problems, observer }: Load): void => {
  problems.push(problem)
  observer.problem?.(problem)
}

const START: State = {
  progress: { state: 'starting', read: 0, indexed: 0, annotated: 0, names: 'waiting' },
  problems: [],
  ignored: { files: new Map(), keys: new Map() }
}

/**
 * The articles of a folder, read into one generation after another. A search takes a generation of `generations` once
 * and reads nothing else, so that another can take its place between two requests.
 */
export class Collection {
  readonly generations: Generations
  private state = START
  /** While it is at work. */
  private annotator: Annotator | undefined
  /** Ends when all loads so far have. */
  private loads: Promise<unknown> = Promise.resolve()
  private isClosed = false
  private readonly startAnnotator: StartAnnotator
  private readonly annotationWaitMs: number
  private readonly snapshots: SnapshotFile | undefined

  constructor(options: CollectionOptions = {}) {
    this.generations = new Generations(options)
    this.startAnnotator = options.annotate ?? annotateInThread
    this.annotationWaitMs = options.annotationWaitMs ?? ANNOTATION_WAIT_MS
    this.snapshots = options.snapshots
  }

  get progress(): Progress {
    const { progress } = this.state
    return this.annotator === undefined ? progress : { ...progress, annotated: this.annotator.read }
  }

  get ignored(): Ignored {
    return this.state.ignored
  }

  get problems(): readonly ArticleProblem[] {
    return this.state.problems
  }

  /**
   * Reads a folder or another source, builds a generation beside the one that serves, and lets it take its place. Where
   * that fails, all is as it was.
   * Loads that are asked for meanwhile wait for each other.
   *
   * The first generation is served without annotations as soon as its articles are indexed, if these take much longer
   * or fail.
   *
   * @returns the generation that serves then
   * @throws {ArticleFolderError} where the folder cannot be read at all
   */
  load(from: string | ArticleSource, observer: LoadObserver = {}): Promise<Generation> {
    const source = typeof from === 'string' ? folderSource(from) : from
    const load = this.loads.then(() => this.loadNow(source, observer))
    this.loads = load.catch(() => undefined)
    return load
  }

  /** Stops what is being read and drops all generations; safe at any time. */
  async close(): Promise<void> {
    this.isClosed = true
    await this.annotator?.stop()
    await this.loads
    this.generations.clear()
  }

  private async loadNow(source: ArticleSource, observer: LoadObserver): Promise<Generation> {
    const before = this.state
    try {
      return await this.build(source, observer)
    } catch (error) {
      this.state = before
      throw error
    }
  }

  private async build(source: ArticleSource, observer: LoadObserver): Promise<Generation> {
    const { rules, problems } = await source.rules()
    const version = `${annotationVersion(rules)}\n${entityModelVersion()}`
    const load: Load = {
      ...{ source, rules, observer, problems: [], changesAt: Infinity },
      key: await this.keyOf(source, version),
      annotationVersion: version
    }
    this.state = { ...this.state, problems: load.problems }
    this.note({ state: 'reading', read: 0, indexed: 0, annotated: 0 })
    const snapshot = await this.readSnapshot(load)
    if (snapshot !== undefined) return this.restore(snapshot, load)
    for (const problem of problems) report(problem, load)
    const annotator = this.startAnnotator(rules)
    this.annotator = annotator
    try {
      const named = await this.index(load)
      observer.indexed?.()
      return await this.serve(named, annotator, load)
    } finally {
      this.annotator = undefined
      await annotator.stop()
    }
  }

  /** Undefined where nothing is to be kept, or the source cannot tell whether it has changed. */
  private async keyOf(source: ArticleSource, version: string): Promise<string | undefined> {
    if (this.snapshots === undefined || source.fingerprint === undefined) return undefined
    return snapshotKey(await source.fingerprint(), indexVersion(loadModels()), version)
  }

  private async readSnapshot({ key, observer }: Load): Promise<Snapshot | undefined> {
    if (key === undefined) return undefined
    try {
      return await this.snapshots?.read(key)
    } catch (error) {
      observer.snapshotFailed?.(error)
      return undefined
    }
  }

  private restore(snapshot: Snapshot, load: Load): Generation {
    const { observer } = load
    observer.snapshotRead?.()
    for (const problem of snapshot.problems) report(problem, load)
    this.state = { ...this.state, ignored: snapshot.ignored }
    observer.indexed?.()
    const { name, generation: tables, annotations } = snapshot
    const generation = readGeneration(name, { ...tables }, loadModels())
    const whole = withAnnotations(generation, annotations, load.annotationVersion)
    const { size } = generation.segment
    this.note({ read: size, indexed: size, annotated: size })
    return this.show(whole, 'ready', observer)
  }

  private async writeSnapshot(
    snapshot: Pick<Snapshot, 'name' | 'generation' | 'annotations'>,
    load: Load
  ): Promise<void> {
    if (load.key === undefined) return
    const { problems, changesAt } = load
    try {
      await this.snapshots?.write(load.key, { ...snapshot, problems, ignored: this.ignored, changesAt })
      load.observer.snapshotWritten?.()
    } catch (error) {
      load.observer.snapshotFailed?.(error)
    }
  }

  private async index(load: Load): Promise<BuiltGeneration> {
    const builder = new GenerationBuilder(loadModels())
    for await (const event of load.source.articles()) {
      this.refuseIfClosed()
      load.changesAt = Math.min(load.changesAt, changeOf(event))
      if (event.kind === 'article') builder.add(event.article)
      else if (event.kind === 'problem') report(event.problem, load)
      else this.state = { ...this.state, ignored: event.ignored }
      this.note({ read: builder.size })
    }
    this.note({ state: 'indexing' })
    const named = await builder.finish((indexed) => {
      this.refuseIfClosed()
      this.note({ indexed })
    })
    this.note({ indexed: builder.size })
    return named
  }

  private async serve(
    { name, tables }: BuiltGeneration,
    annotator: Annotator,
    load: Load
  ): Promise<Generation> {
    const { observer, annotationVersion: version } = load
    const generation = readGeneration(name, tables, loadModels())
    const isFirst = this.generations.current === undefined
    // Not before: a thread beside this one takes half of its speed where they share a memory.
    const annotating = annotator.annotate(annotationSource(tables), (problem) => {
      report(problem, load)
    })
    let isShown = false
    try {
      isShown = isFirst && (await isLate(annotating, this.annotationWaitMs))
      if (isShown) this.show(generation, 'reading', observer)
      const annotations = await annotating
      this.note({ annotated: generation.segment.size })
      const whole = this.show(withAnnotations(generation, annotations, version), 'ready', observer)
      await this.writeSnapshot({ name, generation: tables, annotations }, load)
      return whole
    } catch (error) {
      this.refuseIfClosed()
      if (!isFirst) throw error
      observer.namesFailed?.(error)
      this.note({ names: 'failed' })
      return isShown ? generation : this.show(generation, 'failed', observer)
    }
  }

  private show(generation: Generation, names: Progress['names'], observer: LoadObserver): Generation {
    this.generations.serve(generation)
    this.note({ state: 'ready', names })
    observer.serving?.(generation)
    return generation
  }

  private refuseIfClosed(): void {
    if (this.isClosed) throw new Error('The collection was closed while it was being loaded.')
  }

  private note(change: Partial<Progress>): void {
    this.state = { ...this.state, progress: { ...this.state.progress, ...change } }
  }
}

/** Does a promise take longer than so many milliseconds? */
const isLate = (promise: Promise<unknown>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, true)
  })
  return Promise.race([promise.then(() => false), late]).finally(() => {
    clearTimeout(timer)
  })
}

/** When what an event tells of is to be shown or expires, in milliseconds since 1970. */
const changeOf = (event: ArticleEvent): number => {
  if (event.kind === 'article') return event.shownUntil ?? Infinity
  return event.kind === 'problem' ? (event.shownFrom ?? Infinity) : Infinity
}
