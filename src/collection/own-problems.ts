import type { ArticleProblem } from '../articles/article.js'
import type { SeenFiles } from './folder-files.js'

/** Problems that are none of one file that was read: of folders that cannot be read, of rules, of names. */
export class OwnProblems {
  private readonly others: ArticleProblem[] = []
  private folders = new Map<string, ArticleProblem>()

  /** @param tell is told of each when it is new */
  constructor(private readonly tell: (problem: ArticleProblem) => void) {}

  get all(): readonly ArticleProblem[] {
    return [...this.others, ...this.folders.values()]
  }

  readonly add = (problem: ArticleProblem): void => {
    this.others.push(problem)
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
