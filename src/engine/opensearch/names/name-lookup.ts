import type { Cluster } from '../cluster.js'
import type { SearchBody } from '../search-queue.js'
import type { Memory } from '../memory.js'
import { groupsOf } from '../groups.js'
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
  | 'order'
  | 'mentions'
  | 'credits'
  | 'articles'
  | 'quotes'
>

/** By what entities are found: the key of a name, a whole name, or words of one. */
export type RowsBy = 'keys' | 'slugs' | 'words'

interface Ask {
  readonly by: RowsBy
  readonly value: string
  /** Most likely nobody is called so: what is done beside has to be done again only where somebody is. */
  readonly isGuess: boolean
}

/** Entities that have one key or name, and such as have certain words in their names, at most. */
const MOST_NAMED = 50
const MOST_WITH_WORDS = 2000
/** Values that are looked up together. */
const TOGETHER = 150

/** What of an entity no query needs. */
const NOT_IN_ROW = ['surely', 'roles', 'words']

/** Where a catalogue of names is read. */
export interface NamesSource {
  readonly cluster: Cluster
  /** The index of names. */
  readonly names: string
  /** What stands for the articles in a search: their point in time. */
  readonly articles: Readonly<Record<string, unknown>>
  readonly memory: Memory
}

/**
 * What one query needs to know of the collection's names; as `Lookup`, it notes what is not known yet, and is asked
 * again once that has been fetched.
 */
export class NameLookup {
  private readonly known = new Map<string, readonly EntityRow[]>()
  private readonly noted = new Map<string, Ask>()
  private readonly rowsById = new Map<string, EntityRow>()
  private readonly counts = new Map<string, number>()
  private readonly notedCounts = new Map<string, readonly string[]>()
  private guessed = 0
  /** Has it come to know something since it was last told of? */
  hasLearnt = false

  constructor(private readonly source: NamesSource) {}

  /** The entities that are found so, those with most mentions first; undefined where that is not known yet. */
  rows(by: RowsBy, value: string, { isGuess = false } = {}): readonly EntityRow[] | undefined {
    const key = `${by} ${value}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const remembered = this.source.memory.get(`entities ${key}`) as EntitiesFound | undefined
    if (remembered !== undefined) return this.learn(key, remembered.rows)
    this.noted.set(key, { by, value, isGuess: isGuess && this.noted.get(key)?.isGuess !== false })
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
    if (known === undefined) this.notedCounts.set(id, keys)
    return known
  }

  /** Is nothing to be asked for, and nothing known that was not when it was fetched last? */
  get isSettled(): boolean {
    return this.noted.size === 0 && this.notedCounts.size === 0 && !this.hasLearnt
  }

  /** The same, but for guesses. */
  get isSettledButGuesses(): boolean {
    return (
      this.notedCounts.size === 0 && !this.hasLearnt && [...this.noted.values()].every((ask) => ask.isGuess)
    )
  }

  /** Forgets what has been noted, and that something has become known. */
  forgetNoted(): void {
    this.hasLearnt = false
    this.noted.clear()
    this.notedCounts.clear()
  }

  /**
   * Asks the cluster for what has been noted.
   *
   * @returns whether anything is known that was not before
   * @throws {EngineError}
   */
  async fetch(): Promise<boolean> {
    const isMore = !this.isSettled
    if (this.noted.size > 0) await this.fetchRows()
    if (this.notedCounts.size > 0) await this.fetchCounts()
    this.hasLearnt = false
    return isMore
  }

  private async fetchCounts(): Promise<void> {
    const noted = [...this.notedCounts]
    this.notedCounts.clear()
    const bodies = noted.map(([, keys]): SearchBody => ({
      body: {
        ...this.source.articles,
        ...{ size: 0, track_total_hits: true },
        query: { bool: { filter: [{ terms: { names: keys } }] } }
      }
    }))
    const answers = await this.source.cluster.searches<Counted>(bodies)
    answers.forEach(({ hits }, i) => this.counts.set(noted[i]![0], hits.total.value))
  }

  private async fetchRows(): Promise<void> {
    const searches = searchesFor([...this.noted.values()])
    this.noted.clear()
    const { cluster, names } = this.source
    const answers = await cluster.searches<FoundRows>(searches.map(({ body }) => ({ index: names, body })))
    answers.forEach(({ hits }, i) => {
      const rows = hits.hits.map(({ _source }) => _source)
      for (const ask of searches[i]!.asks) {
        const own = rows.filter((row) => isFoundBy(row, ask)).sort(byMentions)
        const key = `${ask.by} ${ask.value}`
        this.learn(key, own)
        if (ask.isGuess && own.length > 0) this.guessed++
        this.source.memory.set(`entities ${key}`, { rows: own })
      }
    })
  }

  private learn(key: string, rows: readonly EntityRow[]): readonly EntityRow[] {
    this.known.set(key, rows)
    for (const row of rows) {
      if (!this.rowsById.has(row.id)) this.hasLearnt = true
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
  readonly asks: readonly Ask[]
  readonly body: SearchBody['body']
}

const searchesFor = (asks: readonly Ask[]): RowSearch[] => {
  const of = (by: RowsBy): Ask[] => asks.filter((ask) => ask.by === by)
  return [
    ...batches(of('keys'), (values) => [{ terms: { keys: values } }]),
    ...batches(of('slugs'), (values) => [{ terms: { slugs: values } }, { terms: { sureSlugs: values } }]),
    ...of('words').map((ask) => ({
      asks: [ask],
      body: rowsBody([{ prefix: { words: ask.value } }], MOST_WITH_WORDS)
    }))
  ]
}

const batches = (asks: readonly Ask[], queryFor: (values: string[]) => object[]): RowSearch[] =>
  groupsOf(asks, TOGETHER).map((some) => {
    const query = queryFor(some.map(({ value }) => value))
    return { asks: some, body: rowsBody(query, MOST_NAMED * some.length) }
  })

const rowsBody = (should: readonly object[], size: number): Record<string, unknown> => ({
  size,
  track_total_hits: false,
  _source: { excludes: NOT_IN_ROW },
  query: { bool: { filter: [{ bool: { should, minimum_should_match: 1 } }] } },
  sort: [{ mentions: 'desc' }, { id: 'asc' }]
})

const isFoundBy = ({ keys, slugs, sureSlugs }: EntityRow, { by, value }: Ask): boolean => {
  if (by === 'keys') return keys.includes(value)
  return by === 'words' || slugs.includes(value) || sureSlugs.includes(value)
}

/** Those with most mentions first, equal ones by id. */
export const byMentions = (a: EntityRow, b: EntityRow): number =>
  b.mentions - a.mentions || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
