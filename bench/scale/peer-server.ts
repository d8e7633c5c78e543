/**
 * Another engine behind a Fastify route, for `scale.ts`: reads a file of articles, then answers `GET /?q=` with the ten
 * best that hold all words. Prints one JSON line when it listens.
 *
 *     node peer-server.js minisearch|orama|fastify FILE
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { create, insertMultiple, search } from '@orama/orama'
import { stemmer } from '@orama/stemmers/norwegian'
import { stopwords } from '@orama/stopwords/norwegian'
import Fastify from 'fastify'
import MiniSearch from 'minisearch'
import { isStopWord } from '../../src/analysis/text/stop-words.js'
import { snowballStemmer } from '../../tools/snowball.js'
import { wordsOf } from '../peers/peer.js'
import type { MadeArticle } from './make-articles.js'

type Search = (q: string) => unknown

/** Bytes of an answer of ten hits with a snippet each, about. */
const ANSWER_BYTES = 6000

const ENGINES: Readonly<Record<string, (articles: readonly MadeArticle[]) => Promise<Search>>> = {
  minisearch: (articles) => {
    const index = new MiniSearch<MadeArticle>({
      fields: ['title', 'text'],
      storeFields: ['title'],
      tokenize: wordsOf,
      processTerm: (word) => (isStopWord(word) ? null : snowballStemmer(word))
    })
    index.addAll(articles)
    return Promise.resolve((q) => index.search(q, { combineWith: 'AND' }).slice(0, 10))
  },
  orama: async (articles) => {
    const index = create({
      schema: { title: 'string', text: 'string' },
      components: { tokenizer: { language: 'norwegian', stemming: true, stemmer, stopWords: stopwords } }
    })
    await insertMultiple(index, [...articles], 500)
    return (q) => search(index, { term: q, limit: 10, threshold: 0 })
  },
  fastify: () => Promise.resolve(() => ({ text: 'x'.repeat(ANSWER_BYTES) }))
}

const [name = '', file = ''] = process.argv.slice(2)
const articles: MadeArticle[] = []
if (name !== 'fastify')
  for await (const line of createInterface({ input: createReadStream(file) }))
    articles.push(JSON.parse(line) as MadeArticle)
const start = performance.now()
const answer = await ENGINES[name]!(articles)
const seconds = (performance.now() - start) / 1000
const app = Fastify()
app.get('/', ({ query }) => answer((query as { readonly q: string }).q))
const base = await app.listen({ port: 0 })
console.log(JSON.stringify({ base, seconds, memoryMB: process.memoryUsage.rss() / 1e6 }))
