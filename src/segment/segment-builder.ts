import { Slices } from '../structures/slices.js'
import { stringTableOf } from '../structures/string-table.js'
import { shareTables } from '../structures/tables.js'
import { ArticleGatherer, type GatheredTables } from './article-gatherer.js'
import { AliasBuilder } from './articles/aliases.js'
import { ArticleStore, type ArticleTables } from './articles/article-store.js'
import { findCopies } from './articles/copies.js'
import { FactsBuilder } from './articles/facts-builder.js'
import { copiesSource } from './copies-source.js'
import type { PositionTables } from './positions/positions.js'
import { positionsOfAll, positionsOfSome } from './positions/word-positions.js'
import type { FieldLengths } from './postings/impacts.js'
import { indexRange, rangesOf, type IndexingProgress } from './postings/index-articles.js'
import { joinedPostings, type PostingTables } from './postings/sealed-postings.js'
import type { ReadArticle } from './read-article.js'
import { noneRemoved } from './removed.js'
import type { RunTables, SegmentTables } from './segment.js'
import { averageLengths, fieldTokens } from './statistics.js'
import type { VocabularyBuilder } from './words/vocabulary-builder.js'

/** Makes the postings of ranges of articles, in the order of the ranges. */
export type IndexRanges = (
  positions: PositionTables,
  averages: FieldLengths,
  progress: IndexingProgress
) => Promise<readonly PostingTables[]>

export interface SealOptions {
  /** That impacts are relative to; absent: those of the articles. */
  readonly averages?: FieldLengths | undefined
  readonly progress?: IndexingProgress | undefined
  /** Absent: in this thread. */
  readonly indexRanges?: IndexRanges | undefined
}

/** Gathers articles, each under a dense number of its own, and makes the tables of a segment of them. */
export class SegmentBuilder {
  private readonly gatherer = new ArticleGatherer()

  /** @param words of all segments of the collection */
  constructor(private readonly words: VocabularyBuilder) {}

  /** Numbers are below it. */
  get size(): number {
    return this.gatherer.size
  }

  /** @returns the article's number */
  add(read: ReadArticle): number {
    this.gatherer.add(read, this.words)
    return this.size - 1
  }

  /** Adds articles that were gathered elsewhere. @param wordOf by their words' numbers: theirs here */
  addAll(gathered: GatheredTables, wordOf: (word: number) => number): void {
    this.gatherer.addAll(gathered, wordOf)
  }

  /** The segment as tables in shared memory. Lets other work run meanwhile. Nothing may be added afterwards. */
  async seal(options: SealOptions = {}): Promise<SegmentTables> {
    const { gathered, averages, runs } = await this.indexed(options)
    const { words } = gathered.positions
    return this.tables(gathered, averages, {
      postings: await joinedPostings(runs, 2 * this.words.termCount),
      positions: await positionsOfAll(words, this.words.wordCount)
    })
  }

  /** The same for few articles of many: lists for those words alone that they have. */
  async sealFew(options: SealOptions = {}): Promise<SegmentTables> {
    const { gathered, averages, runs } = await this.indexed(options)
    return this.tables(gathered, averages, {
      postings: await joinedPostings(runs),
      positions: await positionsOfSome(gathered.positions.words)
    })
  }

  private async indexed({
    averages,
    progress = () => undefined,
    indexRanges
  }: SealOptions): Promise<Indexed> {
    const gathered = this.gatherer.finish()
    const { positions } = gathered
    const own = { articles: this.size, tokens: fieldTokens(positions) }
    const relativeTo = averages ?? averageLengths(own)
    const index = indexRanges ?? this.indexHere
    return { gathered, averages: relativeTo, runs: await index(positions, relativeTo, progress) }
  }

  private readonly indexHere: IndexRanges = async (positions, averages, progress) => {
    const runs: PostingTables[] = []
    for (const range of rangesOf(this.size))
      runs.push(await indexRange({ positions, averages, words: this.words }, range, progress))
    return runs
  }

  private async tables(
    { positions, articles: { ids, ...others }, sketches }: GatheredTables,
    { title, text }: FieldLengths,
    run: Omit<RunTables, 'aliases'>
  ): Promise<SegmentTables> {
    const articles: ArticleTables = { ids: stringTableOf(ids), ...others }
    const { facts, aliases } = await readFacts(articles)
    const removed = noneRemoved()
    return shareTables({
      positions,
      articles,
      facts,
      sketches,
      copies: await findCopies(copiesSource({ positions, sketches, facts, removed })),
      averages: Float64Array.of(title, text),
      removed,
      runs: { 0: { ...run, aliases } }
    })
  }
}

interface Indexed {
  readonly gathered: GatheredTables
  readonly averages: FieldLengths
  readonly runs: readonly PostingTables[]
}

interface FoundFacts extends Pick<SegmentTables, 'facts'>, Pick<RunTables, 'aliases'> {}

/** Lets other work run meanwhile. */
const readFacts = async (tables: ArticleTables): Promise<FoundFacts> => {
  const slices = new Slices()
  const articles = new ArticleStore(tables)
  const facts = new FactsBuilder()
  const aliases = new AliasBuilder()
  for (let number = 0; number < articles.size; number++) {
    const article = articles.facts(number)
    facts.add(article, article.language)
    aliases.add(number, article)
    if (slices.isOver) await slices.next()
  }
  return { facts: facts.finish(), aliases: await aliases.finish() }
}
