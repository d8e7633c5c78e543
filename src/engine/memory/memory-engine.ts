import type { CollectionStatus } from '../../collection/collection-status.js'
import type { Generations, KeptGeneration } from '../../collection/generations.js'
import { NotAnnotatedError } from '../../segment/annotations/annotations.js'
import type { Generation } from '../../segment/generation.js'
import {
  EngineError,
  notReady,
  withoutNames,
  type ArticleChange,
  type ChangeOutcome,
  type Answer,
  type Engine,
  type Request,
  type Verb
} from '../engine.js'
import { answerFrom } from './verbs.js'

/** Where an engine has its generations from: a `Collection`, here or in a thread of its own. */
export interface GenerationSource<G extends KeptGeneration = KeptGeneration> {
  readonly generations: Pick<Generations<G>, 'current' | 'at' | 'kept' | 'touch' | 'onChange' | 'onDrop'>
  readonly status: CollectionStatus
  write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]>
  /** Stops and frees everything; safe at any time. */
  close(): Promise<void>
}

/** Answers from the generations that a collection has in memory, in the thread that asks. */
export const createMemoryEngine = (collection: GenerationSource<Generation>): Engine => {
  let asked = 0
  return {
    get generation() {
      return collection.generations.current?.name
    },
    get status() {
      const work = { threads: 0, threadsLost: 0, waiting: 0, waitedMs: 0, asked, remembered: 0 }
      return { ...collection.status, work }
    },
    ask: (verb, request, at) =>
      new Promise((resolve) => {
        asked++
        resolve(answer(collection, verb, request, at))
      }),
    apply: (changes) => applyTo(collection, changes),
    onChange: (listener) => collection.generations.onChange(listener),
    close: () => collection.close()
  }
}

/** @throws {EngineError} `not-ready` */
export const applyTo = async (
  collection: GenerationSource,
  changes: readonly ArticleChange[]
): Promise<readonly ChangeOutcome[]> => {
  if (collection.generations.current === undefined) throw notReady(collection.status)
  return collection.write(changes)
}

/** @throws {EngineError} */
const answer = <V extends Verb>(
  collection: GenerationSource<Generation>,
  verb: V,
  request: Request<V>,
  at: string | undefined
): Answer<V> => {
  try {
    return answerFrom(generationAt(collection, at), verb, request)
  } catch (error) {
    throw error instanceof NotAnnotatedError ? withoutNames(collection.status) : error
  }
}

/** @throws {EngineError} `not-ready`, `generation-gone` */
export const generationAt = <G extends KeptGeneration>(
  collection: GenerationSource<G>,
  at: string | undefined
): G => {
  const { current } = collection.generations
  if (current === undefined) throw notReady(collection.status)
  const generation = at === undefined ? current : collection.generations.at(at)
  if (generation === undefined)
    throw new EngineError('generation-gone', `The generation ${String(at)} was replaced some time ago.`)
  collection.generations.touch(generation.name)
  return generation
}
