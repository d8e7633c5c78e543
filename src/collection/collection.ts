import { annotateInThread } from './annotator-thread.js'
import type { Annotator, StartAnnotator } from './annotator.js'
import type { ArticleProblem, Ignored } from '../articles/article.js'
import { readArticles } from '../articles/read-articles.js'
import { readRules } from '../entities/rules/read-rules.js'
import { readAnnotations } from '../segment/annotations/annotations.js'
import { IndexBuilder } from '../segment/index-builder.js'
import type { SearchIndex } from '../segment/search-index.js'

/** How far the collection has come. */
export interface Progress {
  readonly state: 'starting' | 'reading' | 'indexing' | 'ready'
  /** Articles read, indexed and annotated so far. */
  readonly read: number
  readonly indexed: number
  readonly annotated: number
  /** Files, or records of one, that were left out. */
  readonly problems: number
}

export interface CollectionOptions {
  /** Default: in a thread of its own. */
  readonly annotate?: StartAnnotator
  /** How long articles that are indexed wait for annotations before they are served without, in milliseconds. */
  readonly patience?: number
}

/** Is told how loading goes. */
export interface LoadObserver {
  /** A file or record was left out. */
  problem?(problem: ArticleProblem): void
  /** All articles are read and indexed. What this throws keeps them from being served. */
  indexed?(): void
  /** A generation serves: once, or first without and then with annotations. */
  serving?(index: SearchIndex): void
}

/** A small collection is whole at once; a large one is searched a minute earlier than its names are known. */
const PATIENCE = 3000

/**
 * The articles of a folder and the generation that serves them. A search takes `current` once and reads nothing else, so
 * that a new generation can be put in its place between two requests.
 */
export class Collection {
  private generation: SearchIndex | undefined
  private progressNow: Progress = { state: 'starting', read: 0, indexed: 0, annotated: 0, problems: 0 }
  private problemsNow: ArticleProblem[] = []
  /** While it is at work. */
  private annotator: Annotator | undefined
  private ignoredNow: Ignored = { files: new Map(), keys: new Map() }
  private readonly listeners = new Set<(generation: string) => void>()
  private readonly annotate: StartAnnotator
  private readonly patience: number

  constructor({ annotate = annotateInThread, patience = PATIENCE }: CollectionOptions = {}) {
    this.annotate = annotate
    this.patience = patience
  }

  /** Undefined until the first generation is built. */
  get current(): SearchIndex | undefined {
    return this.generation
  }

  get progress(): Progress {
    return this.annotator === undefined
      ? this.progressNow
      : { ...this.progressNow, annotated: this.annotator.read }
  }

  /** What the folder of the generation that serves holds beside its articles. */
  get ignored(): Ignored {
    return this.ignoredNow
  }

  /** What was left out of the generation that is being read, or else of the one that serves. */
  get problems(): readonly ArticleProblem[] {
    return this.problemsNow
  }

  /**
   * Calls back when a generation takes the place of another.
   *
   * @returns ends that
   */
  onChange(listener: (generation: string) => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /**
   * Reads the folder, builds a generation beside the one that serves, and swaps it in. Where that fails, all is as it was.
   *
   * The first generation is served without annotations as soon as its articles are indexed, if these take much longer.
   *
   * @returns the generation with its annotations
   * @throws {ArticleFolderError} where the folder cannot be read at all
   */
  async load(folder: string, observer: LoadObserver = {}): Promise<SearchIndex> {
    const before = { progress: this.progressNow, problems: this.problemsNow, generation: this.generation }
    try {
      return await this.build(folder, observer)
    } catch (error) {
      this.progressNow = before.progress
      this.problemsNow = before.problems
      this.generation = before.generation
      throw error
    }
  }

  private async build(folder: string, observer: LoadObserver): Promise<SearchIndex> {
    const { rules, problems } = await readRules(folder)
    const annotator = this.annotate(rules)
    this.annotator = annotator
    try {
      this.note({ state: 'reading', read: 0, indexed: 0, problems: problems.length })
      this.problemsNow = []
      const report = (problem: ArticleProblem): void => {
        this.problemsNow.push(problem)
        observer.problem?.(problem)
      }
      problems.forEach(report)
      const builder = new IndexBuilder()
      const ignored = await this.read(folder, report, builder)
      this.note({ state: 'indexing' })
      const index = await builder.finish((indexed) => {
        this.note({ indexed })
      })
      this.note({ indexed: index.size })
      this.ignoredNow = ignored
      observer.indexed?.()
      return await this.serve(index, annotator, observer)
    } finally {
      this.annotator = undefined
      await annotator.stop()
    }
  }

  private async read(
    folder: string,
    report: (problem: ArticleProblem) => void,
    builder: IndexBuilder
  ): Promise<Ignored> {
    let ignored = this.ignoredNow
    for await (const event of readArticles(folder)) {
      if (event.kind === 'article') {
        builder.add(event.article)
      } else if (event.kind === 'problem') {
        report(event.problem)
      } else {
        ignored = event.ignored
      }
      this.note({ read: builder.size, problems: this.problemsNow.length })
    }
    return ignored
  }

  private async serve(
    index: SearchIndex,
    annotator: Annotator,
    observer: LoadObserver
  ): Promise<SearchIndex> {
    // Not before: a thread beside this one would take half of its speed where they share a memory.
    const tables = annotator.annotate(index.articles)
    if (this.generation === undefined) {
      const soon = await within(tables, this.patience)
      if (soon === undefined) {
        this.note({ state: 'ready' })
        this.replace(index)
        observer.serving?.(index)
      }
    }
    const annotated = index.annotated(readAnnotations(await tables))
    this.note({ state: 'ready', annotated: index.size })
    this.replace(annotated)
    observer.serving?.(annotated)
    return annotated
  }

  private replace(index: SearchIndex): void {
    const isOther = index.generation !== this.generation?.generation
    this.generation = index
    if (isOther) for (const listener of this.listeners) listener(index.generation)
  }

  private note(change: Partial<Progress>): void {
    this.progressNow = { ...this.progressNow, ...change }
  }
}

/** What a promise comes to, or undefined where that takes longer than so many milliseconds. */
const within = <T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined)
  })
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer)
  })
}
