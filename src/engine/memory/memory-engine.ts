import type { ArticleProblem } from '../../articles/article.js'
import type { Progress } from '../../collection/progress.js'
import type { Generations } from '../../collection/generations.js'
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
  type Status,
  type Verb
} from '../engine.js'
import { answerFrom } from './verbs.js'

/** Where the engine has its generations from: a `Collection`. */
export interface GenerationSource {
  readonly generations: Pick<Generations, 'current' | 'at' | 'kept' | 'asked' | 'onChange' | 'onDrop'>
  readonly progress: Progress
  readonly problems: readonly ArticleProblem[]
  write(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]>
  /** Stops and frees everything; safe at any time. */
  close(): Promise<void>
}

/** Answers from the generations that a collection has in memory, in the thread that asks. */
export const createMemoryEngine = (collection: GenerationSource): Engine => {
  let asked = 0
  return {
    get generation() {
      return collection.generations.current?.name
    },
    get status() {
      const work = { threads: 0, threadsLost: 0, waiting: 0, asked, remembered: 0 }
      return { ...statusOf(collection), work }
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
  if (collection.generations.current === undefined) throw notReady(statusOf(collection))
  return collection.write(changes)
}

/** How far a collection has come. */
export const statusOf = ({ generations, progress, problems }: GenerationSource): Omit<Status, 'work'> => ({
  ...progress,
  articles: generations.current?.statistics.articles ?? 0,
  indexBytes: generations.current?.bytes ?? 0,
  facets: generations.current?.segment.facts.listed.facet.facetNames ?? [],
  problems
})

/** @throws {EngineError} */
const answer = <V extends Verb>(
  collection: GenerationSource,
  verb: V,
  request: Request<V>,
  at: string | undefined
): Answer<V> => {
  try {
    return answerFrom(generationAt(collection, at), verb, request)
  } catch (error) {
    throw error instanceof NotAnnotatedError ? withoutNames(statusOf(collection)) : error
  }
}

/** @throws {EngineError} `not-ready`, `generation-gone` */
export const generationAt = (collection: GenerationSource, at: string | undefined): Generation => {
  const { current } = collection.generations
  if (current === undefined) throw notReady(statusOf(collection))
  const generation = at === undefined ? current : collection.generations.at(at)
  if (generation === undefined)
    throw new EngineError('generation-gone', `The generation ${String(at)} was replaced some time ago.`)
  collection.generations.asked(generation.name)
  return generation
}
