import type { ArticleStore } from './article-store.js'
import type { Bitset } from './bitset.js'
import type { Clause, WeightedKey } from './clause.js'
import type { Facts } from './facts.js'
import type { ForwardIndex } from './forward-index.js'
import type { FieldImpacts, ImpactReader } from './impacts.js'
import { matchClause } from './match.js'
import type { Postings } from './postings.js'
import type { SearchIndex } from './search-index.js'
import type { Vocabulary } from './vocabulary.js'

export interface MemoryIndexParts {
  readonly generation: string
  readonly vocabulary: Vocabulary
  readonly forward: ForwardIndex
  readonly facts: Facts
  readonly articles: ArticleStore
  readonly postings: Postings
  readonly impacts: ImpactReader
}

/** A generation in memory. Nothing in it changes once it is built. */
export class MemoryIndex implements SearchIndex {
  readonly generation: string
  readonly vocabulary: Vocabulary
  readonly forward: ForwardIndex
  readonly facts: Facts
  readonly articles: ArticleStore
  readonly postings: Postings
  private readonly impacts: ImpactReader

  /** Used again for each search: so much memory a search would keep the garbage collector busy. */
  private readonly scores: Float64Array

  constructor(parts: MemoryIndexParts) {
    this.generation = parts.generation
    this.vocabulary = parts.vocabulary
    this.forward = parts.forward
    this.facts = parts.facts
    this.articles = parts.articles
    this.postings = parts.postings
    this.scores = new Float64Array(parts.articles.size)
    this.impacts = parts.impacts
  }

  get size(): number {
    return this.articles.size
  }

  documentFrequency(key: string): number {
    return this.postings.count(key)
  }

  match(clause: Clause): Bitset {
    return matchClause(this, clause)
  }

  score(keys: readonly WeightedKey[]): Float64Array {
    const scores = this.scores.fill(0)
    for (const { key, weight } of keys) {
      this.postings.forEach(key, (article, impact) => (scores[article]! += weight * impact))
    }
    return scores
  }

  fieldImpacts(article: number): (key: string) => FieldImpacts {
    return this.impacts.fieldImpacts(article)
  }
}
