import type { ArticleProblem } from '../articles/article.js'
import type { Generation } from '../segment/generation.js'

/** Is told how loading goes. */
export interface LoadObserver {
  /** A file or record was left out. */
  problem?(problem: ArticleProblem): void
  /** All articles are read and indexed. What this throws keeps them from being served. */
  indexed?(): void
  /** A generation serves: once, or first without and then with annotations. */
  serving?(generation: Generation): void
  /** Reading names and quotes failed. The articles are served without. */
  namesFailed?(error: unknown): void
  /** A snapshot has the articles; so many files were not as it has them, and were read anew. */
  snapshotRead?(changed: number): void
  /** So many files have come, gone or changed since, and what they hold is searched. */
  changed?(files: number): void
  /** What has changed could not be looked at. */
  refreshFailed?(error: unknown): void
  /** The generation is kept for the next start. */
  snapshotWritten?(): void
  /** A snapshot cannot be used, or not be written; all else goes on. */
  snapshotFailed?(error: unknown): void
}

/** An observer that is told of problems once something is so, and not of the loading. */
export const observerOnce = (observer: LoadObserver, isSo: () => boolean): LoadObserver => ({
  ...observer,
  indexed: () => undefined,
  problem: (problem) => {
    if (isSo()) observer.problem?.(problem)
  }
})
