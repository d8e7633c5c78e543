import { loadModels } from '../../../analysis/models.js'
import type { ParsedQuery } from '../../../query/language/ast.js'
import { readQuestion } from '../../../query/planning/question.js'
import type { Generation } from '../../../segment/generation.js'
import { clusterStatistics } from './cluster-vocabulary.js'
import { CountedVocabulary, type LocalGeneration } from './counted-vocabulary.js'
import type { PublishedGeneration } from '../generations.js'
import type { Lookup } from '../lookup/lookup.js'
import { SmallNames } from '../names/small-names.js'
import { noArticles, SmallGeneration } from '../reading/small-generation.js'
import type { StoredArticle } from '../reading/stored-article.js'

/** The words that a query is planned with. */
export interface PlanningWords {
  /** As it is with what is known now. */
  generation(): Promise<Generation>
  /** Are all words of the cluster known, so that none that is found changes the plan? */
  readonly areAll: boolean
}

interface LookedUpOptions {
  readonly lookup: Lookup
  readonly parsed: ParsedQuery
  readonly articles: readonly StoredArticle[]
  /** See `SmallParts`. */
  readonly whole?: boolean | undefined
}

/** A small generation of some articles, or of none, with the words and names that were looked up. */
export class LookedUpWords implements PlanningWords {
  readonly areAll = false
  private readonly small: SmallGeneration
  private readonly names: SmallNames

  constructor(published: PublishedGeneration, { lookup, parsed, articles, whole }: LookedUpOptions) {
    const { averages } = published
    const parts = { models: loadModels(), counts: published, averages, lookup, whole }
    this.small = new SmallGeneration({ ...parts, answer: readQuestion(parsed.root).answer }, articles)
    this.names = new SmallNames(lookup.names, articles)
  }

  async generation(): Promise<Generation> {
    return this.names.addTo(await this.small.read())
  }
}

/** All words of the cluster, which are in this process. */
export class AllWords implements PlanningWords {
  readonly areAll = true
  private readonly words: Pick<Generation, 'vocabulary' | 'statistics'>
  private readonly names: SmallNames

  constructor(published: PublishedGeneration, local: LocalGeneration, lookup: Lookup) {
    const vocabulary = new CountedVocabulary(local, lookup)
    this.words = { vocabulary, statistics: clusterStatistics(published, vocabulary, lookup) }
    this.names = new SmallNames(lookup.names, [])
  }

  async generation(): Promise<Generation> {
    return this.names.addTo({ ...(await noArticles(loadModels())), ...this.words })
  }
}
