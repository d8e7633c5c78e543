/*
 * Generations that were replaced:
 * - however often all is loaded anew, those that are kept take a few times the memory of the one that serves;
 * - those that have answered last are the ones that stay.
 */
import t from 'tap'
import { Collection } from '../../src/collection/collection.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { annotateHere } from './annotate-here.js'

t.test('loaded again and again', async (t) => {
  const collection = new Collection({ annotate: annotateHere(() => []) })
  t.teardown(() => collection.close())
  const names: string[] = []
  for (let round = 0; round < 20; round++) {
    const { name } = await collection.load({
      rules: () => Promise.resolve({ rules: NO_RULES, problems: [] }),
      articles: async function* () {
        const article = { id: 'a', title: 'Vei', text: `En vei til byen, runde ${round}.` }
        yield await Promise.resolve({ kind: 'article', article, file: 'a.txt', unknownKeys: [] } as const)
      }
    })
    names.push(name)
    collection.generations.touch(names[0]!)
    collection.generations.touch(name)
  }
  const kept = names.filter((name) => collection.generations.at(name) !== undefined)
  t.ok(kept.length >= 2 && kept.length <= 6, `${kept.length} are kept`)
  t.strictSame([kept[0], kept.at(-1)], [names[0], names.at(-1)])
})
