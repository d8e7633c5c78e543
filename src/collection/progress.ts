import type { Generation } from '../segment/generation.js'

/** How far the collection has come. */
export interface Progress {
  readonly state: 'starting' | 'reading' | 'indexing' | 'ready'
  /** Articles read, indexed and annotated so far. */
  readonly read: number
  readonly indexed: number
  readonly annotated: number
  /** Names and quotes of the generation that serves, or that is being made where none serves yet. */
  readonly names: 'waiting' | 'reading' | 'ready' | 'failed'
}

export const NOT_STARTED: Progress = {
  state: 'starting',
  read: 0,
  indexed: 0,
  annotated: 0,
  names: 'waiting'
}

/** What serves has been read, however it came to be: loaded, changed or written. */
export const servedCounts = (
  { statistics: { articles } }: Generation,
  annotated: number
): Pick<Progress, 'read' | 'indexed' | 'annotated'> => ({
  read: articles,
  indexed: articles,
  annotated: Math.min(articles, annotated)
})
