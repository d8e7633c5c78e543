// Articles that several readers have read in batches, each reader some of them:
//
// - give a generation of the same name and the same tables, to the last number, as one thread makes of them

import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { BatchReader } from '../../src/segment/batch-reader.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { anyArticles } from './collection.js'

const models = loadModels()

t.test('batches of several readers', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyArticles,
      fc.array(fc.record({ reader: fc.nat(2), size: fc.integer({ min: 1, max: 5 }) }), { minLength: 1 }),
      async (articles, shares) => {
        const alone = new GenerationBuilder(models)
        for (const article of articles) alone.add(article)

        const readers = [0, 1, 2].map(() => new BatchReader(models))
        const together = new GenerationBuilder(models)
        for (let from = 0, batch = 0; from < articles.length; batch++) {
          const { reader, size } = shares[batch % shares.length]!
          together.addBatch(reader, readers[reader]!.read(articles.slice(from, from + size)))
          from += size
        }
        assert.deepEqual(await together.finish(), await alone.finish())
      }
    ),
    { numRuns: 60 }
  )
})
