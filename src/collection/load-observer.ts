import type { ArticleProblem } from '../articles/article.js'
import type { Generation } from '../segment/generation.js'

/** Its methods are called while articles are loaded, and later while they change. */
export interface LoadObserver {
  /** A file or record was left out. */
  problem?(problem: ArticleProblem): void
  /** All articles are read and indexed. What this throws keeps them from being served. */
  indexed?(): void
  /** A generation serves: after a load once, or first without and then with annotations; and after each change. */
  serving?(generation: Generation): void
  /** Reading names and quotes failed. The articles are served without. */
  namesFailed?(error: unknown): void
  /** The articles were read from a snapshot, except so many files that had changed since it was written. */
  snapshotRead?(changed: number): void
  /** So many files were added, removed or changed, and searches find what they hold now. */
  changed?(files: number): void
  /** Changed files could not be read, or the index could not be rebuilt. */
  refreshFailed?(error: unknown): void
  /** A snapshot was written for the next start. */
  snapshotWritten?(): void
  /** A snapshot could not be read, or not be written; all else goes on. */
  snapshotFailed?(error: unknown): void
}

/** The observer of a rebuild: it reports problems only once the rebuilt collection serves, and `indexed` never. */
export const rebuildObserver = (observer: LoadObserver, isServing: () => boolean): LoadObserver => ({
  ...observer,
  indexed: () => undefined,
  problem: (problem) => {
    if (isServing()) observer.problem?.(problem)
  }
})
