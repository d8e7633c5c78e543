import type { ArticleProblem, Ignored } from './articles/article.js'
import { readArticles } from './articles/read-articles.js'
import { norwegianNames } from './entities/norwegian-names.js'
import type { NameFinder } from './entities/name-finder.js'
import { readRules } from './entities/rules/read-rules.js'
import { IndexBuilder } from './index/index-builder.js'
import type { SearchIndex } from './index/search-index.js'

/** How far the collection has come. */
export interface Progress {
  readonly state: 'starting' | 'reading' | 'indexing' | 'ready'
  /** Articles read and articles indexed so far. */
  readonly read: number
  readonly indexed: number
  /** Files, or records of one, that were left out. */
  readonly problems: number
}

/**
 * The articles of a folder and the generation that serves them. A search takes `current` once and reads nothing else, so
 * that a new generation can be put in its place between two requests.
 */
export class Collection {
  private generation: SearchIndex | undefined
  private progressNow: Progress = { state: 'starting', read: 0, indexed: 0, problems: 0 }
  private problemsNow: ArticleProblem[] = []
  private ignoredNow: Ignored = { files: new Map(), keys: new Map() }

  /** @param findNames finds the names of an article */
  constructor(private readonly findNames: NameFinder = norwegianNames) {}

  /** Undefined until the first generation is built. */
  get current(): SearchIndex | undefined {
    return this.generation
  }

  get progress(): Progress {
    return this.progressNow
  }

  /** What the folder of the generation that serves holds beside its articles. */
  get ignored(): Ignored {
    return this.ignoredNow
  }

  /** What was left out of the generation that is being read, or else of the one that serves. */
  get problems(): readonly ArticleProblem[] {
    return this.problemsNow
  }

  /**
   * Reads the folder, builds a generation beside the one that serves, and swaps it in. Where that fails, all is as it was.
   *
   * @param report is told of each file or record that was left out
   * @throws {ArticleFolderError} where the folder cannot be read at all
   */
  async load(folder: string, report: (problem: ArticleProblem) => void): Promise<SearchIndex> {
    const before = { progress: this.progressNow, problems: this.problemsNow }
    try {
      return await this.build(folder, report)
    } catch (error) {
      this.progressNow = before.progress
      this.problemsNow = before.problems
      throw error
    }
  }

  private async build(folder: string, report: (problem: ArticleProblem) => void): Promise<SearchIndex> {
    const { rules, problems: wrongRules } = await readRules(folder)
    const builder = new IndexBuilder({ findNames: this.findNames, rules })
    const problems = [...wrongRules]
    problems.forEach(report)
    let ignored = this.ignoredNow
    this.problemsNow = problems
    this.note({ state: 'reading', read: 0, indexed: 0, problems: 0 })
    for await (const event of readArticles(folder)) {
      if (event.kind === 'article') {
        builder.add(event.article)
      } else if (event.kind === 'problem') {
        problems.push(event.problem)
        report(event.problem)
      } else {
        ignored = event.ignored
      }
      this.note({ read: builder.size, problems: problems.length })
    }
    this.note({ state: 'indexing' })
    const index = await builder.finish((indexed) => {
      this.note({ indexed })
    })
    this.generation = index
    this.ignoredNow = ignored
    this.note({ state: 'ready', indexed: index.size })
    return index
  }

  private note(change: Partial<Progress>): void {
    this.progressNow = { ...this.progressNow, ...change }
  }
}
