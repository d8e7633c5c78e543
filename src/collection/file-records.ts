import type { ArticleProblem } from '../articles/article.js'
import type { ArticleFound, FileEvent } from '../articles/read-file.js'
import { placeOf, UniqueIds } from '../articles/unique-ids.js'
import type { SeenFiles } from './folder-files.js'
import { writtenFirst } from './written-articles.js'

/**
 * An article as its file was read: its id, a name of its content, and where another article has the id it states. An
 * empty id: it is not served, as one that was written over HTTP is.
 */
export type ArticleRecord = readonly [id: string, content: string, line?: number | null, statedId?: string]

/** What a file held when it was read. */
export interface FileRecord {
  /** See `SeenFile`. */
  readonly state: string
  readonly articles: readonly ArticleRecord[]
  readonly problems: readonly ArticleProblem[]
  /** When an article of it is to be shown or expires next, in milliseconds since 1970; absent where none does. */
  readonly changesAt?: number
  /** An id that is this file's, whatever others state: it was written over HTTP. */
  readonly reserves?: string
}

/** What a file held, when its record is removed. */
export interface TakenFile {
  /** By id. */
  readonly articles: ReadonlyMap<string, ArticleRecord>
  /** Ids that others may have now. */
  readonly released: readonly string[]
}

/** What each file of a folder held when it was read last. Ids are unique over all files. */
export class FileRecords {
  readonly ids = new UniqueIds()
  private readonly files = new Map<string, FileRecord>()
  /** Those of them with problems. */
  private readonly faulty = new Map<string, FileRecord>()
  /** Files with an article that is to be shown or expires, and when the next one does. */
  private readonly changing = new Map<string, number>()
  /** By id: the file that has it whatever others state. */
  private readonly reserved = new Map<string, string>()
  /** Files with an article that has another id than it states, as another one has that. */
  private readonly renamed = new Map<string, Set<string>>()

  constructor(records: Iterable<readonly [path: string, record: FileRecord]> = []) {
    for (const [path, record] of records) this.set(path, record)
  }

  entries(): Iterable<readonly [string, FileRecord]> {
    return this.files.entries()
  }

  get problems(): readonly ArticleProblem[] {
    return [...this.faulty.values()].flatMap(({ problems }) => problems)
  }

  /** When an article is to be shown or expires next, in milliseconds since 1970; Infinity where none does. */
  get changesAt(): number {
    // Not `Math.min(...)`: a call takes no more arguments than the stack has room for.
    let next = Infinity
    for (const changesAt of this.changing.values()) next = Math.min(next, changesAt)
    return next
  }

  /** Files that have changed or are gone since they were read, or have articles published or expired by `now`. */
  outdated({ files, within }: SeenFiles, now = Date.now()): readonly string[] {
    const isWithin = (path: string): boolean =>
      within === 'all' || within.some((one) => path === one || path.startsWith(`${one}/`))
    const known = within === 'all' ? this.files.keys() : this.below(within)
    const paths = new Set([...files.keys(), ...known].filter(isWithin))
    return [...paths]
      .filter((path) => {
        const record = this.files.get(path)
        return record?.state !== files.get(path)?.state || (record?.changesAt ?? Infinity) <= now
      })
      .sort(writtenFirst)
  }

  /** Files with articles that are published or expire until then. */
  due(now: number): readonly string[] {
    return [...this.changing].flatMap(([path, changesAt]) => (changesAt <= now ? path : []))
  }

  /** Removes a file's record before the file is read again, and frees its ids. */
  take(path: string): TakenFile {
    const record = this.files.get(path)
    this.files.delete(path)
    this.faulty.delete(path)
    this.changing.delete(path)
    if (record?.reserves !== undefined) this.reserved.delete(record.reserves)
    const articles = (record?.articles ?? []).filter(([id]) => id !== '')
    for (const [id] of articles) this.ids.release(id)
    for (const [, , , statedId] of record?.articles ?? [])
      if (statedId !== undefined) this.renamed.get(statedId)?.delete(path)
    const ids = articles.map(([id]) => id)
    return {
      articles: new Map(articles.map((article) => [article[0], article])),
      released: record?.reserves === undefined ? ids : [...ids, record.reserves]
    }
  }

  /** Is the id reserved by another file, as it was written over HTTP? */
  isReserved(id: string, path: string): boolean {
    return (this.reserved.get(id) ?? path) !== path
  }

