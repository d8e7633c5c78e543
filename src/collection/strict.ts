import type { ArticleProblem } from '../articles/article.js'
import { UserError } from '../user-error.js'

/** `--strict`, and an article file has a problem. */
class StrictError extends UserError {
  override readonly name = 'StrictError'
}

/** A draft, or a file that is no article, is no fault of the folder. */
export const isFault = ({ kind }: ArticleProblem): boolean => kind !== 'withheld' && kind !== 'no-article'

/** @throws {StrictError} where there is a fault */
export const refuseFaults = (problems: readonly ArticleProblem[]): void => {
  const [first, ...others] = problems.filter(isFault)
  if (first === undefined) return
  const place = `${first.file}${first.line === undefined ? '' : `, line ${first.line}`}`
  const count =
    others.length === 0
      ? '1 article file or record has'
      : `${others.length + 1} article files or records have`
  throw new StrictError(`${count} a problem, the first: ${place}: ${first.reason}`)
}
