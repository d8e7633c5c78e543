// - lines are written together, at most 200 at a time, and no more once they are 16 MB: what is held in memory does not
//   grow with the body

import { join } from 'node:path'
import { Readable } from 'node:stream'
import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { createMemoryEngine } from '../../src/engine/memory/memory-engine.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { bulkResults } from '../../src/http/bulk.js'
import { annotateHere } from '../collection/annotate-here.js'

/** Writes the lines; how many were written together each time. */
const batchesOf = async (folder: string, lines: Iterable<string>): Promise<number[]> => {
  const collection = new Collection({ annotate: annotateHere(norwegianNames) })
  const engine = createMemoryEngine(collection)
  await collection.load(folder)
  const batches: number[] = []
  const counting = {
    ...engine,
    apply: (changes: Parameters<NonNullable<typeof engine.apply>>[0]) => {
      batches.push(changes.length)
      return engine.apply!(changes)
    }
  }
  const body = Readable.from(Array.from(lines, (line) => Buffer.from(`${line}\n`)))
  for await (const result of bulkResults(counting, body, (error) => t.fail(String(error))))
    t.match(JSON.parse(result), { status: 201 })
  await engine.close()
  return batches
}

const article = (id: number, length: number): string =>
  JSON.stringify({ id: `a${id}`, text: 'En vei.', note: 'x'.repeat(length) })

t.test('batches', async (t) => {
  const folders = t.testdir({ many: {}, large: {} })
  const many = Array.from({ length: 450 }, (_, i) => article(i, 0))
  t.strictSame(await batchesOf(join(folders, 'many'), many), [200, 200, 50])
  const large = Array.from({ length: 5 }, (_, i) => article(i, 9_000_000))
  t.strictSame(await batchesOf(join(folders, 'large'), large), [2, 2, 1])
})
