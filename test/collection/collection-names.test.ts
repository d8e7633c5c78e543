/*
 * The names of a collection:
 * - are read in a thread as they would be without one, the service answering meanwhile;
 * - cost no article where that thread crashes or is killed: the articles are served without; an article that cannot be
 *   read costs only its own names, and is reported as long as it is there and is not changed.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import type { StringTable } from '../../src/structures/string-table.js'
import { annotateInThread } from '../../src/collection/annotator-thread.js'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import { annotateHere } from './annotate-here.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { Collection } from '../../src/collection/collection.js'
import { annotationsOf } from '../../src/segment/annotations/annotations.js'
import type { Generation } from '../../src/segment/generation.js'
import { articleEvent, sourceOf } from './events-source.js'

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
      const articles = Array.from({ length: index.segment.size }, (_, article) => article)
      return {
        generation: index.name,
        entities: Array.from({ length: entities.size }, (_, entity) => entities.id(entity)),
        mentions: articles.map((article) => entities.mentions(article)),
        quotes: articles.map((article) =>
          quotes.quote(quotes.first(article), index.segment.articles.text(article))
        )
      }
    })
  )
  t.strictSame(there, here)
  t.match(there, { entities: ['person:kari-nordli', 'organisation:hoeyre'], quotes: { 199: { text: 'Ja' } } })
})

/** A real thread that meets what it cannot read. */
const crashing: StartAnnotator = (rules) => {
  const annotator = annotateInThread(rules)
  return {
    read: 0,
    annotate: (source) => annotator.annotate({ ...source, words: undefined as unknown as StringTable }),
    stop: () => annotator.stop()
  }
}

/** A real thread that is ended from outside while it reads. */
const killed: StartAnnotator = (rules) => {
  const annotator = annotateInThread(rules)
  return {
    read: 0,
    annotate: (source) => {
      const tables = annotator.annotate(source)
      void annotator.stop()
      return tables
    },
    stop: () => annotator.stop()
  }
}

for (const [what, annotate] of Object.entries({ crashing, killed }))
  t.test(`a thread for names that is ${what} leaves the articles served`, async (t) => {
    const collection = new Collection({ annotate })
    const told: unknown[] = []
    const generation = await collection.load(sourceOf([articleEvent('a')]), {
      namesFailed: (error) => told.push(error)
    })
    t.equal(collection.generations.current, generation)
    t.equal(generation.segment.size, 1)
    t.equal(generation.annotations, undefined)
    t.match(collection.progress, { state: 'ready', names: 'failed', indexed: 1 })
    t.match(told, [Error])
  })

t.test('an article that cannot be read costs only its own names', async (t) => {
  const annotate = annotateHere((text, reading) => {
    if (text.includes('Umulig')) throw new Error('no name')
    return norwegianNames(text, reading)
  })
  const collection = new Collection({ annotate })
  const source = sourceOf([articleEvent('a', 'Kari Moe er i Oslo.'), articleEvent('b', 'Umulig.')])
  const { annotations } = await collection.load(source)
  t.equal(annotations?.entities.size, 2)
  t.match(collection.progress, { state: 'ready', names: 'ready' })
  t.match(collection.problems, [{ kind: 'fact', file: 'b', reason: /"b" cannot be read.*no name/ }])
})

t.test('an article that cannot be read is reported until it is changed or removed', async (t) => {
  const annotate = annotateHere((text, reading) => {
    if (text.includes('Umulig')) throw new Error('no name')
    return norwegianNames(text, reading)
  })
  const folder = t.testdir({ 'a.txt': 'Kari Moe er i Oslo.', 'b.txt': 'Umulig.', 'c.txt': 'Umulig også.' })
  const collection = new Collection({ annotate })
  t.teardown(() => collection.close())
  await collection.load(folder)
  const reported = (): string[] => collection.problems.map(({ file }) => file)
  const change = async (file: string, text?: string): Promise<void> => {
    if (text === undefined) rmSync(join(folder, file))
    else writeFileSync(join(folder, file), text)
    await collection.refresh([file])
    await collection.whenIdle()
  }
  t.strictSame(reported(), ['b', 'c'])
  await change('b.txt', 'Umulig nå også.')
  t.strictSame(reported(), ['b', 'c'], 'once')
  await change('b.txt', 'Per Lie er i Bergen.')
  t.strictSame(reported(), ['c'])
  await change('c.txt')
  t.strictSame(reported(), [])
})

t.test('a thread that fails after the articles have been served without names', async (t) => {
  const late: StartAnnotator = (rules) => ({
    ...annotateHere(norwegianNames)(rules),
    annotate: () => setTimeout(30).then(() => Promise.reject(new Error('out of memory')))
  })
  const collection = new Collection({ annotate: late, annotationWaitMs: 1 })
  const served: Generation[] = []
  const generation = await collection.load(sourceOf([articleEvent('a')]), {
    serving: (one) => served.push(one)
  })
  t.strictSame(served, [generation], 'once')
  t.equal(collection.progress.names, 'failed')
})

t.test('a thread that fails in a later load leaves the names that are there', async (t) => {
  let isBroken = false
  const annotate: StartAnnotator = (rules) =>
    isBroken
      ? { read: 0, annotate: () => Promise.reject(new Error('out of memory')), stop: () => Promise.resolve() }
      : annotateHere(norwegianNames)(rules)
  const collection = new Collection({ annotate })
  const first = await collection.load(sourceOf([articleEvent('a', 'Kari Nordli kom.')]))
  isBroken = true
  await t.rejects(collection.load(sourceOf([articleEvent('b')])), /out of memory/)
  t.equal(collection.generations.current, first)
  t.match(collection.progress, { state: 'ready', names: 'ready', indexed: 1 })
})
