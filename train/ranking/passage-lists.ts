import type { Generation } from '../../src/segment/generation.js'
import { ArticleText } from '../../src/snippets/article-text.js'
import { hitReader } from '../../src/snippets/hit.js'
import { candidatePassages } from '../../src/snippets/passage.js'
import { passageEvidence } from '../../src/snippets/passage-scorer.js'
import { PASSAGE_SIGNAL_NAMES, PASSAGE_SIGNALS } from '../../src/snippets/passage-signals.js'
import type { ArticleList } from './article-lists.js'
import type { Question } from '../../tools/question.js'
import { planOf } from './collection.js'
import { scoreOf, type List } from './lists.js'

/** The score of the article over the idf of the query, and the signals. */
export const PASSAGE_FEATURES = ['article', ...PASSAGE_SIGNAL_NAMES] as const

/** UTF-16 code units. */
const LENGTH = 300
const ARTICLES = 6

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The passages of the best articles for a question; right are those of the right article that hold the answer. */
export const passageList = (
  generation: Generation,
  { articleId, question, answer }: Question,
  { articles, rows }: ArticleList,
  weights: Float64Array
): List => {
  const plan = planOf(generation, question)
  const hitsOf = hitReader(generation, plan.terms)
  const evidenceOf = passageEvidence(generation, plan)
  const best = articles
    .map((article, row) => ({ article, score: scoreOf(rows, row, weights) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, ARTICLES)
  const values: number[] = []
  const right: number[] = []
  for (const { article, score } of best) {
    const text = new ArticleText(generation.segment, article)
    const { text: hits } = hitsOf(article)
    const evidence = evidenceOf({ article, hits, length: LENGTH })
    const isRight = generation.segment.articles.facts(article).id === articleId
    const matches = hits.filter(({ grade }) => grade > 0)
    for (const passage of candidatePassages(text, matches, LENGTH)) {
      if (isRight && fold(text.text.slice(passage.start, passage.end)).includes(fold(answer.text)))
        right.push(values.length / PASSAGE_FEATURES.length)
      const read = evidence(passage)
      values.push(score, ...PASSAGE_SIGNAL_NAMES.map((name) => PASSAGE_SIGNALS[name](read)))
    }
  }
  return { group: articleId, rows: Float32Array.from(values), right }
}
