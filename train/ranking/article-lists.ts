import { impactSums } from '../../src/ranking/impact-sums.js'
import { matchClause } from '../../src/query/selection/match.js'
import type { Generation } from '../../src/segment/generation.js'
import { evidenceReader, idfMass } from '../../src/ranking/evidence.js'
import { CANDIDATES } from '../../src/ranking/rank.js'
import { SIGNAL_NAMES, SIGNALS } from '../../src/ranking/signals.js'
import { top } from '../../src/structures/top.js'
import type { Question } from '../../tools/question.js'
import { planOf } from './collection.js'
import type { List } from './lists.js'

/** The sum of impacts over the idf of the query, and the signals. */
export const ARTICLE_FEATURES = ['impacts', ...SIGNAL_NAMES] as const

export interface ArticleList extends List {
  readonly articles: readonly number[]
}

/** The candidates for close reading of a question, with their features. */
export const articleList = (generation: Generation, { articleId, question }: Question): ArticleList => {
  const plan = planOf(generation, question)
  const scores = impactSums(generation.segment, plan.keys)
  const { newestRank } = generation.segment.facts
  const articles = top(
    matchClause(generation, plan.clause).toArray(),
    CANDIDATES,
    (a, b) => scores[b]! - scores[a]! || newestRank[a]! - newestRank[b]!
  )
  const read = evidenceReader(generation, plan)
  const mass = idfMass(plan.terms)
  const rows = new Float32Array(articles.length * ARTICLE_FEATURES.length)
  articles.forEach((article, row) => {
    const evidence = read(article)
    const values = [scores[article]! / mass, ...SIGNAL_NAMES.map((name) => SIGNALS[name](evidence))]
    rows.set(values, row * values.length)
  })
  const right = articles.indexOf(generation.segment.articles.find(articleId)!)
  return { group: articleId, rows, right: right < 0 ? [] : [right], articles }
}
