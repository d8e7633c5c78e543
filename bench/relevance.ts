/**
 * How well questions find the articles and passages that answer them, in process, on NorQuAD.
 *
 *     npm run bench:relevance -- --data DIR [--every N] [--beside FILE.jsonl.gz]
 *
 * DIR holds `articles.jsonl` {id, text} and `questions.jsonl` {articleId, question, answer: {text}}. `--beside` hides
 * the articles among others. Prints one JSON line: mean reciprocal rank of the article in the first ten, share of first
 * passages (at most 300 characters) that hold the answer, and the time of a search in milliseconds.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { createGunzip } from 'node:zlib'
import { findSnippets } from '../src/find-snippets.js'
import { IndexBuilder } from '../src/index/index-builder.js'
import type { SearchIndex } from '../src/index/search-index.js'
import { search } from '../src/search.js'

interface Question {
  readonly articleId: string
  readonly question: string
  readonly answer: { readonly text: string }
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, every: { type: 'string', default: '1' }, beside: { type: 'string' } }
})
if (values.data === undefined)
  throw new Error('Give the folder with articles.jsonl and questions.jsonl as --data DIR.')

async function* readJsonl<T>(file: string): AsyncGenerator<T> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input })) if (line !== '') yield JSON.parse(line) as T
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
const mean = (numbers: readonly number[]): number =>
  +(numbers.reduce((a, b) => a + b, 0) / numbers.length).toFixed(4)
const percentile = (numbers: readonly number[], share: number): number =>
  +[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)]!.toFixed(2)

const ask = (index: SearchIndex, { articleId, question, answer }: Question) => {
  const common = {
    q: question,
    match: 'any',
    compounds: true,
    variants: true,
    fuzzy: 'auto',
    filter: {},
    offset: 0,
    size: 10
  } as const
  const start = performance.now()
  const { hits } = search(index, {
    ...common, sort: 'relevance', facets: [], facetSize: 10, snippets: { count: 1, length: 300 }, explain: false
  }) // prettier-ignore
  const ms = performance.now() - start
  const { items } = findSnippets(index, { ...common, snippetLength: 300 })
  const holds = ({ text }: { text: string }): boolean => fold(text).includes(fold(answer.text))
  const article = hits.findIndex(({ id }) => id === articleId)
  const passage = items.findIndex((item) => item.articleId === articleId && holds(item))
  return { ms, article, passage, inHit: hits[article]?.snippets.some(holds) }
}

const builder = new IndexBuilder()
for (const file of [join(values.data, 'articles.jsonl'), values.beside]) {
  if (file === undefined) continue
  for await (const article of readJsonl<{ id: string; text: string }>(file)) builder.add(article)
}
const index = await builder.finish()
const answers = []
let n = 0
for await (const question of readJsonl<Question>(join(values.data, 'questions.jsonl'))) {
  if (n++ % Number(values.every) === 0) answers.push(ask(index, question))
}

const reciprocal = (rank: number): number => (rank < 0 ? 0 : 1 / (rank + 1))
const found = answers.flatMap(({ inHit }) => (inHit === undefined ? [] : [+inHit]))
console.log(
  JSON.stringify({
    articles: index.size,
    questions: answers.length,
    articleMRR10: mean(answers.map(({ article }) => reciprocal(article))),
    articleR1: mean(answers.map(({ article }) => +(article === 0))),
    passageMRR10: mean(answers.map(({ passage }) => reciprocal(passage))),
    passageS1: mean(answers.map(({ passage }) => +(passage === 0))),
    answerInHitSnippet: mean(found),
    p50: percentile(
      answers.map(({ ms }) => ms),
      0.5
    ),
    p99: percentile(
      answers.map(({ ms }) => ms),
      0.99
    ),
    heapMB: Math.round(process.memoryUsage().heapUsed / 1e6)
  })
)
