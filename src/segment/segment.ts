import { Bitset } from '../structures/bitset.js'
import { ArticleStore, type ArticleReader, type ArticleTables } from './articles/article-store.js'
import { findAlias } from './articles/aliases.js'
import type { CopyGroups } from './articles/copies.js'
import { readFacts, type Facts, type FactsTables } from './articles/facts.js'
import type { KeyedLists } from '../structures/lists.js'
import type { PositionTables } from './positions/positions.js'
import { wordPositions, type WordPositions } from './positions/word-positions.js'
import { ImpactReader, type FieldImpacts, type FieldLengths } from './postings/impacts.js'
import type { PostingKey, Postings } from './postings/postings.js'
import { sealedPostings, type PostingTables } from './postings/sealed-postings.js'
import type { RemovedTables } from './removed.js'
import { segmentStatistics, type Statistics } from './statistics.js'
import type { Vocabulary } from './words/vocabulary.js'

/**
 * What stands where in the articles, by dense numbers. What is in the order of the articles is put behind what there
 * is.
 */
export interface SegmentTables {
  readonly positions: PositionTables
  readonly articles: ArticleTables
  readonly facts: FactsTables
  /** By article: `SKETCH_SIZE` values, see `sketchOf`. */
  readonly sketches: Uint32Array
  /** Which articles are nearly the same text. */
  readonly copies: CopyGroups
  /** Average lengths of title and text in tokens, as they were when the impacts were computed. */
  readonly averages: Float64Array
  /** Articles that were taken out (tombstones). */
  readonly removed: RemovedTables
  /** Where the words and terms of a range of articles stand, one range after another. */
  readonly runs: Readonly<Record<string, RunTables>>
}

/** Where the words and terms of a range of articles stand. Numbers and positions are those of the segment. */
export interface RunTables {
  readonly postings: PostingTables
  /** By word: its positions. */
  readonly positions: KeyedLists
  /** By hash of an id that articles had, or that leads to them: those articles. See `AliasBuilder`. */
  readonly aliases: KeyedLists
}

/** Reads a segment. */
export interface Segment {
  /** Article numbers are below it. */
  readonly size: number
  readonly positions: PositionTables
  readonly wordPositions: WordPositions
  readonly postings: Postings
  readonly articles: ArticleReader
  readonly facts: Facts
  readonly statistics: Statistics
  /** Names the articles that are nearly the same text as one, and that itself. */
  copyGroupOf(article: number): number
  /** The article that this id led to, or is an alias of, if there is just one. */
  findAlias(id: string): number | undefined
  /** The articles that are there, as a set of one's own. */
  all(): Bitset
  /** Was the article taken out? */
  isRemoved(article: number): boolean
  /** The impact of any key in one article, divided between the fields it stands in; 0 where it is absent. */
  fieldImpacts(article: number): (key: PostingKey) => FieldImpacts
}

export const readSegment = (tables: SegmentTables, vocabulary: Vocabulary): Segment => {
  const runs = Object.values(tables.runs)
  const lists = {
    postings: sealedPostings(runs.map((run) => run.postings)),
    positions: runs.map((run) => run.positions),
    aliases: runs.map((run) => run.aliases),
    articles: (isRemoved: (article: number) => boolean) => new ArticleStore(tables.articles, isRemoved)
  }
  return segmentOf(tables, lists, vocabulary)
}

/** @param lists of these articles, sealed or growing, and what the articles are read from */
export const segmentOf = (
  tables: Omit<SegmentTables, 'runs' | 'articles'>,
  lists: {
    readonly postings: Postings
    readonly positions: readonly KeyedLists[]
    readonly aliases: readonly KeyedLists[]
    readonly articles: (isRemoved: (article: number) => boolean) => ArticleReader
  },
  vocabulary: Vocabulary
): Segment => {
  const { positions, removed, averages } = tables
  const { postings } = lists
  const size = positions.text.length
  const there = Bitset.full(size)
  for (const article of removed.articles) there.delete(article)
  const isRemoved = (article: number): boolean => !there.has(article)
  const articles = lists.articles(isRemoved)
  const impacts = new ImpactReader(positions, vocabulary, fieldLengths(averages))
  const places = wordPositions(lists.positions)
  const facts = readFacts(tables.facts)
  return {
    size,
    positions,
    wordPositions: places,
    postings,
    articles,
    facts,
    statistics: segmentStatistics({ positions, wordPositions: places, postings, removed, isRemoved }),
    findAlias: (id) => findAlias(id, lists.aliases, { articles, isThere: (article) => there.has(article) }),
    copyGroupOf: (article) => tables.copies[article]!,
    all: () => there.copy(),
    isRemoved,
    fieldImpacts: (article) => impacts.fieldImpacts(article)
  }
}

const fieldLengths = ([title = 0, text = 0]: Float64Array): FieldLengths => ({ title, text })
