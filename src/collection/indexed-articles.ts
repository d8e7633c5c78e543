import { loadModels } from '../analysis/models.js'
import type { ArticleProblem, SourceArticle } from '../articles/article.js'
import { changeGeneration } from '../ingest/change-generation.js'
import type { BuiltGeneration } from '../segment/generation-builder.js'
import { readGeneration, type Generation } from '../segment/generation.js'
import type { ArticleSource } from './article-source.js'
import { FileRecordBuilder, type ArticleRecord, type FileRecords } from './file-records.js'
import type { SeenContents, SeenFiles } from './folder-files.js'

/** Articles that are added at once; more come in several generations. */
const BATCH_ARTICLES = 500

/** The tables of the articles at one time, and their reader, without annotations. */
export interface ArticleState {
  readonly built: BuiltGeneration
  readonly generation: Generation
}

/** Its methods are called during an update. */
export interface UpdateObserver {
  /** A batch of articles was added or removed. */
  changed?(): void
  problem?(problem: ArticleProblem): void
}

/**
 * The articles of a source in an index that is updated file by file. Within a file that changed, an article with the
 * same content keeps its place in the index.
 */
export class IndexedArticles {
  private state: ArticleState

  constructor(
    built: BuiltGeneration,
    readonly records: FileRecords
  ) {
    this.state = { built, generation: readGeneration(built.name, built.tables, loadModels()) }
  }

  get current(): ArticleState {
    return this.state
  }

  /** The current number of the article with an id; each change of an article gives it another number. */
  numberOf(id: string): number | undefined {
    return this.state.generation.segment.articles.find(id)
  }

  /**
   * Reads the files that have changed since they were read, and updates the index. Lets other work run meanwhile.
   *
   * @param seen what the source has now, or a part of it
   * @returns how many files were read or are no more
   */
  async update(
    files: NonNullable<ArticleSource['files']>,
    seen: SeenFiles,
    observer: UpdateObserver = {}
  ): Promise<number> {
    let paths = this.records.outdated(seen)
    let count = 0
    const batch = new ChangeBatch(async (removed, added) => {
      await this.applyChanges(removed, added)
      observer.changed?.()
    })
    while (paths.length > 0) {
      count += paths.length
      const before = new Map(paths.map((path) => [path, this.records.take(path)] as const))
      for (const path of paths)
        if (!seen.files.has(path)) for (const id of before.get(path)!.articles.keys()) batch.remove(id)
      for await (const contents of files.read(paths.flatMap((path) => seen.files.get(path) ?? [])))
        await this.updateFile(contents, {
          before: before.get(contents.seen.file.path)!.articles,
          batch,
          observer
        })
      const released = [...before.values()].flatMap((taken) => taken.released)
      const claiming = this.records.filesClaiming(released)
      if (claiming.length === 0) break
      seen = await files.at(claiming)
      paths = claiming
    }
    await batch.flush()
    return count
  }

  private async updateFile(
    { seen, events }: SeenContents,
    { before, batch, observer }: FileUpdate
  ): Promise<void> {
    const { state, written } = seen
    const { path } = seen.file
    const remaining = new Map(before)
    const record = new FileRecordBuilder(state, written?.id)
    // A file that was written over HTTP takes its id from any other file.
    if (written !== undefined) this.records.override(written.id, path)
    for await (const event of events) {
      if (event.kind === 'article' && this.records.isReserved(event.article.id, path)) {
        record.addOverridden(event)
        continue
      }
      for (const claimed of this.records.ids.claim(event)) {
        if (claimed.kind === 'problem') observer.problem?.(claimed.problem)
        const content = record.add(claimed)
        if (claimed.kind !== 'article') continue
        const { id } = claimed.article
        const isSame = remaining.get(id)?.[1] === content
        if (!isSame) await batch.put(claimed.article)
        remaining.delete(id)
      }
    }
    this.records.set(path, record.finish())
    if (written?.isDeleted === true) batch.remove(written.id)
    for (const id of remaining.keys()) batch.remove(id)
  }

  /** Removes and adds articles by their ids. */
  private async applyChanges(removed: ReadonlySet<string>, added: readonly SourceArticle[]): Promise<void> {
    const { built, generation } = this.state
    const numbers = [...removed].flatMap((id) => generation.segment.articles.find(id) ?? [])
    const next = await changeGeneration(built, generation, { removed: numbers, added })
    this.state = { built: next, generation: readGeneration(next.name, next.tables, loadModels()) }
  }
}

interface FileUpdate {
  /** What the file held, by id. */
  readonly before: ReadonlyMap<string, ArticleRecord>
  readonly batch: ChangeBatch
  readonly observer: UpdateObserver
}

/** Collects changes of articles, and applies many at once. */
class ChangeBatch {
  private readonly removed = new Set<string>()
  private readonly added = new Map<string, SourceArticle>()
  /** All that were ever added: a file that has lost one does not remove it again. */
  private readonly placed = new Set<string>()

  constructor(
    private readonly apply: (removed: ReadonlySet<string>, added: readonly SourceArticle[]) => Promise<void>
  ) {}

  /** Adds an article, or replaces the one with its id. */
  async put(article: SourceArticle): Promise<void> {
    this.added.set(article.id, article)
    this.removed.add(article.id)
    this.placed.add(article.id)
    if (this.added.size >= BATCH_ARTICLES) await this.flush()
  }

  /** Removes an article that a file does not hold any more, unless another file was found to hold it. */
  remove(id: string): void {
    if (!this.placed.has(id)) this.removed.add(id)
  }

  async flush(): Promise<void> {
    if (this.removed.size === 0) return
    const [removed, added] = [new Set(this.removed), [...this.added.values()]]
    this.removed.clear()
    this.added.clear()
    await this.apply(removed, added)
  }
}