  /** Does a file other than this one state the id, so that it would be served without this one? */
  isStatedElsewhere(id: string, path: string): boolean {
    if ([...(this.renamed.get(id) ?? [])].some((other) => other !== path)) return true
    const owner = this.ownerOf(id)
    return owner !== undefined && owner !== path
  }

  /** Stops serving another file's article with the id, as the id is written over HTTP. */
  override(id: string, path: string): void {
    const owner = this.ownerOf(id)
    const record = owner === undefined ? undefined : this.files.get(owner)
    if (owner === undefined || owner === path || record === undefined) return
    const at = record.articles.findIndex(([own]) => own === id)
    if (at < 0) return
    const [, content, line, statedId] = record.articles[at]!
    const articles = record.articles.with(at, ['', content, line ?? null, id])
    this.replace(owner, { ...record, articles })
    this.ids.release(id)
    if (statedId !== undefined && !articles.some(([, , , stated]) => stated === statedId))
      this.renamed.get(statedId)?.delete(owner)
    this.addRenamed(id, owner)
  }

  private ownerOf(id: string): string | undefined {
    const place = this.ids.placeOf(id)
    if (place === undefined || this.files.has(place)) return place
    return place.replace(/, line \d+$/, '')
  }

  /** Files with an article that may have the id now that it states, each once. */
  filesClaiming(ids: Iterable<string>): readonly string[] {
    const claiming = new Set<string>()
    for (const id of ids)
      if (!this.ids.has(id) && !this.reserved.has(id))
        for (const path of this.renamed.get(id) ?? []) claiming.add(path)
    return [...claiming]
  }

  set(path: string, record: FileRecord): void {
    this.replace(path, record)
    if (record.changesAt !== undefined) this.changing.set(path, record.changesAt)
    if (record.reserves !== undefined) this.reserved.set(record.reserves, path)
    for (const [id, , line, statedId] of record.articles) {
      if (id !== '') this.ids.keep(id, placeOf({ file: path, ...(typeof line === 'number' && { line }) }))
      if (statedId !== undefined) this.addRenamed(statedId, path)
    }
  }

  private replace(path: string, record: FileRecord): void {
    this.files.set(path, record)
    if (record.problems.length > 0) this.faulty.set(path, record)
  }

  private addRenamed(statedId: string, path: string): void {
    const paths = this.renamed.get(statedId) ?? new Set()
    this.renamed.set(statedId, paths.add(path))
  }

  private *below(paths: readonly string[]): Generator<string, void> {
    for (const path of paths) if (this.files.has(path)) yield path
    // A path without a dot may have been a folder.
    const folders = paths.filter((path) => !this.files.has(path))
    if (folders.length === 0) return
    for (const path of this.files.keys()) if (folders.some((one) => path.startsWith(`${one}/`))) yield path
  }
}

/** Gathers what a file holds, event by event. */
export class FileRecordBuilder {
  private readonly articles: ArticleRecord[] = []
  private readonly problems: ArticleProblem[] = []
  private changesAt = Infinity

  constructor(
    private readonly state: string,
    private readonly reserves?: string
  ) {}

  /** @returns the name of an article's content */
  add(event: FileEvent): string | undefined {
    this.changesAt = Math.min(this.changesAt, changeOf(event))
    if (event.kind === 'problem') {
      this.problems.push(event.problem)
      return undefined
    }
    const record = recordOf(event)
    this.articles.push(record)
    return record[1]
  }

  /** Notes an article that is not served, as another file has its id. */
  addOverridden({ article, line }: ArticleFound): void {
    this.articles.push(['', '', line ?? null, article.id])
  }

  finish(): FileRecord {
    const { state, articles, problems, changesAt, reserves } = this
    return {
      ...{ state, articles, problems },
      ...(changesAt < Infinity && { changesAt }),
      ...(reserves !== undefined && { reserves })
    }
  }
}

const recordOf = ({ article, line, statedId, content }: ArticleFound): ArticleRecord => {
  if (statedId !== undefined) return [article.id, content, line ?? null, statedId]
  return line === undefined ? [article.id, content] : [article.id, content, line]
}

/** When what an event tells of is to be shown or expires, in milliseconds since 1970. */
const changeOf = (event: FileEvent): number =>
  (event.kind === 'article' ? event.shownUntil : event.shownFrom) ?? Infinity
