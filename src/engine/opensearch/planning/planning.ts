import { isStopWord } from '../../../analysis/text/stop-words.js'
import { wordForm } from '../../../analysis/text/word-form.js'
import type { ParsedQuery } from '../../../query/language/ast.js'
import { listExpansions } from '../../../query/planning/expansions.js'
import { makePlan, type PlanOptions } from '../../../query/planning/make-plan.js'
import type { Plan } from '../../../query/planning/plan.js'
import type { Filter } from '../../../query/selection/filter.js'
import { parseQuery } from '../../../query/language/parser.js'
import { TypedPairs } from '../../../ranking/typed-pairs.js'
import type { Generation } from '../../../segment/generation.js'
import { clauseQuery } from '../queries/clause-query.js'
import type { Cluster } from '../connection/cluster.js'
import { filterQueries } from '../queries/filter-query.js'
import type { LocalGeneration } from './counted-vocabulary.js'
import type { PublishedGeneration } from '../generations.js'
import { Lookup } from '../lookup/lookup.js'
import type { ArticleCache } from '../reading/article-cache.js'
import type { AnswerCache } from '../lookup/answer-cache.js'
import { AllWords, LookedUpWords, type PlanningWords } from './planning-words.js'
import { searchAt } from '../connection/point-in-time.js'
import type { StoredArticle } from '../reading/stored-article.js'

/** A generation of the cluster that answers, with the caches of this process. */
export interface Served {
  readonly cluster: Cluster
  readonly published: PublishedGeneration
  readonly cache: AnswerCache
  /** All words of the generation, where this process has them. */
  readonly local?: LocalGeneration | undefined
  /** The articles of all generations. */
  readonly articles: ArticleCache
}

export const lookupIn = ({ cluster, published, cache, local }: Served): Lookup =>
  new Lookup({
    ...{ cluster, cache },
    words: published.wordsIndex,
    articles: searchAt(published.pit),
    names: published.names?.index,
    local: local?.words
  })

/** Plannings that a query may need: words, their forms in the other standard, how frequent all are. */
const MOST_ROUNDS = 24

/**
 * Does something with a query's words until all that it looks up is known.
 *
 * @param work is done again whenever it looked up something that was not known yet
 * @throws {EngineError}
 */
const untilKnown = async <Result>(lookup: Lookup, work: () => Promise<Result>): Promise<Result> => {
  await lookup.prefetched()
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
}

interface RankedPlanOptions extends ClusterPlanOptions {
  /** Will what it finds be ranked? What ranking needs is then requested together with the articles. */
  readonly isRanked?: boolean
  /** Is a lookup that will most likely find nothing not waited for? It is requested together with the articles. */
  readonly isGuess?: boolean
}

/**
 * Plans a query and does with the plan what is ranked later. Whether somebody is called as it says is asked for at the
 * same time; where somebody is, all is done again.
 *
 * @throws {EngineError}
 */
export const withPlan = async <Result>(
  served: Served,
  { lookup, parsed, options }: PlannedQuery,
  work: (planned: ClusterPlan) => Promise<Result>
): Promise<Result> => {
  const before = lookup.names?.rightGuesses
  const planned = await planQuery(served, lookup, parsed, { ...options, isRanked: true, isGuess: true })
  const [result] = await Promise.all([work(planned), lookup.prefetched()])
  if (lookup.names?.rightGuesses === before) return result
  return work(await planQuery(served, lookup, parsed, { ...options, isRanked: true }))
}

interface PlannedQuery {
  readonly lookup: Lookup
  readonly parsed: ParsedQuery
  readonly options: ClusterPlanOptions
}

/** @throws {EngineError} */
export const planQuery = async (
  served: Served,
  lookup: Lookup,
  parsed: ParsedQuery,
  { filter = {}, isRanked = false, isGuess = false, ...options }: RankedPlanOptions
): Promise<ClusterPlan> => {
  const words = wordsFor(served, lookup, parsed)
  for (let round = 0; ; round++) {
    const generation = await words.generation()
    const plan = makePlan(generation, parsed, options)
    // What the cluster is asked by them needs the names of entities.
    for (const clause of [plan.clause, plan.relaxed]) clauseQuery(generation, clause)
    filterQueries(generation, filter)
    // The answer says how the query was read.
    for (const term of plan.terms) listExpansions(generation, term)
    if (words.areAll) lookup.ignoreNewAnswers()
    const isSettled = isGuess ? lookup.isSettledButGuesses : lookup.isSettled
    const isPlanned = isSettled || round === MOST_ROUNDS
    const request = (): void => {
      if (isRanked) requestForRanking(lookup, generation, plan)
    }
    request()
    if (words.areAll) lookup.ignoreNewAnswers()
    if (isPlanned) {
      addPlannedWords(lookup, generation, plan)
      lookup.prefetch(request)
      return { generation, plan }
    }
    for (const { text, term } of plan.terms) lookup.anticipate(wordForm(text), term)
    await lookup.fetch()
  }
}

/** Looks up what ranking needs: how frequent pairs of words are, and which words are similar. */
const requestForRanking = (lookup: Lookup, generation: Generation, { question, terms }: Plan): void => {
  new TypedPairs(generation, question.words)
  for (const { text } of terms) lookup.similar(wordForm(text))
}

/** Adds the words that a query searches for, so that they are distinct in the articles from the beginning. */
const addPlannedWords = (
  lookup: Lookup,
  { vocabulary, models }: Generation,
  { terms, question }: Plan
): void => {
  for (const { matches, words } of terms)
    lookup.addKnown(
      Array.from(words.keys(), (id) => vocabulary.word(id)),
      matches.map(({ term }) => vocabulary.term(term))
    )
  for (const word of question.words) {
    const term = isStopWord(word) ? undefined : vocabulary.numberOfTerm(models.analyze(word).term)
    const forms = term === undefined ? [] : Array.from(vocabulary.wordsOf(term), (id) => vocabulary.word(id))
    lookup.addKnown(vocabulary.numberOfWord(word) === undefined ? forms : [word, ...forms], [])
  }
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
  const words = new LookedUpWords(served.published, { lookup, parsed, articles })
  return untilKnown(lookup, async () => {
    const planned = await untilKnown(lookup, async () => {
      const generation = await words.generation()
      const plan = makePlan(generation, parsed, options)
      for (const term of plan.terms) listExpansions(generation, term)
      return { generation, plan }
    })
    return work(planned.generation, planned.plan)
  })
}

/**
 * Does something with the names of some articles of the cluster as with a collection.
 *
 * @param work is done again whenever it looked up a name that was not known
 * @throws {EngineError}
 */
export const overNames = async <Result>(
  served: Served,
  { lookup, articles = [] }: { readonly lookup: Lookup; readonly articles?: readonly StoredArticle[] },
  work: (generation: Generation) => Result
): Promise<Result> => {
  const words = new LookedUpWords(served.published, { lookup, parsed: NO_QUERY, articles })
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
  const words = new LookedUpWords(served.published, { lookup, parsed: NO_QUERY, articles, whole: true })
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

const wordsFor = (served: Served, lookup: Lookup, parsed: ParsedQuery): PlanningWords =>
  served.local === undefined
    ? new LookedUpWords(served.published, { lookup, parsed, articles: [] })
    : new AllWords(served.published, served.local, lookup)
