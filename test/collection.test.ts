/*
 * A collection:
 * - serves nothing before its first generation, and then the articles of the folder;
 * - reports each file or record that was left out, and goes on;
 * - tells its progress, and when it serves; whoever is told that all is indexed can keep it from being served;
 * - serves the generation before until the next one is whole; a folder that cannot be read leaves it in place;
 * - names a generation by its articles: the same name for the same ones, however they are stored;
 * - is annotated in a thread as it would be without one, the service answering meanwhile;
 * - serves its first generation without annotations where these take long, and a later one never.
 */
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { ArticleFolderError } from '../src/articles/folder/article-folder.js'
import type { ArticleProblem } from '../src/articles/article.js'
import { annotateInThread } from '../src/collection/annotator-thread.js'
import type { StartAnnotator } from '../src/collection/annotator.js'
import { annotateHere } from './annotate-here.js'
import { norwegianNames } from '../src/entities/norwegian-names.js'
import { Collection } from '../src/collection/collection.js'
import { annotationsOf, NotAnnotatedError } from '../src/segment/annotations/annotations.js'
import type { SearchIndex } from '../src/segment/search-index.js'

const newCollection = (): Collection => new Collection({ annotate: annotateHere(norwegianNames) })

t.test('it serves what the folder holds', async (t) => {
  const collection = newCollection()
  t.equal(collection.current, undefined)
  t.strictSame(collection.progress, {
    state: 'starting',
    read: 0,
    indexed: 0,
    annotated: 0,
    problems: 0
  })
  const reported: ArticleProblem[] = []
  const folder = t.testdir({ 'a.txt': 'En vei.', 'b.jsonl': '{}', inside: { 'c.md': '# To veier' } })
  const index = await collection.load(folder, { problem: (problem) => reported.push(problem) })
  t.equal(collection.current, index)
  t.equal(index.size, 2)
  t.ok(index.articles.find('c') !== undefined, 'also what is in folders inside')
  t.match(reported, [{ file: 'b.jsonl', line: 1 }])
  t.strictSame(collection.problems, reported)
  t.strictSame(collection.progress, {
    state: 'ready',
    read: 2,
    indexed: 2,
    annotated: 2,
    problems: 1
  })
})

t.test('an empty folder is a collection of no articles', async (t) => {
  const collection = newCollection()
  t.equal((await collection.load(t.testdir({}))).size, 0)
  t.equal(collection.progress.state, 'ready')
})

t.test('the generation before serves until the next one is whole', async (t) => {
  const collection = newCollection()
  const folder = t.testdir({ one: { 'a.txt': 'En vei.' }, two: { 'a.txt': 'En vei.', 'b.txt': 'To veier.' } })
  const first = await collection.load(`${folder}/one`)
  const loading = collection.load(`${folder}/two`)
  t.equal(collection.current, first)
  const second = await loading
  t.equal(collection.current, second)
  t.not(second.generation, first.generation)
  t.strictSame([first.size, second.size], [1, 2])
  const { progress } = collection
  await t.rejects(collection.load(`${folder}/three`), ArticleFolderError)
  t.equal(collection.current, second)
  t.strictSame(collection.progress, progress)
  t.equal(progress.state, 'ready')
})

t.test('a generation is named by its articles', async (t) => {
  const folder = t.testdir({
    text: { 'a.txt': 'En vei.', 'b.txt': 'To veier.' },
    lines: { 'all.jsonl': '{"id":"a","text":"En vei."}\n{"id":"b","text":"To veier."}\n' },
    other: { 'a.txt': 'En vei.', 'b.txt': 'To veger.' }
  })
  const names = await Promise.all(
    ['text', 'lines', 'other'].map(
      async (name) => (await newCollection().load(`${folder}/${name}`)).generation
    )
  )
  t.equal(names[0], names[1])
  t.not(names[0], names[2])
})

