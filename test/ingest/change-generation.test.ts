// A generation that a thread changes, as a long article comes:
// - has the same name and the same tables, to the last number, as one that is changed here;
// - is changed again, here or in a thread, and one before it is as it was;
// - ends with an error where the thread ends too soon.
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { SourceArticle } from '../../src/articles/article.js'
import { changeGeneration } from '../../src/ingest/change-generation.js'
import { GenerationBuilder, type BuiltGeneration } from '../../src/segment/generation-builder.js'
import { changedGeneration, type ArticleChanges } from '../../src/segment/generation-growth.js'
import { readGeneration, type Generation } from '../../src/segment/generation.js'

const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const models = loadModels()

const build = (): Promise<BuiltGeneration> => {
  const builder = new GenerationBuilder(models)
  for (let i = 0; i < 20; i++) builder.add({ id: `a${i}`, text: `Kommunestyret bygger ${i} bruer i Bergen.` })
  return builder.finish()
}

const read = ({ name, tables }: BuiltGeneration): Generation => readGeneration(name, tables, models)

const long: SourceArticle = {
  id: 'loven',
  title: 'Brulova',
  text: 'Kongen kan gi forskrift om bruer. '.repeat(4000)
}
const steps: readonly ArticleChanges[] = [
  { removed: [3], added: [long] },
  { removed: [], added: [{ id: 'b', text: 'Ny bru i Bodø.' }] },
  { removed: [20], added: [{ ...long, text: `${long.text}Loven gjelder fra 1. mai.` }] }
]

t.test('in a thread as here', async (t) => {
  let [here, aside] = [await build(), await build()]
  for (const changes of steps) {
    const before = aside
    const size = read(before).segment.size
    aside = await changeGeneration(aside, read(aside), changes)
    here = await changedGeneration(here, read(here), changes)
    assert.deepEqual(aside, here)
    t.equal(read(before).segment.size, size)
  }
  t.equal(read(aside).segment.articles.find('loven'), 22)
})

t.test('a thread that ends too soon', async (t) => {
  const built = await build()
  const changing = changeGeneration(built, read(built), steps[0]!)
  await setImmediate()
  for (const worker of workers) void worker.terminate()
  await t.rejects(changing, { message: 'A thread that changes the index ended.' })
})
