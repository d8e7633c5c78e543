import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ARTICLE_FEATURES, articleList } from './article-lists.js'
import { readJsonl } from '../../tools/records.js'
import type { Question } from '../../tools/question.js'
import { CANDIDATES } from '../../src/ranking/rank.js'
import { indexFiles } from './collection.js'
import { crossValidate, fitFolds } from './cross-validation.js'
import { figuresOf, foldOf, FOLDS, placeOf, type ListSet } from './lists.js'
import { PASSAGE_FEATURES, passageList } from './passage-lists.js'
import { fitSoftmax, SOFTMAX } from './softmax.js'

// Makes models/ranking.json, the weights of the signals of articles and passages, and prints the figures:
//
//     npm run train:ranking -- --data DIR [--out models] [--every N] [--ablation]
//
// DIR is the folder that holds norquad/ and norec/. The questions are asked of NorQuAD's articles alone and beside
// NoReC's, and one set of weights serves both. The same data give the same bytes. `--every N` asks every Nth question
// only.
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models' },
    every: { type: 'string', default: '1' },
    ablation: { type: 'boolean', default: false }
  }
})
if (values.data === undefined) throw new Error('--data DIR is missing')
const { data, out } = values

const questions: Question[] = []
for await (const question of readJsonl<Question>(join(data, 'norquad', 'questions.jsonl')))
  questions.push(question)
const asked = questions.filter((_, i) => i % Number(values.every) === 0)

const round = (value: number): number => Math.round(value * 1e3) / 1e3
const all = (features: readonly string[]): number[] => [...features.keys()]

/** The figures without each feature in turn but the first, cross-validated. */
const ablate = (sets: readonly ListSet[], features: readonly string[]): object =>
  Object.fromEntries(
    features.slice(1).map((name, i) => {
      const others = all(features).filter((column) => column !== i + 1)
      return [name, crossValidate(sets, fitFolds(sets, features.length, others))]
    })
  )

const fit = (sets: readonly ListSet[], features: readonly string[]): Float64Array =>
  fitSoftmax(
    sets.flatMap(({ lists }) => lists),
    features.length,
    all(features)
  )

/** Weights by feature, the first one's as the unit. */
const relative = (weights: Float64Array, features: readonly string[]): object =>
  Object.fromEntries(features.slice(1).map((name, i) => [name, round(weights[i + 1]! / weights[0]!)]))

const alone = join(data, 'norquad', 'articles.jsonl')
const collections = { alone: [alone], beside: [alone, join(data, 'norec', 'articles.jsonl.gz')] }
const articles = []
for (const [name, files] of Object.entries(collections)) {
  const index = await indexFiles(files)
  articles.push({ name, index, lists: asked.map((question) => articleList(index, question)) })
}
const articleFolds = fitFolds(articles, ARTICLE_FEATURES.length, all(ARTICLE_FEATURES))
const passages = articles.map(({ name, index, lists }) => ({
  name,
  lists: lists.map((list, i) => passageList(index, asked[i]!, list, articleFolds[foldOf(list.group)]!))
}))
const passageFolds = fitFolds(passages, PASSAGE_FEATURES.length, all(PASSAGE_FEATURES))
const impactsOnly = Float64Array.from(ARTICLE_FEATURES, (_, i) => +(i === 0))

const articleWeights = fit(articles, ARTICLE_FEATURES)
const passageWeights = fit(passages, PASSAGE_FEATURES)
/** In the unit of the articles' scores, which are added to those of their passages. */
const unit = articleWeights[0]!
const model = {
  file: 'ranking.json',
  data: 'NorQuAD, alone and beside NoReC',
  training: { ...SOFTMAX, folds: FOLDS, candidates: CANDIDATES, questions: asked.length },
  articles: relative(articleWeights, ARTICLE_FEATURES),
  passages: Object.fromEntries(
    PASSAGE_FEATURES.slice(1).map((name, i) => [
      name,
      round(passageWeights[i + 1]! / passageWeights[0]! / unit)
    ])
  ),
  crossValidation: {
    impactsAlone: Object.fromEntries(
      articles.map(({ name, lists }) => [name, figuresOf(lists.map((list) => placeOf(list, impactsOnly)))])
    ),
    articles: crossValidate(articles, articleFolds),
    passages: crossValidate(passages, passageFolds)
  },
  ...(values.ablation && {
    ablation: { articles: ablate(articles, ARTICLE_FEATURES), passages: ablate(passages, PASSAGE_FEATURES) }
  })
}
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'ranking.json'), `${JSON.stringify(model, null, 2)}\n`)
console.log(JSON.stringify(model, null, 2))
