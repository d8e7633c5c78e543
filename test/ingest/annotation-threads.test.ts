/*
 * Reading texts for names and quotes in several threads:
 * - tells of each article, in order, what reading one after the other tells, whatever the range;
 * - threads that have done their work are used again;
 * - ends with an error where a thread ends too soon, and stops all threads when nobody asks on.
 */
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import t from 'tap'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { annotateInThreads } from '../../src/ingest/annotation-threads.js'
import {
  annotateInTurn,
  articleAnnotator,
  type AnnotatedArticle,
  type TextTables
} from '../../src/ingest/article-texts.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import type { ArticleRange } from '../../src/segment/postings/index-articles.js'
import { loadModels } from '../../src/analysis/models.js'

const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const NAMES = ['Kari Nordli', 'Ola Vik', 'Siri Foss', 'Per Lie']
const builder = new GenerationBuilder(loadModels())
for (let i = 0; i < 100; i++) {
  const name = NAMES[i % NAMES.length]!
  builder.add({
    id: `a${i}`,
    text: `${name} møtte statsråd Eva Dahl i Bergen.\n\n– Vi bygger ${i} veier, sier ${name}. Hun er glad.`
  })
}
const { segment, vocabulary } = (await builder.finish()).tables
const tables: TextTables = {
  positions: segment.positions,
  articles: segment.articles,
  words: vocabulary.words
}

const all = async (told: AsyncIterable<AnnotatedArticle>): Promise<AnnotatedArticle[]> => {
  const articles = []
  for await (const one of told) articles.push(one)
  return articles
}
const inThreads = (range: ArticleRange): AsyncGenerator<AnnotatedArticle, void> =>
  annotateInThreads({ tables, rules: NO_RULES }, { threads: 2, range })

t.test('as one after the other', async (t) => {
  const annotate = articleAnnotator(norwegianNames, NO_RULES)
  for (const range of [
    { from: 0, to: 100 },
    { from: 37, to: 41 },
    { from: 5, to: 5 }
  ]) {
    const expected = await all(annotateInTurn(tables, annotate, range))
    assert.deepEqual(await all(inThreads(range)), expected)
    t.equal(expected.length, range.to - range.from)
    for (const told of expected) t.ok('annotated' in told && told.annotated.quotes.length > 0)
  }
  t.equal(workers.length, 2, 'threads that have done their work are used again')
})

t.test('a thread that ends too soon', async (t) => {
  const told = inThreads({ from: 0, to: 100 })
  const first = told.next()
  // Node tells of new threads in the next turn.
  await setImmediate()
  await Promise.all(workers.map((worker) => worker.terminate()))
  await t.rejects(Promise.all([first, all(told)]), { message: 'A thread that reads names and quotes ended.' })
  t.ok(workers.length > 0)
  t.ok(workers.every(({ threadId }) => threadId === -1))
})
