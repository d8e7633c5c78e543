import type { ArticleEvent } from './article.js'

/**
 * Thrown by the steps that make an article from bytes when they must leave it out. The readers catch it and
 * report it as an `ArticleProblem`; it never leaves this folder.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  /**
   * @param reason what is wrong and how to mend it, in one sentence
   * @param line 1-based, within what the step was given
   */
  constructor(
    readonly reason: string,
    readonly line?: number | undefined
  ) {
    super(reason)
  }
}

/** The event that reports a problem; `line` is left out where it is unknown. */
export function problem(file: string, reason: string, line?: number): ArticleEvent {
  return { kind: 'problem', problem: { file, reason, ...(line !== undefined && { line }) } }
}
