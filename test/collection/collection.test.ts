/*
 * A collection:
 * - serves nothing before its first generation, and then the articles of the folder;
 * - reports each file or record that was left out, and goes on;
 * - tells its progress, and when it serves; whoever is told that all is indexed can keep it from being served;
 * - serves the generation before until the next one is whole; a folder that cannot be read leaves it in place;
 * - names a generation by its articles: the same name for the same ones, however they are stored;
 * - serves its first generation without annotations where these take long, and a later one never;
 * - is as it was after a load that fails, whatever it had read; loads wait for each other;
 * - keeps a generation that was replaced for a while, tells of changes, and can be closed at any time.
 */
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import { ArticleFolderError } from '../../src/articles/folder/article-folder.js'
import type { ArticleProblem } from '../../src/articles/article.js'
import type { StartAnnotator } from '../../src/collection/annotator.js'
import { annotateHere } from './annotate-here.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { Collection } from '../../src/collection/collection.js'
import { annotationsOf, NotAnnotatedError } from '../../src/segment/annotations/annotations.js'
import type { Generation } from '../../src/segment/generation.js'
import { articleEvent, sourceOf } from './events-source.js'

const newCollection = (): Collection => new Collection({ annotate: annotateHere(norwegianNames) })

t.test('it serves what the folder holds', async (t) => {
  const collection = newCollection()
  t.equal(collection.generations.current, undefined)
  t.strictSame(collection.progress, {
    state: 'starting',
    read: 0,
    indexed: 0,
    annotated: 0,
    names: 'waiting'
  })
  const reported: ArticleProblem[] = []
  const folder = t.testdir({ 'a.txt': 'En vei.', 'b.jsonl': '{}', inside: { 'c.md': '# To veier' } })
  const index = await collection.load(folder, { problem: (problem) => reported.push(problem) })
  t.equal(collection.generations.current, index)
  t.equal(index.segment.size, 2)
  t.ok(index.segment.articles.find('inside-c') !== undefined, 'also what is in folders inside')
  t.match(reported, [{ file: 'b.jsonl', line: 1 }])
  t.strictSame(collection.problems, reported)
  t.strictSame(collection.progress, {
    state: 'ready',
    read: 2,
    indexed: 2,
    annotated: 2,
    names: 'ready'
  })
})

t.test('an empty folder is a collection of no articles', async (t) => {
  const collection = newCollection()
  t.equal((await collection.load(t.testdir({}))).segment.size, 0)
  t.equal(collection.progress.state, 'ready')
})

t.test('the generation before serves until the next one is whole', async (t) => {
  const collection = newCollection()
  const folder = t.testdir({ one: { 'a.txt': 'En vei.' }, two: { 'a.txt': 'En vei.', 'b.txt': 'To veier.' } })
  const first = await collection.load(`${folder}/one`)
  const loading = collection.load(`${folder}/two`)
  t.equal(collection.generations.current, first)
  const second = await loading
  t.equal(collection.generations.current, second)
  t.not(second.name, first.name)
  t.strictSame([first.segment.size, second.segment.size], [1, 2])
  const { progress } = collection
  await t.rejects(collection.load(`${folder}/three`), ArticleFolderError)
  t.equal(collection.generations.current, second)
  t.strictSame(collection.progress, progress)
  t.equal(progress.state, 'ready')
})

t.test('a generation is named by its articles and what they were read from', async (t) => {
  const files = { 'a.txt': 'En vei.', 'b.txt': 'To veier.' }
  const folder = t.testdir({
    one: { ...files },
    same: { ...files },
    otherText: { ...files, 'b.txt': 'To veger.' },
    otherOrigin: { 'all.jsonl': '{"id":"a","text":"En vei."}\n{"id":"b","text":"To veier."}\n' }
  })
  const nameOf = async (name: string): Promise<string> =>
    (await newCollection().load(`${folder}/${name}`)).name
  const name = await nameOf('one')
  t.equal(await nameOf('same'), name)
  t.not(await nameOf('otherText'), name)
  t.not(await nameOf('otherOrigin'), name, 'an answer tells the file')
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
  const collection = new Collection({ annotate, annotationWaitMs: 1 })
  const loading = collection.load(folder)
  while (collection.generations.current === undefined) await setTimeout(1)
  const early = collection.generations.current
  t.equal(collection.progress.state, 'ready')
  t.equal(early.segment.size, 1)
  t.throws(() => annotationsOf(early), NotAnnotatedError)
  go()
  const whole = await loading
  t.equal(collection.generations.current, whole)
  t.ok(annotationsOf(whole).entities.size > 0)
  t.not(whole.name, early.name, 'what it answers has changed')

  const again = collection.load(folder)
  const served = new Set<Generation>()
  const watch = setInterval(() => served.add(collection.generations.current!), 1)
  await again
  clearInterval(watch)
  for (const { annotations } of served) t.ok(annotations, 'one without annotations never takes its place')
  t.equal((await again).name, whole.name)
})

