import type { ArticleProblem } from '../articles/article.js'
import type { SeenFiles } from './folder-files.js'

/** Problems that are none of one file that was read: of folders that cannot be read, of rules, of names. */
export class OwnProblems {
  private readonly others: ArticleProblem[] = []
  /** By id: of articles that are served without names, and their numbers. */
  private readonly nameless = new Map<
    string,
    { readonly problem: ArticleProblem; readonly article: number }
  >()
  private folders = new Map<string, ArticleProblem>()

  /**
   * @param tell is told of each when it is new
   * @param numberOf the number of the article with an id, as the articles are now; another one after each change of it
   */
  constructor(
    private readonly tell: (problem: ArticleProblem) => void,
    private readonly numberOf: (id: string) => number | undefined
  ) {}

  get all(): readonly ArticleProblem[] {
    const nameless = [...this.nameless]
      .filter(([id, { article }]) => this.numberOf(id) === article)
      .map(([, { problem }]) => problem)
    return [...this.others, ...nameless, ...this.folders.values()]
  }

  readonly add = (problem: ArticleProblem): void => {
    this.others.push(problem)
    this.tell(problem)
  }

  /** @param problem of an article that is served without names; its `file` is the id. It is over when that changes */
  readonly addNameless = (problem: ArticleProblem): void => {
    const article = this.numberOf(problem.file)
    if (article === undefined) return // removed meanwhile
    this.nameless.set(problem.file, { problem, article })
    this.tell(problem)
  }

  /** Takes over which folders cannot be read, of those that were looked at. */
  look({ within, problems }: Pick<SeenFiles, 'within' | 'problems'>): void {
    const before = this.folders
    const isWithin = (path: string): boolean =>
      within === 'all' || within.some((one) => path === one || path.startsWith(`${one}/`))
    this.folders = new Map([...before].filter(([path]) => !isWithin(path)))
    for (const problem of problems) {
      this.folders.set(problem.file, problem)
      if (before.get(problem.file)?.reason !== problem.reason) this.tell(problem)
    }
  }
}
