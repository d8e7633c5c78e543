import { Bitset } from '../structures/bitset.js'
import { ArticleStore, type ArticleTables } from './articles/article-store.js'
import { readFacts, type Facts, type FactsTables } from './articles/facts.js'
import type { PositionTables } from './positions/positions.js'
import { ImpactReader, type FieldImpacts, type FieldLengths } from './postings/impacts.js'
import type { PostingKey, Postings } from './postings/postings.js'
import { sealedPostings, type PostingTables } from './postings/sealed-postings.js'
import { segmentStatistics, type Statistics } from './statistics.js'
import type { Vocabulary } from './words/vocabulary.js'

/** What stands where in some of the articles, by dense numbers that mean something in this segment only. */
export interface SegmentTables {
  readonly positions: PositionTables
  readonly postings: PostingTables
  readonly articles: ArticleTables
  readonly facts: FactsTables
  /** Average lengths of title and text in tokens, as they were when the impacts were computed. */
  readonly averages: Float64Array
  /** Numbers whose articles were taken out (tombstones), ascending. */
  readonly removed: Uint32Array
}

/** Reads a segment. */
export interface Segment {
  /** Article numbers are below it. */
  readonly size: number
  readonly positions: PositionTables
  readonly postings: Postings
  readonly articles: ArticleStore
  readonly facts: Facts
  readonly statistics: Statistics
  /** The articles that are there, as a set of one's own. */
  all(): Bitset
  /** The impact of any key in one article, divided between the fields it stands in; 0 where it is absent. */
  fieldImpacts(article: number): (key: PostingKey) => FieldImpacts
}

export const readSegment = (tables: SegmentTables, vocabulary: Vocabulary): Segment =>
  segmentOf(tables, sealedPostings(tables.postings), vocabulary)

/** @param postings of these articles, sealed or growing */
export const segmentOf = (
  tables: Omit<SegmentTables, 'postings'>,
  postings: Postings,
  vocabulary: Vocabulary
): Segment => {
  const { positions, removed, averages } = tables
  const articles = new ArticleStore(tables.articles)
  const { size } = articles
  const impacts = new ImpactReader(positions, vocabulary, fieldLengths(averages))
  return {
    size,
    positions,
    postings,
    articles,
    facts: readFacts(tables.facts),
    statistics: segmentStatistics(positions, postings, size - removed.length),
    all: () => {
      const set = Bitset.full(size)
      for (const article of removed) set.delete(article)
      return set
    },
    fieldImpacts: (article) => impacts.fieldImpacts(article)
  }
}

const fieldLengths = ([title = 0, text = 0]: Float64Array): FieldLengths => ({ title, text })
