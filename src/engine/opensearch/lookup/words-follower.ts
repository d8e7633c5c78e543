import type { Models } from '../../../analysis/models.js'
import { VocabularyBuilder } from '../../../segment/words/vocabulary-builder.js'
import { joinedWordRuns } from '../../../segment/words/word-growth.js'
import { Slices } from '../../../structures/slices.js'
import { EngineError } from '../../engine.js'
import { columns } from '../connection/columns.js'
import type { Cluster } from '../connection/cluster.js'
import type { PublishedGeneration } from '../generations.js'
import { LocalWords } from './local-words.js'

/** Words that are read in one request: the cluster lets nobody read more. */
const PAGE = 10_000
/** Generations of which it is remembered that all their words are here. */
const REMEMBERED_GENERATIONS = 100

/** What was read of an index of words. */
interface ReadWords {
  readonly index: string
  readonly words: LocalWords | undefined
  /** By shard: the number of the last write that was read. */
  readonly last: readonly number[]
}

export interface WordsFollowerOptions {
  /** Words that are kept; of a larger collection none are. */
  readonly most: number
  /** Is called when words were read, or could not be. */
  readonly ended: (error?: Error) => void
}

/**
 * Keeps all words of the latest generation in this process, where they are few enough: then a query is planned without
 * asking for words. Words are never removed from their index, so that those of a generation are those of the ones
 * before too, and only the words that came since are read. Until that is done, the cluster is asked.
 */
export class WordsFollower {
  private read: ReadWords | undefined
  /** Names of generations all of whose words are in `read`, or are too many. */
  private covered: readonly string[] = []
  private wanted: PublishedGeneration | undefined
  private running: Promise<void> | undefined
  private isClosed = false

  constructor(
    private readonly cluster: Cluster,
    private readonly models: Models,
    private readonly options: WordsFollowerOptions
  ) {}

  /** The words of a generation; undefined where they are not here. */
  wordsOf(published: PublishedGeneration): LocalWords | undefined {
    return this.covers(published) ? this.read?.words : undefined
  }

  /** Reads the words of a generation, the latest one, if they are not here. After a failure ask again. */
  follow(published: PublishedGeneration): void {
    if (this.options.most === 0 || this.covers(published)) return
    this.wanted = published
    const end = (error?: Error): void => {
      this.running = undefined
      if (!this.isClosed) this.options.ended(error)
    }
    this.running ??= this.run().then(() => {
      end()
    }, end)
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.running
  }

  /** Waits for what is being read. */
  async arrived(): Promise<void> {
    await this.running
  }

  /** Is it read, or known to have too many words? */
  private covers({ name, wordsIndex }: PublishedGeneration): boolean {
    return this.read?.index === wordsIndex && this.covered.includes(name)
  }

  private async run(): Promise<void> {
    while (this.wanted !== undefined && !this.isClosed) {
      const { name, wordsIndex } = this.wanted
      this.wanted = undefined
      const isSame = this.read?.index === wordsIndex
      const before = isSame ? this.read : undefined
      this.read = await this.readSince(wordsIndex, before)
      this.covered = [...(isSame ? this.covered : []), name].slice(-REMEMBERED_GENERATIONS)
    }
  }

  /** @throws {EngineError} */
  private async readSince(index: string, before: ReadWords | undefined): Promise<ReadWords> {
    const { _shards: shards, hits } = await this.cluster.search<Counted>({
      index,
      body: { size: 0, track_total_hits: true }
    })
    if (hits.total.value > this.options.most) return { index, words: undefined, last: [] }
    if (before?.words !== undefined && before.words.wordCount >= hits.total.value) return before
    const base = before?.words !== undefined && !needsRebuild(before.words) ? before : undefined
    const read: ShardWords[] = []
    for (let shard = 0; shard < shards.total; shard++)
      read.push(await this.readShard({ index, shard, after: base?.last[shard] ?? -1 }))
    const builder = new VocabularyBuilder(this.models.analyzeAnew, base?.words)
    const slices = new Slices()
    for (const word of interleaved(read.map(({ words }) => words))) {
      builder.idOf(word)
      if (slices.isOver) await slices.next()
      this.checkOpen()
    }
    if (builder.wordCount < hits.total.value) {
      // A write with a lower number has become visible later than one with a higher number: all are read again.
      this.read = undefined
      throw new EngineError('cluster-unavailable', `Not all words of the index ${index} were read.`)
    }
    const tables = await joinedWordRuns(await builder.finish(), this.models, UNCOUNTED)
    return { index, words: new LocalWords(tables, this.models), last: read.map(({ last }) => last) }
  }

  /** @throws {EngineError} */
  private async readShard({ index, shard, after }: ShardPlace): Promise<ShardWords> {
    const words: string[] = []
    for (let last = after; ;) {
      this.checkOpen()
      const { hits } = await this.cluster.search<Page>({
        index,
        preference: `_shards:${shard}`,
        body: {
          ...{ size: PAGE, track_total_hits: false, ...columns('word') },
          ...{ sort: [{ _seq_no: 'asc' }], search_after: [last] }
        }
      })
      for (const { fields } of hits.hits) words.push(fields.word[0])
      last = hits.hits.at(-1)?.sort[0] ?? last
      if (hits.hits.length < PAGE) return { words, last }
    }
  }

  private checkOpen(): void {
    if (this.isClosed) throw new EngineError('cluster-unavailable', 'The engine was closed.')
  }
}

/** The first of each list, then the second of each, and so on: words of several shards in about the order they came. */
function* interleaved(lists: readonly (readonly string[])[]): Generator<string, void> {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  for (let i = 0; i < longest; i++) for (const list of lists) if (i < list.length) yield list[i]!
}

/** How frequent they are is asked of the articles. */
const UNCOUNTED = { wordFrequency: () => 0 }

/** Is more behind the first run than in it? Then all ways to words are made anew. */
const needsRebuild = ({ tables }: LocalWords): boolean => {
  const [first] = Object.values(tables.runs)
  return first === undefined || tables.termOf.length > 2 * first.range[1]!
}

interface ShardWords {
  /** In the order in which they were written. */
  readonly words: readonly string[]
  /** The number of the last write that was read. */
  readonly last: number
}

interface ShardPlace {
  readonly index: string
  readonly shard: number
  /** The number of a write. */
  readonly after: number
}

interface Counted {
  readonly _shards: { readonly total: number }
  readonly hits: { readonly total: { readonly value: number } }
}

interface Page {
  readonly hits: {
    readonly hits: readonly {
      readonly fields: { readonly word: readonly [string] }
      readonly sort: readonly [number]
    }[]
  }
}
