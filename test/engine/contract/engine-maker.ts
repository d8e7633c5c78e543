import type { Test } from 'tap'
import type { SourceArticle } from '../../../src/articles/article.js'
import type { Engine, Request, Verb } from '../../../src/engine/engine.js'

export interface EngineMaker {
  /** An engine that serves the articles, with their names. */
  readonly make: (articles: readonly SourceArticle[], t: Test) => Promise<Engine>
  /** Puts other articles in the place of an engine's. */
  readonly replace: (engine: Engine, articles: readonly SourceArticle[], t: Test) => Promise<void>
  /** Does it answer such a question? Absent: it answers all. */
  readonly answers?: (verb: Verb, question: Request<Verb>) => boolean
}

/** What the suite asks of an engine: the questions that it answers. */
export type Answers = (verb: Verb, question: Request<Verb>) => boolean

export const answersOf = ({ answers }: EngineMaker): Answers => answers ?? ((): boolean => true)
