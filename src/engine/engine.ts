import type { ArticleChange, ChangeOutcome } from '../articles/article-change.js'
import type { ProblemSummary } from '../articles/problem-summary.js'
import type { Verbs } from './questions.js'

export type { ArticleChange, ChangeOutcome }

export type Verb = keyof Verbs
export type Request<V extends Verb> = Verbs[V]['request']
export type Answer<V extends Verb> = Verbs[V]['answer']

/** Why an engine does not answer a question. */
export type EngineErrorCode =
  /** No article is searched yet. */
  | 'not-ready'
  /** The articles are searched, but who and what they name is still being read. */
  | 'names-not-ready'
  /** Reading names and quotes failed: there are none in this generation. */
  | 'names-failed'
  | 'article-not-found'
  | 'entity-not-found'
  /** The generation that was asked for has been replaced for too long. */
  | 'generation-gone'
  /** The thread that was to answer ended; the next question meets another one. */
  | 'thread-ended'
  /** The cluster cannot be reached, or not all of it answers; it may soon. */
  | 'cluster-unavailable'
  /** The cluster has more to do than it can. */
  | 'cluster-busy'
  /** This engine does not answer such questions; another one does. */
  | 'not-answered'

/** An engine does not answer; the message says why, in a sentence for the person who asks. */
export class EngineError extends Error {
  override readonly name = 'EngineError'

  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options)
  }
}

/** How far an engine has come. */
export interface Status {
  readonly state: 'starting' | 'reading' | 'indexing' | 'ready'
  /** Articles that are searched: those of the generation that answers now. */
  readonly articles: number
  /** Bytes of what the engine keeps in memory for them, outside the JavaScript heap. */
  readonly indexBytes: number
  /**
   * Articles read, indexed, and read for names and quotes so far, of the generation that is being made, or else was
   * last.
   */
  readonly read: number
  readonly indexed: number
  readonly annotated: number
  /** Names and quotes: still being read, known, or not to be known as reading them failed. */
  readonly names: 'waiting' | 'reading' | 'ready' | 'failed'
  /** Facets of the user's own that articles have; absent where the engine does not know. */
  readonly facets?: readonly string[]
  /** Files, or records of one, that were left out. */
  readonly problems: ProblemSummary
  /** Why it does not answer now, though it did or will again; absent where it does. */
  readonly fault?: string
  readonly work: Work
}

/** Who answers, and how often; counts are since the start. */
export interface Work {
  /** Threads that answer; 0: the thread that asks does. */
  readonly threads: number
  /** Threads that ended by themselves; others took their place. */
  readonly threadsLost: number
  /** Questions that wait for a thread now. */
  readonly waiting: number
  /** How long the first of them has waited, in milliseconds; 0 where none does. */
  readonly waitedMs: number
  readonly asked: number
  /** Questions whose answers were remembered. */
  readonly remembered: number
}

/** No article is searched yet. */
export const notReady = ({ read, indexed }: Pick<Status, 'read' | 'indexed'>): EngineError =>
  new EngineError(
    'not-ready',
    `The articles are being read: ${read} read, ${indexed} indexed so far. Ask /health/ready.`
  )

/** The articles are searched, but names and quotes are not known yet, or never will be. */
export const withoutNames = ({
  names,
  annotated,
  indexed
}: Pick<Status, 'names' | 'annotated' | 'indexed'>): EngineError =>
  names === 'failed'
    ? new EngineError(
        'names-failed',
        'Reading the articles for names and quotes failed: the log has the reason. The articles are searched ' +
          'all the same.'
      )
    : new EngineError(
        'names-not-ready',
        `The articles are being read for names and quotes: ${annotated} of ${indexed} so far. Ask /health/ready.`
      )

/**
 * Answers questions about a collection of articles: plain JSON in, plain JSON out. What is above it (HTTP, benchmarks)
 * knows nothing below it, so that another engine takes its place by answering the same questions;
 * `test/engine/contract.ts` is the suite that it must pass.
 *
 * A **generation** is one state of the collection. Equal names, equal answers: a question that is asked twice of one
 * generation is answered alike, so pages fit together. A generation that was replaced answers for some minutes more.
 */
export interface Engine {
  /** The name of the generation that answers now; undefined before the first one. */
  readonly generation: string | undefined

  readonly status: Status

  /**
   * @param at the generation that is to answer; the newest if it is absent
   * @throws {EngineError}
   */
  ask<V extends Verb>(verb: V, request: Request<V>, at?: string): Promise<Answer<V>>

  /**
   * Writes and deletes articles. What is told to be done is on disk, and is searched by whoever asks next. Absent:
   * nothing can be written.
   *
   * @returns what became of each
   * @throws {EngineError} `not-ready`; the system's error where the disk refuses it
   */
  apply?(changes: readonly ArticleChange[]): Promise<readonly ChangeOutcome[]>

  /**
   * Calls back when a generation takes the place of another.
   *
   * @returns ends that
   */
  onChange(listener: (generation: string) => void): () => void

  /** Stops and frees everything; safe at any time. */
  close(): Promise<void>
}
