import type { Cluster } from '../connection/cluster.js'
import type { SearchBody } from '../connection/search-queue.js'
import type { AnswerCache } from '../lookup/answer-cache.js'
import { groupsOf } from '../connection/groups.js'
import type { EntityDocument } from './entity-document.js'

/** An entity as far as a query needs it. */
export type EntityRow = Pick<
  EntityDocument,
  | 'id'
  | 'type'
  | 'name'
  | 'aliases'
  | 'keys'
  | 'slugs'
  | 'sureNames'
  | 'sureSlugs'
  | 'collationKey'
  | 'mentions'
  | 'credits'
  | 'articles'
  | 'quotes'
>

/** By what entities are found: the key of a name, a whole name, or words of one. */
export type RowsBy = 'keys' | 'slugs' | 'words'

interface RowRequest {
  readonly by: RowsBy
  readonly value: string
  /** Most likely no entity has the name: work goes on meanwhile, and is done again where one has. */
  readonly isGuess: boolean
}

/** Entities that have one key or name, and such as have certain words in their names, at most. */
const MOST_NAMED = 50
const MOST_WITH_WORDS = 2000
/** Values that are looked up together. */
const TOGETHER = 150

/** Fields of an entity that no query needs. */
const NOT_IN_ROW = ['byConfidence', 'roles', 'words']

/** Where a catalogue of names is read. */
export interface NamesSource {
  readonly cluster: Cluster
  /** The index of names. */
  readonly names: string
  /** What stands for the articles in a search: their point in time. */
  readonly articles: Readonly<Record<string, unknown>>
  readonly cache: AnswerCache
}

/**
 * Looks up what one query needs of the catalogue of names. As in `Lookup`, what is not known yet is pending until it is
 * fetched, and planning then asks again.
 */
export class NameLookup {
  private readonly known = new Map<string, readonly EntityRow[]>()
  private readonly pending = new Map<string, RowRequest>()
  private readonly rowsById = new Map<string, EntityRow>()
  private readonly counts = new Map<string, number>()
  private readonly pendingCounts = new Map<string, readonly string[]>()
  private guessed = 0
  /** Has something become known since the last planning began? */
  hasNewAnswers = false

  constructor(private readonly source: NamesSource) {}

