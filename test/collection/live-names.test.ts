// The names of articles that change:
//
// - how long they will take is said as the last reading took, so that a change does not wait in vain

import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import type { ArticleProblem } from '../../src/articles/article.js'
import { annotationSource } from '../../src/collection/annotator.js'
import { LiveNames } from '../../src/collection/live-names.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { readGeneration } from '../../src/segment/generation.js'
import { annotateHere } from './annotate-here.js'

t.test('are expected as late as they came the last time', async (t) => {
  const models = loadModels()
  const builder = new GenerationBuilder(models)
  builder.add({ id: 'a', text: 'Kari Nordmann kom.' })
  const built = await builder.finish()
  const state = { built, generation: readGeneration(built.name, built.tables, models) }
  const annotator = annotateHere(() => [])(NO_RULES)
  const known = await annotator.annotate(annotationSource(built.tables))
  const slow = {
    ...{ read: 0, stop: () => Promise.resolve() },
    annotate: async () => {
      await sleep(60)
      return known
    }
  }
  const options = {
    ...{ start: () => slow, version: '' },
    unread: ({ reason }: ArticleProblem) => t.fail(reason),
    failed: (error: unknown) => t.fail(String(error))
  }
  const names = new LiveNames(options, known, 'the generation before')
  t.teardown(() => names.close())
  t.equal(names.expectedMs, 0)
  await names.follow(() => state)
  t.ok(names.expectedMs >= 50)
  t.ok(names.named(state).isWhole)
})
