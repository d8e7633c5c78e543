import { NO_PROBLEMS } from '../../articles/problem-summary.js'
import type { Status } from '../engine.js'
import type { PublishedGeneration } from './generations.js'

/** What the engine's own state adds. */
interface EngineState {
  readonly fault: string | undefined
  /** Questions so far. */
  readonly asked: number
}

/** The status of the engine. @param latest absent before the first generation */
export const statusOf = (latest: PublishedGeneration | undefined, { fault, asked }: EngineState): Status => {
  const articles = latest?.articles ?? 0
  return {
    state: latest === undefined ? 'starting' : 'ready',
    articles,
    read: articles,
    indexed: articles,
    annotated: latest?.names === undefined ? 0 : articles,
    indexBytes: 0,
    names: namesState(latest),
    facets: latest?.facets ?? [],
    problems: NO_PROBLEMS,
    ...(fault !== undefined && { fault }),
    work: { threads: 0, threadsLost: 0, waiting: 0, waitedMs: 0, asked, remembered: 0 }
  }
}

/** Of articles that came since they may not be known yet. */
const namesState = (latest: PublishedGeneration | undefined): Status['names'] => {
  if (latest === undefined) return 'waiting'
  return latest.names?.of === latest.articlesName ? 'ready' : 'reading'
}
