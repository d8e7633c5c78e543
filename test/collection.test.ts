/*
 * A collection:
 * - serves nothing before its first generation, and then the articles of the folder;
 * - reports each file or record that was left out, and goes on;
 * - tells its progress;
 * - serves the generation before until the next one is whole; a folder that cannot be read leaves it in place;
 * - names a generation by its articles: the same name for the same ones, however they are stored.
 */
import t from 'tap'
import { ArticleFolderError } from '../src/articles/article-folder.js'
import type { ArticleProblem } from '../src/articles/article.js'
import { Collection } from '../src/collection.js'

const ignore = (): void => undefined

t.test('it serves what the folder holds', async (t) => {
  const collection = new Collection()
  t.equal(collection.current, undefined)
  t.strictSame(collection.progress, { state: 'starting', read: 0, indexed: 0, problems: 0 })
  const reported: ArticleProblem[] = []
  const folder = t.testdir({ 'a.txt': 'En vei.', 'b.jsonl': '{}', inside: { 'c.md': '# To veier' } })
  const index = await collection.load(folder, (problem) => reported.push(problem))
  t.equal(collection.current, index)
  t.equal(index.size, 2)
  t.ok(index.articles.find('c') !== undefined, 'also what is in folders inside')
  t.match(reported, [{ file: 'b.jsonl', line: 1 }])
  t.strictSame(collection.problems, reported)
  t.strictSame(collection.progress, { state: 'ready', read: 2, indexed: 2, problems: 1 })
})

t.test('an empty folder is a collection of no articles', async (t) => {
  const collection = new Collection()
  t.equal((await collection.load(t.testdir({}), ignore)).size, 0)
  t.equal(collection.progress.state, 'ready')
})

t.test('the generation before serves until the next one is whole', async (t) => {
  const collection = new Collection()
  const folder = t.testdir({ one: { 'a.txt': 'En vei.' }, two: { 'a.txt': 'En vei.', 'b.txt': 'To veier.' } })
  const first = await collection.load(`${folder}/one`, ignore)
  const loading = collection.load(`${folder}/two`, ignore)
  t.equal(collection.current, first)
  const second = await loading
  t.equal(collection.current, second)
  t.not(second.generation, first.generation)
  t.strictSame([first.size, second.size], [1, 2])
  const { progress } = collection
  await t.rejects(collection.load(`${folder}/three`, ignore), ArticleFolderError)
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
      async (name) => (await new Collection().load(`${folder}/${name}`, ignore)).generation
    )
  )
  t.equal(names[0], names[1])
  t.not(names[0], names[2])
})
