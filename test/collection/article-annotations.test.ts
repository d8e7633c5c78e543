// The names of articles that change:
//
// - how long they will take is said as the last reading took, so that a change does not wait in vain; one that began
//   with making an annotator says nothing of one that does not, and nobody rests after it
// - of all articles are known in the end, also of those that were served before they were read: whether the annotator
//   has been stopped meanwhile, has ended, or has failed
// - are said to be known of so many articles as have been read
// - of what changes while others are read, or just then when all are, are read too

import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { loadModels } from '../../src/analysis/models.js'
import { annotationSource, type Annotator, type StartAnnotator } from '../../src/collection/annotator.js'
import type { ArticleState } from '../../src/collection/indexed-articles.js'
import { ArticleAnnotations } from '../../src/collection/article-annotations.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { NO_RULES } from '../../src/entities/rules/entity-rules.js'
import { changeGeneration } from '../../src/ingest/change-generation.js'
import type { BuiltGeneration } from '../../src/segment/generation-builder.js'
import { GenerationBuilder } from '../../src/segment/generation-builder.js'
import { readGeneration } from '../../src/segment/generation.js'
import { annotateHere } from './annotate-here.js'

const models = loadModels()
const stateOf = (built: BuiltGeneration): ArticleState => ({
  built,
  generation: readGeneration(built.name, built.tables, models)
})

const first = async (): Promise<ArticleState> => {
  const builder = new GenerationBuilder(models)
  builder.add({ id: 'a', text: 'Kari Nordmann kom til Oslo.' })
  return stateOf(await builder.finish())
}

const changed = async (
  { built, generation }: ArticleState,
  { removed = [], text }: { readonly removed?: readonly number[]; readonly text: string }
): Promise<ArticleState> => {
  const added = [{ id: `a${String(generation.segment.size)}`, text }]
  return stateOf(await changeGeneration(built, generation, { removed, added }))
}

const annotator = (): Annotator => annotateHere(norwegianNames)(NO_RULES)

interface Started {
  readonly names: ArticleAnnotations
  readonly state: ArticleState
  readonly failures: unknown[]
}

/** @param annotator has read the first articles; absent: it has been stopped */
const started = async (t: Test, start: () => Annotator = annotator, kept?: Annotator): Promise<Started> => {
  const state = await first()
  const known = await (kept ?? annotator()).annotate(annotationSource(state.built.tables))
  const failures: unknown[] = []
  const options = {
    ...{ startAnnotator: start, annotationVersion: '' },
    articleFailed: ({ reason }: { readonly reason: string }) => t.fail(reason),
    annotationFailed: (error: unknown) => failures.push(error)
  }
  const names = new ArticleAnnotations(options, known, state.built.name, kept)
  t.teardown(() => names.close())
  return { names, state, failures }
}

const namesOf = (names: ArticleAnnotations, state: ArticleState): string[] => {
  const { entities } = names.annotated(state).generation.annotations!
  return Array.from({ length: entities.size }, (_, entity) => entities.id(entity)).sort()
}

const slowly =
  (start: () => Annotator): (() => Annotator) =>
  () => {
    const annotator = start()
    return {
      ...annotator,
      annotate: async (...asked) => {
        await sleep(130)
        return annotator.annotate(...asked)
      }
    }
  }

t.test('are expected as late as they came the last time', async (t) => {
  const { names, state } = await started(t, slowly(annotator))
  t.equal(names.expectedMs, 0)
  const second = await changed(state, { text: 'Ola Vik gikk.' })
  await names.catchUp(() => second)
  t.equal(names.expectedMs, 0, 'the next one need not begin')
  const third = await changed(second, { text: 'Eva Berg gikk.' })
  await names.catchUp(() => third)
  t.ok(names.expectedMs > 130, 'it takes as long, and rests before')
  t.ok(names.annotated(third).isWhole)
})

t.test('of articles that were served before they were read', async (t) => {
  const { names, state } = await started(t)
  const second = await changed(state, { text: 'Ola Vik gikk.' })
  t.match(names.annotated(second), { isWhole: false, read: 1 })
  t.strictSame(namesOf(names, second), ['person:kari-nordmann', 'place:oslo'])
  const third = await changed(second, { text: 'Eva Berg løp.', removed: [0] })
  t.match(names.annotated(third), { isWhole: false, read: 0 })
  await names.catchUp(() => third)
  t.match(names.annotated(third), { isWhole: true, read: 2 })
  t.strictSame(namesOf(names, third), ['person:eva-berg', 'person:ola-vik'])
})

t.test('after reading has failed', async (t) => {
  let isBroken = true
  const start: StartAnnotator = (rules) => ({
    ...annotateHere(norwegianNames)(rules),
    ...(isBroken && { annotate: () => Promise.reject(new Error('out of memory')) })
  })
  const { names, state, failures } = await started(t, () => start(NO_RULES))
  const second = await changed(state, { text: 'Ola Vik gikk.' })
  await names.catchUp(() => second)
  t.match(failures, [/out of memory/])
  t.match(names.annotated(second), { isWhole: false, read: 1 })
  isBroken = false
  const third = await changed(second, { text: 'Eva Berg løp.' })
  await names.catchUp(() => third)
  t.match(names.annotated(third), { isWhole: true, read: 3 })
  t.match(namesOf(names, third), ['person:eva-berg', 'person:kari-nordmann', 'person:ola-vik'])
})

t.test('where the annotator has ended while it had nothing to do', async (t) => {
  const kept = annotator()
  const { names, state, failures } = await started(t, annotator, kept)
  kept.annotate = () => Promise.reject(new Error('it ended'))
  const second = await changed(state, { text: 'Ola Vik gikk.' })
  names.annotated(second)
  await names.catchUp(() => second)
  t.strictSame(failures, [])
  t.match(namesOf(names, second), ['person:kari-nordmann', 'person:ola-vik'])
})

t.test('of what changes while others are read, or when all are', async (t) => {
  const { names, state } = await started(t, slowly(annotator))
  let latest = await changed(state, { text: 'Ola Vik gikk.' })
  const following = names.catchUp(() => latest)
  await sleep(50)
  latest = await changed(latest, { text: 'Eva Berg løp.' })
  const again = names.catchUp(() => latest)
  t.equal(again, following)
  await again
  t.match(names.annotated(latest), { isWhole: true, read: 3 })
  latest = await changed(latest, { text: 'Nina Lie hoppet.' })
  const last = await changed(latest, { text: 'Siv Dal sto.' })
  let ended: Promise<void> | undefined
  await names.catchUp(() => {
    const state = latest
    // It asks for the last time; what comes before it has told of its end is not left.
    if (names.annotated(state).isWhole)
      queueMicrotask(() => {
        latest = last
        ended = names.catchUp(() => latest)
      })
    return state
  })
  await ended
  t.ok(names.annotated(last).isWhole)
})
