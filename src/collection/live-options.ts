import type { Generation } from '../segment/generation.js'
import type { StartAnnotator } from './annotator.js'
import type { Progress } from './progress.js'
import type { SnapshotFile } from './snapshot.js'

/** What `Live` has to do with. */
export interface LiveOptions {
  readonly annotate: StartAnnotator
  /** How long articles that are indexed wait for annotations before they are served without, in milliseconds. */
  readonly annotationWaitMs: number
  readonly snapshots: Pick<SnapshotFile, 'read' | 'write'> | undefined
  /** Does no generation serve yet? */
  readonly isFirst: boolean
  /** What this throws ends the loading. */
  readonly note: (change: Partial<Progress>) => void
  /** `annotated`: so many of its articles have been read for names and quotes; absent: as many as before. */
  readonly serve: (generation: Generation, names: Progress['names'], annotated?: number) => void
}