  /** The entities that are found so, those with most mentions first; undefined where that is not known yet. */
  rows(by: RowsBy, value: string, { isGuess = false } = {}): readonly EntityRow[] | undefined {
    const key = `${by} ${value}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const remembered = this.source.cache.get(`entities ${key}`) as EntitiesFound | undefined
    if (remembered !== undefined) return this.storeRows(key, remembered.rows)
    this.pending.set(key, { by, value, isGuess: isGuess && this.pending.get(key)?.isGuess !== false })
    return undefined
  }

  /** All entities that have been found, those with most mentions first, equal ones by id. */
  get found(): readonly EntityRow[] {
    return [...this.rowsById.values()].sort(byMentions)
  }

  /** Changes whenever entities have been found that were not before. */
  get state(): number {
    return this.rowsById.size
  }

  /** Guesses that were right. */
  get rightGuesses(): number {
    return this.guessed
  }

  /** Articles with one of these names; undefined where that is not known yet. */
  articlesWith(keys: readonly string[]): number | undefined {
    const id = keys.toSorted().join(' ')
    const known = this.counts.get(id)
    if (known === undefined) this.pendingCounts.set(id, keys)
    return known
  }

  /** Is nothing pending, and nothing known that was not when it was fetched last? */
  get isSettled(): boolean {
    return this.pending.size === 0 && this.pendingCounts.size === 0 && !this.hasNewAnswers
  }

  /** The same, but for guesses. */
  get isSettledButGuesses(): boolean {
    return (
      this.pendingCounts.size === 0 &&
      !this.hasNewAnswers &&
      [...this.pending.values()].every((request) => request.isGuess)
    )
  }

  /** Discards what is pending, and that something has become known. */
  discardPending(): void {
    this.hasNewAnswers = false
    this.pending.clear()
    this.pendingCounts.clear()
  }

  /**
   * Asks the cluster for what is pending.
   *
   * @returns whether anything is known that was not before
   * @throws {EngineError}
   */
  async fetch(): Promise<boolean> {
    const isMore = !this.isSettled
    if (this.pending.size > 0) await this.fetchRows()
    if (this.pendingCounts.size > 0) await this.fetchCounts()
    this.hasNewAnswers = false
    return isMore
  }

  private async fetchCounts(): Promise<void> {
    const pending = [...this.pendingCounts]
    this.pendingCounts.clear()
    const bodies = pending.map(([, keys]): SearchBody => ({
      body: {
        ...this.source.articles,
        ...{ size: 0, track_total_hits: true },
        query: { bool: { filter: [{ terms: { names: keys } }] } }
      }
    }))
    const answers = await this.source.cluster.searches<Counted>(bodies)
    answers.forEach(({ hits }, i) => this.counts.set(pending[i]![0], hits.total.value))
  }

  private async fetchRows(): Promise<void> {
    const searches = searchesFor([...this.pending.values()])
    this.pending.clear()
    const { cluster, names } = this.source
    const answers = await cluster.searches<FoundRows>(searches.map(({ body }) => ({ index: names, body })))
    answers.forEach(({ hits }, i) => {
      const rows = hits.hits.map(({ _source }) => _source)
      for (const request of searches[i]!.requests) {
        const own = rows.filter((row) => isFoundBy(row, request)).sort(byMentions)
        const key = `${request.by} ${request.value}`
        this.storeRows(key, own)
        if (request.isGuess && own.length > 0) this.guessed++
        this.source.cache.set(`entities ${key}`, { rows: own })
      }
    })
  }

  private storeRows(key: string, rows: readonly EntityRow[]): readonly EntityRow[] {
    this.known.set(key, rows)
    for (const row of rows) {
      if (!this.rowsById.has(row.id)) this.hasNewAnswers = true
      this.rowsById.set(row.id, row)
    }
    return rows
  }
}

interface EntitiesFound {
  readonly rows: readonly EntityRow[]
}

interface Counted {
  readonly hits: { readonly total: { readonly value: number } }
}

interface FoundRows {
  readonly hits: { readonly hits: readonly { readonly _source: EntityRow }[] }
}

interface RowSearch {
  readonly requests: readonly RowRequest[]
  readonly body: SearchBody['body']
}

const searchesFor = (requests: readonly RowRequest[]): RowSearch[] => {
  const of = (by: RowsBy): RowRequest[] => requests.filter((request) => request.by === by)
  return [
    ...batches(of('keys'), (values) => [{ terms: { keys: values } }]),
    ...batches(of('slugs'), (values) => [{ terms: { slugs: values } }, { terms: { sureSlugs: values } }]),
    ...of('words').map((request) => ({
      requests: [request],
      body: rowsBody([{ prefix: { words: request.value } }], MOST_WITH_WORDS)
    }))
  ]
}

const batches = (requests: readonly RowRequest[], queryFor: (values: string[]) => object[]): RowSearch[] =>
  groupsOf(requests, TOGETHER).map((some) => {
    const query = queryFor(some.map(({ value }) => value))
    return { requests: some, body: rowsBody(query, MOST_NAMED * some.length) }
  })

const rowsBody = (should: readonly object[], size: number): Record<string, unknown> => ({
  size,
  track_total_hits: false,
  _source: { excludes: NOT_IN_ROW },
  query: { bool: { filter: [{ bool: { should, minimum_should_match: 1 } }] } },
  sort: [{ mentions: 'desc' }, { id: 'asc' }]
})

const isFoundBy = ({ keys, slugs, sureSlugs }: EntityRow, { by, value }: RowRequest): boolean => {
  if (by === 'keys') return keys.includes(value)
  return by === 'words' || slugs.includes(value) || sureSlugs.includes(value)
}

/** Those with most mentions first, equal ones by id. */
export const byMentions = (a: EntityRow, b: EntityRow): number =>
  b.mentions - a.mentions || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
