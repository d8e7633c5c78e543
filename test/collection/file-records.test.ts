/*
 * What the files of a folder held:
 * - an article that is overridden by one written over HTTP leaves the records as if they were made anew of what they
 *   hold then, whatever was renamed for it before: who has an id, who else states it, and who inherits it;
 * - when the next article is shown or expires is known of however many files.
 */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { FileRecords, type ArticleRecord, type FileRecord } from '../../src/collection/file-records.js'

const PATHS = ['a.jsonl', 'b.jsonl', 'c.jsonl']
const STATED = ['x', 'y', 'z']

/** Files whose articles state few ids: the first one has the id, the others have one with a suffix. */
const anyRecords = fc
  .array(fc.array(fc.constantFrom(...STATED), { maxLength: 4 }), { minLength: 3, maxLength: 3 })
  .map((files) => {
    const taken = new Set<string>()
    return files.map((stated, file): readonly [string, FileRecord] => {
      const articles = stated.map((id, i): ArticleRecord => {
        if (taken.has(id)) return [`${id}-${file}${i}`, 'content', i + 1, id]
        taken.add(id)
        return [id, 'content', i + 1]
      })
      return [PATHS[file]!, { state: 'read', articles, problems: [] }]
    })
  })

const told = (records: FileRecords, ids: readonly string[]) =>
  ids.map((id) => ({
    id,
    place: records.ids.placeOf(id),
    elsewhere: PATHS.filter((path) => records.isStatedElsewhere(id, path)),
    claiming: [...records.filesClaiming([id])].sort()
  }))

t.test('overriding is as making the records anew', (t) => {
  fc.assert(
    fc.property(anyRecords, fc.infiniteStream(fc.nat()), (files, picks) => {
      const records = new FileRecords(files)
      const ids = files.flatMap(([, { articles }]) => articles.map(([id]) => id))
      for (const pick of picks.take(3)) {
        const id = ids[pick % Math.max(1, ids.length)]
        if (id === undefined) break
        records.override(id, 'written.json')
        const all = [...ids, ...STATED]
        assert.deepEqual(told(records, all), told(new FileRecords(records.entries()), all))
        assert.equal(records.ids.has(id), false)
      }
    }),
    { numRuns: 300 }
  )
  t.end()
})

t.test('when the next article is shown or expires', (t) => {
  t.equal(new FileRecords().changesAt, Infinity)
  const files = Array.from({ length: 200_000 }, (_, i): readonly [string, FileRecord] => [
    `${i}.md`,
    { state: 'read', articles: [], problems: [], changesAt: i === 150_000 ? 7 : 1_000_000 + i }
  ])
  const records = new FileRecords(files)
  t.equal(records.changesAt, 7)
  records.take('150000.md')
  t.equal(records.changesAt, 1_000_000)
  t.end()
})