t.test('a thread annotates as one would without it', async (t) => {
  const line = (i: number): string =>
    JSON.stringify({
      id: `a${i}`,
      text: `Statsråd Kari Nordli (H) møtte Ola Vik ${i} ganger.\n\n– Ja, sa Nordli.`
    })
  const folder = t.testdir({
    'many.jsonl': Array.from({ length: 200 }, (_, i) => line(i)).join('\n'),
    'entities.yaml': 'hide: [person:ola-vik]'
  })
  const [here, there] = await Promise.all(
    [annotateHere(norwegianNames), annotateInThread].map(async (annotate) => {
      const index = await new Collection({ annotate }).load(folder)
      const { entities, quotes } = annotationsOf(index)
      const articles = Array.from({ length: index.size }, (_, article) => article)
      return {
        generation: index.generation,
        entities: Array.from({ length: entities.size }, (_, entity) => entities.id(entity)),
        mentions: articles.map((article) => entities.mentions(article)),
        quotes: articles.map((article) => quotes.quote(quotes.first(article), index.articles.text(article)))
      }
    })
  )
  t.strictSame(there, here)
  t.match(there, { entities: ['person:kari-nordli', 'organisation:hoeyre'], quotes: { 199: { text: 'Ja' } } })
})

/** Annotates as slowly as one likes: not before `go` is called. */
const slowly = (): { annotate: StartAnnotator; go: () => void } => {
  let go = (): void => undefined
  const started = new Promise<void>((resolve) => (go = resolve))
  const annotate: StartAnnotator = (rules) => ({
    ...annotateHere(norwegianNames)(rules),
    annotate: (articles) => started.then(() => annotateHere(norwegianNames)(rules).annotate(articles))
  })
  return {
    annotate,
    go: () => {
      go()
    }
  }
}

t.test('the first generation is searched before it is annotated', async (t) => {
  const folder = t.testdir({ 'a.txt': 'Kari Nordli kom til Oslo.' })
  const { annotate, go } = slowly()
  const collection = new Collection({ annotate, patience: 1 })
  const loading = collection.load(folder)
  while (collection.current === undefined) await setTimeout(1)
  const early = collection.current
  t.equal(collection.progress.state, 'ready')
  t.equal(early.size, 1)
  t.throws(() => annotationsOf(early), NotAnnotatedError)
  go()
  const whole = await loading
  t.equal(collection.current, whole)
  t.ok(annotationsOf(whole).entities.size > 0)
  t.not(whole.generation, early.generation, 'what it answers has changed')

  const again = collection.load(folder)
  const served = new Set<SearchIndex>()
  const watch = setInterval(() => served.add(collection.current!), 1)
  await again
  clearInterval(watch)
  for (const { annotations } of served) t.ok(annotations, 'one without annotations never takes its place')
  t.equal((await again).generation, whole.generation)
})

t.test('it tells how loading goes', async (t) => {
  const folder = t.testdir({ 'a.txt': 'Kari Nordli kom.', 'b.jsonl': '{}' })
  const { annotate, go } = slowly()
  const collection = new Collection({ annotate, patience: 1 })
  const told: string[] = []
  await collection.load(folder, {
    problem: ({ file }) => told.push(file),
    indexed: () => told.push(`indexed, ${collection.current === undefined ? 'not' : 'and'} served`),
    serving: ({ annotations }) => {
      told.push(annotations === undefined ? 'serving' : 'serving with annotations')
      go()
    }
  })
  t.strictSame(told, ['b.jsonl', 'indexed, not served', 'serving', 'serving with annotations'])

  const refused = newCollection()
  const refuse = (): never => {
    throw new Error('a problem')
  }
  await t.rejects(refused.load(folder, { indexed: refuse }), /a problem/)
  t.equal(refused.current, undefined, 'what is refused is not served')
})

t.test('a thread that fails is an error of loading', async (t) => {
  const failing: StartAnnotator = (rules) => ({
    ...annotateHere(norwegianNames)(rules),
    annotate: () => Promise.reject(new Error('out of memory'))
  })
  const collection = new Collection({ annotate: failing })
  await t.rejects(collection.load(t.testdir({ 'a.txt': 'En vei.' })), /out of memory/)
  t.equal(collection.current, undefined)
})
