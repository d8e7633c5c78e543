import type { Annotations } from './annotations/annotations.js'
import type { ArticleStore } from './articles/article-store.js'
import type { Bitset } from '../structures/bitset.js'
import type { Clause, WeightedKey } from './clause.js'
import type { CollectionCompletions } from './completions/collection-completions.js'
import type { Facts } from './articles/facts.js'
import type { ForwardIndex } from './positions/forward-index.js'
import type { FieldImpacts } from './postings/impacts.js'
import type { Vocabulary } from './words/vocabulary.js'

/**
 * What a search asks of an engine: one immutable generation of a collection. Articles are dense integers below `size`.
 *
 * In memory over FlexSearch (`createMemoryIndex`); another engine takes its place by answering these questions.
 */
export interface SearchIndex {
  /** Names the collection's content and the version of its analysis: equal names, equal answers. */
  readonly generation: string
  readonly size: number
  readonly vocabulary: Vocabulary
  readonly forward: ForwardIndex
  readonly facts: Facts
  readonly articles: ArticleStore
  readonly completions: CollectionCompletions
  /** Undefined while they are being made: they take longer than the rest. */
  readonly annotations: Annotations | undefined

  /** The same articles with annotations, as a generation of its own. */
  annotated(annotations: Annotations): SearchIndex

  /** How many articles stand under a postings key. */
  documentFrequency(key: string): number

  /** The articles that match. */
  match(clause: Clause): Bitset

  /** By article: the sum over `keys` of weight times impact. Valid until the next call. */
  score(keys: readonly WeightedKey[]): Float64Array

  /** The impact of any key in one article, divided between the fields it stands in; 0 where it is absent. */
  fieldImpacts(article: number): (key: string) => FieldImpacts
}

/** The parts of an index that tell what stands where. */
export type Reader = Pick<SearchIndex, 'forward' | 'vocabulary'>
