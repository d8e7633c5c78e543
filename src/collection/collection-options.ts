import type { StartAnnotator } from './annotator.js'
import type { GenerationsOptions } from './generations.js'
import type { SnapshotFile } from './snapshot.js'

export interface CollectionOptions extends GenerationsOptions {
  /** Default: in a thread of its own. */
  readonly annotate?: StartAnnotator
  /** How long articles that are indexed wait for annotations before they are served without, in milliseconds. */
  readonly annotationWaitMs?: number
  /** Where the latest generation is written for the next start; absent: nowhere. */
  readonly snapshots?: SnapshotFile | undefined
}
