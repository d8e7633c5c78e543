/**
 * How well questions find the articles and passages that answer them, and short queries the article whose title they
 * are from, beside other engines, in process, on NorQuAD.
 *
 *     npm run bench:relevance -- --data DIR [--every N] [--beside FILE.jsonl.gz] [--only NAME]
 *
 * DIR holds `articles.jsonl` {id, text} and `questions.jsonl` {articleId, question, answer: {text}}; `--beside` hides
 * the articles among others. `--only Nyhetssøk` leaves the peers out. A real OpenSearch takes part where OPENSEARCH_URL
 * names one.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Question } from '../tools/question.js'
import { readJsonl } from '../tools/records.js'
import { engineOf } from './collection.js'
import { knownItems } from './known-items.js'
import { articlePlace, passagesOf, passagePlace } from './measures.js'
import { Nyhetssok } from './nyhetssok.js'
import { Bm25 } from './peers/bm25.js'
import { MiniSearch } from './peers/minisearch.js'
import { OpenSearch } from './peers/opensearch.js'
import { Orama } from './peers/orama.js'
import type { Item, Peer } from './peers/peer.js'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    every: { type: 'string', default: '1' },
    beside: { type: 'string' },
    only: { type: 'string' }
  }
})
if (values.data === undefined)
  throw new Error('Give the folder with articles.jsonl and questions.jsonl as --data DIR.')

const files = [join(values.data, 'articles.jsonl'), ...(values.beside === undefined ? [] : [values.beside])]
const articles: Item[] = []
for (const file of files) for await (const { id, text } of readJsonl<Item>(file)) articles.push({ id, text })
const questions: Question[] = []
let n = 0
for await (const question of readJsonl<Question>(join(values.data, 'questions.jsonl')))
  if (n++ % Number(values.every) === 0) questions.push(question)

const engine = await engineOf(articles)
const titles = await knownItems(engine, articles)
/** Made when the first peer needs them. */
let passages: ReturnType<typeof passagesOf> | undefined

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0
const reciprocal = (place: number): number => (place < 0 ? 0 : 1 / (place + 1))

const measure = async (peer: Peer): Promise<Record<string, number | string>> => {
  await peer.load(articles)
  const places: number[] = []
  const times: number[] = []
  for (const question of questions) {
    const start = performance.now()
    const found = await peer.search(question.question, 10)
    times.push(performance.now() - start)
    places.push(articlePlace(found, question))
  }
  const short = new Map<number, number[]>([1, 2].map((words) => [words, []]))
  for (const { words, query, id } of titles)
    short.get(words)!.push(reciprocal((await peer.search(query, 10)).indexOf(id)))
  if (peer.passages === undefined) {
    passages ??= passagesOf(articles)
    await peer.load(passages.items)
  }
  const firstPassages: number[] = []
  for (const question of questions) {
    const found =
      (await peer.passages?.(question.question)) ?? passages!.texts(await peer.search(question.question, 1))
    firstPassages.push(passagePlace(found.slice(0, 1), question))
  }
  await peer.close()
  return {
    engine: peer.name,
    articleMRR10: mean(places.map(reciprocal)).toFixed(3),
    articleR1: mean(places.map((place) => +(place === 0))).toFixed(3),
    passageS1: mean(firstPassages.map((place) => +(place === 0))).toFixed(3),
    titles1: mean(short.get(1)!).toFixed(3),
    titles2: mean(short.get(2)!).toFixed(3),
    p50: percentile(times, 0.5).toFixed(2),
    p99: percentile(times, 0.99).toFixed(2)
  }
}

const { OPENSEARCH_URL } = process.env
const peers = [
  new Nyhetssok(engine),
  new Bm25(),
  new MiniSearch(),
  new Orama(),
  ...(OPENSEARCH_URL === undefined ? [] : [new OpenSearch(OPENSEARCH_URL)])
].filter(({ name }) => values.only === undefined || name === values.only)
console.log(
  `${articles.length} articles, ${questions.length} questions, ${titles.length} queries of 1 and 2 words of titles`
)
const rows = []
for (const peer of peers) rows.push(await measure(peer))
console.table(rows)
