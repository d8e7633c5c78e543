import type { Test } from 'tap'
import type { SourceArticle } from '../../../src/articles/article.js'
import type { Engine } from '../../../src/engine/engine.js'

export interface EngineMaker {
  /** An engine that serves the articles, with their names. */
  readonly make: (articles: readonly SourceArticle[], t: Test) => Promise<Engine>
  /** Puts other articles in the place of an engine's. */
  readonly replace: (engine: Engine, articles: readonly SourceArticle[], t: Test) => Promise<void>
}
