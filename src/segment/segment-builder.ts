import { SKETCH_SIZE, sketchOf } from '../structures/min-hash.js'
import { Slices } from '../structures/slices.js'
import { sharedColumn, shareTables } from '../structures/tables.js'
import { ArticleStoreBuilder, ArticleStore, type ArticleTables } from './articles/article-store.js'
import { FactsBuilder } from './articles/facts-builder.js'
import type { FactsTables } from './articles/facts.js'
import { positionsOfAll, positionsOfSome } from './positions/word-positions.js'
import { PositionsBuilder } from './positions/positions-builder.js'
import { FlexSearchPostings } from './postings/flexsearch-postings.js'
import { ImpactReader, postingKeys, type FieldLengths } from './postings/impacts.js'
import type { ReadArticle } from './read-article.js'
import { noneRemoved } from './removed.js'
import { segmentOf, type RunTables, type Segment, type SegmentTables } from './segment.js'
import { averageLengths } from './statistics.js'
import type { VocabularyBuilder } from './words/vocabulary-builder.js'
import { Vocabulary } from './words/vocabulary.js'

/** Is told how many articles are indexed. */
export type IndexingProgress = (indexed: number) => void

/**
 * A segment that grows: articles are added, replaced and taken out, each under a dense number of its own. Their
 * postings are in FlexSearch from `index` on; before it, articles are only read, as their impacts need the average
 * lengths of all.
 */
export class SegmentBuilder {
  private readonly positions = new PositionsBuilder()
  private readonly articles = new ArticleStoreBuilder()
  private readonly postings: FlexSearchPostings
  private averages: FieldLengths | undefined
  /** By article, see `sketchOf`. */
  private readonly sketches: Uint32Array[] = []

  /** @param words of all segments of the collection */
  constructor(private readonly words: VocabularyBuilder) {
    this.postings = new FlexSearchPostings((term) => words.term(term))
  }

  /** Numbers are below it; removed articles have one too. */
  get size(): number {
    return this.articles.size
  }

  /** @returns the article's number */
  add(read: ReadArticle): number {
    const number = this.size
    this.replace(number, read)
    return number
  }

  /** Puts an article in the place of the one with this number, also of a removed one. */
  replace(number: number, { article, title, text, capitals }: ReadArticle): void {
    this.positions.set(number, title, text, {
      wordOf: (word, field, start) =>
        this.words.count(word, field === 'text' ? capitals.get(start) : undefined),
      written: article
    })
    this.articles.set(number, article)
    this.sketches[number] = sketchOf(text.tokens.map(({ word }) => word))
    if (this.averages !== undefined) this.post(number, this.averages)
  }

  remove(number: number): void {
    this.positions.remove(number)
    this.articles.remove(number)
    this.postings.remove(number)
  }

  /**
   * Adds the postings of all articles so far; those of later ones are added with them. Lets other work run meanwhile.
   *
   * @param averages that impacts are relative to from now on; those of the articles so far, if absent
   */
  async index(averages?: FieldLengths, progress: IndexingProgress = () => undefined): Promise<void> {
    this.averages = averages ?? this.ownAverages()
    const slices = new Slices()
    for (let number = 0; number < this.size; number++) {
      if (!this.articles.isRemoved(number)) this.post(number, this.averages)
      if (!slices.isOver) continue
      progress(number + 1)
      await slices.next()
    }
  }

  /** The segment as it is now: its columns are copies, its postings FlexSearch's own, which go on growing. */
  async grown(vocabulary: Vocabulary): Promise<Segment> {
    const columns = await this.columns()
    const positions = [positionsOfSome(columns.positions.words)]
    return segmentOf(columns, { postings: this.postings, positions }, vocabulary)
  }

  /** The segment as tables in shared memory. Lets other work run meanwhile. */
  async seal(): Promise<SegmentTables> {
    const columns = await this.columns()
    const run: RunTables = {
      postings: await this.postings.seal(2 * this.words.termCount),
      positions: await positionsOfAll(columns.positions.words, this.words.wordCount)
    }
    return shareTables({ ...columns, runs: { 0: run } })
  }

  /** The same for few articles of many: lists for those words alone that they have. */
  async sealFew(): Promise<SegmentTables> {
    const columns = await this.columns()
    const { words } = columns.positions
    const keys = Array.from(postingKeys(words, this.words)).sort((a, b) => a - b)
    const run: RunTables = {
      postings: await this.postings.seal(keys),
      positions: positionsOfSome(words)
    }
    return shareTables({ ...columns, runs: { 0: run } })
  }

  private async columns(): Promise<Omit<SegmentTables, 'runs'>> {
    const articles = this.articles.finish()
    const { title, text } = this.averages ?? this.ownAverages()
    return {
      positions: this.positions.finish(),
      articles,
      facts: await factsOf(articles),
      sketches: this.allSketches(),
      averages: Float64Array.of(title, text),
      removed: { ...noneRemoved(), articles: this.removed() }
    }
  }

  private allSketches(): Uint32Array {
    const all = sharedColumn(Uint32Array, this.size * SKETCH_SIZE)
    this.sketches.forEach((sketch, number) => {
      all.set(sketch, number * SKETCH_SIZE)
    })
    return all
  }

  private post(number: number, averages: FieldLengths): void {
    const words = this.positions.wordsOf(number)
    const { title } = this.positions.lengthsOf(number)
    const alone = { first: Uint32Array.of(0, words.length), text: Uint32Array.of(title), words }
    this.postings.set(number, new ImpactReader(alone, this.words, averages).impacts(0))
  }

  private removed(): Uint32Array {
    const numbers = Uint32Array.from({ length: this.size }, (_, number) => number)
    return numbers.filter((number) => this.articles.isRemoved(number))
  }

  private ownAverages(): FieldLengths {
    const tokens = { title: 0, text: 0 }
    for (let number = 0; number < this.size; number++) {
      const { title, text } = this.positions.lengthsOf(number)
      tokens.title += title
      tokens.text += text
    }
    return averageLengths({ articles: this.size - this.removed().length, tokens })
  }
}

/** Lets other work run meanwhile. */
const factsOf = async (tables: ArticleTables): Promise<FactsTables> => {
  const slices = new Slices()
  const articles = new ArticleStore(tables)
  const facts = new FactsBuilder()
  for (let number = 0; number < articles.size; number++) {
    const article = articles.facts(number)
    facts.add(article, article.language)
    if (slices.isOver) await slices.next()
  }
  return facts.finish()
}
