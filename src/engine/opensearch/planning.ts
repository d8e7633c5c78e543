import { loadModels } from '../../analysis/models.js'
import { wordForm } from '../../analysis/text/word-form.js'
import type { ParsedQuery } from '../../query/language/ast.js'
import { readQuestion } from '../../query/planning/question.js'
import { makePlan, type PlanOptions } from '../../query/planning/make-plan.js'
import type { Plan } from '../../query/planning/plan.js'
import { TypedPairs } from '../../ranking/typed-pairs.js'
import type { Generation } from '../../segment/generation.js'
import type { Cluster } from './cluster.js'
import { searchAt, type PublishedGeneration } from './generations.js'
import { Lookup, type Memory } from './lookup.js'
import { smallGeneration, type StoredArticle } from './small-generation.js'

/** A generation of the cluster that answers, and what is remembered of it. */
export interface Served {
  readonly cluster: Cluster
  readonly published: PublishedGeneration
  readonly memory: Memory
}

export const lookupIn = ({ cluster, published, memory }: Served): Lookup =>
  new Lookup({ cluster, words: published.wordsIndex, articles: searchAt(published.pit), memory })

/** The rounds of questions that planning may need: words, their forms in the other standard, how frequent all are. */
const MOST_ROUNDS = 12

/**
 * Does something with a query's words until it has asked for no word that is not known.
 *
 * @param work is done again whenever it noted something that had to be looked up
 * @throws {EngineError}
 */
const untilKnown = async <Result>(lookup: Lookup, work: () => Promise<Result>): Promise<Result> => {
  let result = await work()
  for (let round = 0; round < MOST_ROUNDS && (await lookup.fetch()); round++) result = await work()
  return result
}

/** A query planned against the whole cluster: over no articles, with all the words that it asks for. */
export interface ClusterPlan {
  readonly generation: Generation
  readonly plan: Plan
}

/** @throws {EngineError} */
export const planQuery = (
  served: Served,
  lookup: Lookup,
  parsed: ParsedQuery,
  options: PlanOptions
): Promise<ClusterPlan> => {
  const words = new KnownWords(served, { lookup, parsed, articles: [] })
  return untilKnown(lookup, async () => {
    const generation = await words.generation()
    const plan = makePlan(generation, parsed, options)
    // The ranking asks for these too: how frequent pairs of words are, and what others look like.
    const pairs = new TypedPairs(generation, plan.question.words)
    for (const { text } of plan.terms) generation.vocabulary.similarTo(wordForm(text))
    return { generation, plan, pairs }
  })
}

/**
 * Does something with some articles of the cluster as with a collection, over a plan of the same query.
 *
 * @throws {EngineError}
 */
export const overArticles = <Result>(
  served: Served,
  { lookup, parsed, options, articles }: OverArticles,
  work: (generation: Generation, plan: Plan) => Result
): Promise<Result> => {
  const words = new KnownWords(served, { lookup, parsed, articles })
  return untilKnown(lookup, async () => {
    const generation = await words.generation()
    return work(generation, makePlan(generation, parsed, options))
  })
}

interface OverArticles {
  readonly lookup: Lookup
  readonly parsed: ParsedQuery
  readonly options: PlanOptions
  readonly articles: readonly StoredArticle[]
}

/** The small generation of some articles; its tables are made again only where words were found that they have not. */
class KnownWords {
  private read: (() => Generation) | undefined
  private state = ''

  constructor(
    private readonly served: Served,
    private readonly over: Omit<OverArticles, 'options'>
  ) {}

  async generation(): Promise<Generation> {
    const { published } = this.served
    const { lookup, parsed, articles } = this.over
    const state = lookup.vocabularyState
    if (this.read !== undefined && state === this.state) return this.read()
    this.state = state
    const parts = { models: loadModels(), counts: published, averages: published.averages, lookup }
    this.read = await smallGeneration({ ...parts, answer: readQuestion(parsed.root).answer }, articles)
    return this.read()
  }
}