t.test('it tells how loading goes', async (t) => {
  const folder = t.testdir({ 'a.txt': 'Kari Nordli kom.', 'b.jsonl': '{}' })
  const { annotate, go } = slowly()
  const collection = new Collection({ annotate, annotationWaitMs: 1 })
  const told: string[] = []
  await collection.load(folder, {
    problem: ({ file }) => told.push(file),
    indexed: () =>
      told.push(`indexed, ${collection.generations.current === undefined ? 'not' : 'and'} served`),
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
  t.equal(refused.generations.current, undefined, 'what is refused is not served')
})

t.test('a load that fails leaves everything as it was', async (t) => {
  const collection = newCollection()
  const ignored = { files: new Map([['.png', 1]]), keys: new Map() }
  const problem = { file: 'b.txt', reason: 'It is empty.' }
  const first = await collection.load(
    sourceOf([articleEvent('a'), { kind: 'problem', problem }, { kind: 'ignored', ignored }])
  )
  const before = [
    collection.progress,
    collection.problems,
    collection.ignored,
    collection.generations.current
  ]
  const other = { files: new Map([['.jpg', 7]]), keys: new Map([['x', 1]]) }
  const fail = (): Promise<void> => Promise.reject(new Error('the disk is gone'))
  const broken = sourceOf(
    [
      articleEvent('c'),
      { kind: 'problem', problem: { ...problem, file: 'd.txt' } },
      { kind: 'ignored', ignored: other }
    ],
    fail
  )
  await t.rejects(collection.load(broken), /the disk is gone/)
  t.strictSame(
    [collection.progress, collection.problems, collection.ignored, collection.generations.current],
    before
  )
  t.equal(collection.ignored, ignored)
  t.equal(collection.generations.current, first)
  t.equal((await collection.load(sourceOf([articleEvent('e')]))).segment.size, 1, 'the next one loads')
})

t.test('loads wait for each other', async (t) => {
  const collection = newCollection()
  const told: string[] = []
  const load = (name: string): Promise<Generation> =>
    collection.load(
      sourceOf([articleEvent(name)], async () => {
        told.push(`${name} is read`)
        await setTimeout(5)
      }),
      { serving: () => told.push(`${name} serves`) }
    )
  const failing = sourceOf([], () => Promise.reject(new Error('nothing to read')))
  const [one, failed, two, three] = await Promise.allSettled([
    load('one'),
    collection.load(failing),
    load('two'),
    load('three')
  ])
  t.equal(failed.status, 'rejected')
  t.strictSame(told, [
    'one is read',
    'one serves',
    'two is read',
    'two serves',
    'three is read',
    'three serves'
  ])
  t.match([one, two, three], [{ status: 'fulfilled' }, { status: 'fulfilled' }, { status: 'fulfilled' }])
  t.ok(collection.generations.current?.segment.articles.find('three') !== undefined)
})

t.test('a generation that was replaced is kept for a while', async (t) => {
  const collection = new Collection({ annotate: annotateHere(norwegianNames), keepMs: 50 })
  const told: string[] = []
  const end = collection.generations.onChange((name) => told.push(name))
  const first = await collection.load(sourceOf([articleEvent('a')]))
  const second = await collection.load(sourceOf([articleEvent('b')]))
  t.strictSame(told, [first.name, second.name])
  t.equal(collection.generations.at(first.name), first)
  t.equal(collection.generations.at('another'), undefined)
  await setTimeout(100)
  t.equal(collection.generations.at(first.name), undefined)
  t.equal(collection.generations.at(second.name), second, 'the one that serves stays')
  await collection.load(sourceOf([articleEvent('b')]))
  t.strictSame(told, [first.name, second.name], 'equal articles are no change')
  end()
  await collection.load(sourceOf([articleEvent('c')]))
  t.equal(told.length, 2)
})

t.test('it can be closed at any time', async (t) => {
  await newCollection().close()
  const collection = new Collection()
  const loading = collection.load(sourceOf(Array.from({ length: 5000 }, (_, i) => articleEvent(`a${i}`))))
  await setTimeout(1)
  const closing = collection.close()
  await t.rejects(loading, /closed/)
  await closing
  t.equal(collection.generations.current, undefined)
})
