import type { Generation } from '../segment/generation.js'
import type { StartAnnotator } from './annotator.js'
import type { Progress } from './progress.js'
import type { SnapshotFile } from './snapshot.js'

/** What a `Collection` gives each `LoadedCollection` to work with. */
export interface LoadedCollectionOptions {
  readonly annotate: StartAnnotator
  /** How long articles that are indexed wait for annotations before they are served without, in milliseconds. */
  readonly annotationWaitMs: number
  readonly snapshots: Pick<SnapshotFile, 'read' | 'write'> | undefined
  /** Is it the first load, so that no generation serves yet? */
  readonly isFirst: boolean
  /** Reports what has changed of the progress. What this throws ends the loading. */
  readonly reportProgress: (change: Partial<Progress>) => void
  /** Lets a generation serve. `annotated`: how many of its articles have been annotated; absent: as many as before. */
  readonly serve: (generation: Generation, names: Progress['names'], annotated?: number) => void
}
