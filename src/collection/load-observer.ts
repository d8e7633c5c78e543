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
  /** The articles need not be read: a snapshot has them as they are. */
  snapshotRead?(): void
  /** The generation is kept for the next start. */
  snapshotWritten?(): void
  /** A snapshot cannot be used, or not be written; all else goes on. */
  snapshotFailed?(error: unknown): void
}
