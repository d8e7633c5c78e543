import { loadModels } from '../../analysis/models.js'
import { wordForm } from '../../analysis/text/word-form.js'
import type { ParsedQuery } from '../../query/language/ast.js'
import { readQuestion } from '../../query/planning/question.js'
import { listExpansions } from '../../query/planning/expansions.js'
import { makePlan, type PlanOptions } from '../../query/planning/make-plan.js'
import type { Plan } from '../../query/planning/plan.js'
import type { Filter } from '../../query/selection/filter.js'
import { parseQuery } from '../../query/language/parser.js'
import { TypedPairs } from '../../ranking/typed-pairs.js'
import type { Generation } from '../../segment/generation.js'
import { clauseQuery } from './clause-query.js'
import type { Cluster } from './cluster.js'
import { filterQueries } from './filter-query.js'
import { smallAnnotations } from './names/small-annotations.js'
import { forEachItem } from '../../entities/catalogue/stored-article.js'
import type { PublishedGeneration } from './generations.js'
import type { LocalWords } from './local-words.js'
import { Lookup } from './lookup.js'
import type { ArticleMemory } from './article-memory.js'
import type { Memory } from './memory.js'
import { searchAt } from './point-in-time.js'
import { SmallGeneration } from './small-generation.js'
import { toldBy, type StoredArticle } from './stored-article.js'

/** A generation of the cluster that answers, and what is remembered of it. */
export interface Served {
  readonly cluster: Cluster
  readonly published: PublishedGeneration
  readonly memory: Memory
  /** All words of the generation, where they are in this process. */
  readonly words?: LocalWords | undefined
  /** Of all generations. */
  readonly articles: ArticleMemory
}

export const lookupIn = ({ cluster, published, memory, words }: Served): Lookup =>
  new Lookup({
    ...{ cluster, memory },
    words: published.wordsIndex,
    articles: searchAt(published.pit),
    names: published.names?.index,
    local: words
  })

/** Plannings that a query may need: words, their forms in the other standard, how frequent all are. */
const MOST_ROUNDS = 24

/**
 * Does something with a query's words until it has asked for no word that is not known.
 *
 * @param work is done again whenever it noted something that had to be looked up
 * @throws {EngineError}
 */
const untilKnown = async <Result>(lookup: Lookup, work: () => Promise<Result>): Promise<Result> => {
  await lookup.arrived()
  let result = await work()
  for (let round = 0; round < MOST_ROUNDS && (await lookup.fetch()); round++) result = await work()
  return result
}

/** A query planned against the whole cluster: over no articles, with all the words that it asks for. */
export interface ClusterPlan {
  readonly generation: Generation
  readonly plan: Plan
}

interface ClusterPlanOptions extends PlanOptions {
  readonly filter?: Filter
  /** Will what it finds be ranked? What that needs to know is then asked for beside the articles. */
  readonly isRanked?: boolean
}

/** @throws {EngineError} */
export const planQuery = async (
  served: Served,
  lookup: Lookup,
  parsed: ParsedQuery,
  { filter = {}, isRanked = false, ...options }: ClusterPlanOptions
): Promise<ClusterPlan> => {
  const words = new KnownWords(served, { lookup, parsed, articles: [] })
  for (let round = 0; ; round++) {
    const generation = await words.generation()
    const plan = makePlan(generation, parsed, options)
    // What the cluster is asked by them needs the names of entities.
    for (const clause of [plan.clause, plan.relaxed]) clauseQuery(generation, clause)
    filterQueries(generation, filter)
    // The answer says how the query was read.
    for (const term of plan.terms) listExpansions(generation, term)
    const isPlanned = lookup.isSettled || round === MOST_ROUNDS
    const note = (): void => {
      if (isRanked) noteForRanking(generation, plan)
    }
    note()
    if (isPlanned) {
      lookup.fetchAhead(note)
      return { generation, plan }
    }
    for (const { text, term } of plan.terms) lookup.expect(wordForm(text), term)
    await lookup.fetch()
  }
}

/** What the ranking asks for: how frequent pairs of words are, and what others look like. */
const noteForRanking = (generation: Generation, { question, terms }: Plan): void => {
  new TypedPairs(generation, question.words)
  for (const { text } of terms) generation.vocabulary.similarTo(wordForm(text))
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
    const planned = await untilKnown(lookup, async () => {
      const generation = await words.generation()
      const plan = makePlan(generation, parsed, options)
      noteForRanking(generation, plan)
      for (const term of plan.terms) listExpansions(generation, term)
      return { generation, plan }
    })
    return work(planned.generation, planned.plan)
  })
}

/**
 * Does something with the names of some articles of the cluster as with a collection.
 *
 * @param work is done again whenever it asked for a name that was not known
 * @throws {EngineError}
 */
export const overNames = async <Result>(
  served: Served,
  { lookup, articles = [] }: { readonly lookup: Lookup; readonly articles?: readonly StoredArticle[] },
  work: (generation: Generation) => Result
): Promise<Result> => {
  const words = new KnownWords(served, { lookup, parsed: NO_QUERY, articles })
  return untilKnown(lookup, async () => work(await words.generation()))
}

/**
 * The same over all words of these articles, and not only those of a query.
 *
 * @throws {EngineError}
 */
export const overWholeArticles = async <Result>(
  served: Served,
  { lookup, articles }: Pick<OverArticles, 'lookup' | 'articles'>,
  work: (generation: Generation) => Result
): Promise<Result> => {
  const words = new KnownWords(served, { lookup, parsed: NO_QUERY, articles, whole: true })
  return untilKnown(lookup, async () => work(await words.generation()))
}

const NO_QUERY = parseQuery('')

interface OverArticles {
  readonly lookup: Lookup
  readonly parsed: ParsedQuery
  readonly options: PlanOptions
  readonly articles: readonly StoredArticle[]
  /** See `SmallParts`. */
  readonly whole?: boolean
}

/** The small generation of some articles, with what is known of their names. */
class KnownWords {
  private readonly small: SmallGeneration

  constructor(
    { published }: Served,
    private readonly over: Omit<OverArticles, 'options'>
  ) {
    const { lookup, parsed, articles, whole } = over
    const { averages } = published
    const parts = { models: loadModels(), counts: published, averages, lookup, whole }
    this.small = new SmallGeneration({ ...parts, answer: readQuestion(parsed.root).answer }, articles)
  }

  async generation(): Promise<Generation> {
    const generation = await this.small.read()
    const { names } = this.over.lookup
    if (names === undefined) return generation
    const told = this.over.articles.map(toldBy)
    for (const { texts, article } of told)
      forEachItem(article.names, 3, (name) => void names.rows('keys', texts[name]!))
    return { ...generation, annotations: smallAnnotations(names, told) }
  }
}
