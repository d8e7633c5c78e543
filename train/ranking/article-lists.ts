import type { SearchIndex } from '../../src/segment/search-index.js'
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
export const articleList = (index: SearchIndex, { articleId, question }: Question): ArticleList => {
  const plan = planOf(index, question)
  const scores = index.score(plan.keys)
  const { newestRank } = index.facts
  const articles = top(
    index.match(plan.clause).toArray(),
    CANDIDATES,
    (a, b) => scores[b]! - scores[a]! || newestRank[a]! - newestRank[b]!
  )
  const read = evidenceReader(index, plan)
  const mass = idfMass(plan.terms)
  const rows = new Float32Array(articles.length * ARTICLE_FEATURES.length)
  articles.forEach((article, row) => {
    const evidence = read(article)
    const values = [scores[article]! / mass, ...SIGNAL_NAMES.map((name) => SIGNALS[name](evidence))]
    rows.set(values, row * values.length)
  })
  const right = articles.indexOf(index.articles.find(articleId)!)
  return { group: articleId, rows, right: right < 0 ? [] : [right], articles }
}
