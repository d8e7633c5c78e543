import type { ArticleProblem } from '../articles/article.js'
import type { SeenFiles } from './folder-files.js'

/** Problems that belong to no file that was read: of folders that cannot be read, of rules, of annotations. */
export class NonFileProblems {
  private readonly others: ArticleProblem[] = []
  /** By id: articles that are served without names, with their numbers. */
  private readonly unannotated = new Map<
    string,
    { readonly problem: ArticleProblem; readonly article: number }
  >()
  private folders = new Map<string, ArticleProblem>()

  /**
   * @param problemAdded is called with each new problem
   * @param numberOf the current number of the article with an id; each change of an article gives it another number
   */
  constructor(
    private readonly problemAdded: (problem: ArticleProblem) => void,
    private readonly numberOf: (id: string) => number | undefined
  ) {}

  get all(): readonly ArticleProblem[] {
    const unannotated = [...this.unannotated]
      .filter(([id, { article }]) => this.numberOf(id) === article)
      .map(([, { problem }]) => problem)
    return [...this.others, ...unannotated, ...this.folders.values()]
  }

  readonly add = (problem: ArticleProblem): void => {
    this.others.push(problem)
    this.problemAdded(problem)
  }

  /** @param problem of an article that is served without names, until the article changes; its `file` is the id */
  readonly addUnannotated = (problem: ArticleProblem): void => {
    const article = this.numberOf(problem.file)
    if (article === undefined) return // removed meanwhile
    this.unannotated.set(problem.file, { problem, article })
    this.problemAdded(problem)
  }

  /** Updates which folders cannot be read, within those that were looked at. */
  updateFolders({ within, problems }: Pick<SeenFiles, 'within' | 'problems'>): void {
    const before = this.folders
    const isWithin = (path: string): boolean =>
      within === 'all' || within.some((one) => path === one || path.startsWith(`${one}/`))
    this.folders = new Map([...before].filter(([path]) => !isWithin(path)))
    for (const problem of problems) {
      this.folders.set(problem.file, problem)
      if (before.get(problem.file)?.reason !== problem.reason) this.problemAdded(problem)
    }
  }
}
