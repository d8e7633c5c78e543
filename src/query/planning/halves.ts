import type { Models } from '../../analysis/models.js'
import { completeHalves } from '../../analysis/suspended-hyphens.js'
import { readText } from '../../analysis/text/reading.js'
import { type QueryNode, type SequenceClause, type WordNode } from '../language/ast.js'

/** By word of a query that is the half of a compound, the `wordForm` of what it stands for. */
export type Halves = ReadonlyMap<QueryNode, string>

/** Words that are read together: a half, and those up to its compound. */
const LONGEST_RUN = 10
const ENDS_IN_HYPHEN = /[\p{L}\p{N}][-\u2010\u2011],?$/u

/** The halves of a query, read as in a text: of `inn- og utvandring` the first is `innvandring`. */
export const findHalves = (models: Models, node: QueryNode): Halves => {
  const found = new Map<QueryNode, string>()
  const visit = (one: QueryNode): void => {
    if ('children' in one) one.children.forEach(visit)
    else if (one.kind === 'not') visit(one.child)
    else if (one.kind === 'sequence') {
      one.clauses.forEach((_, i) => {
        takeHalf(models, one.clauses.slice(i, i + LONGEST_RUN), found)
      })
      for (const clause of one.clauses) visit(clause.node)
    }
  }
  visit(node)
  return found
}

/** Is the first of the clauses a half? */
const takeHalf = (
  models: Models,
  clauses: readonly SequenceClause[],
  found: Map<QueryNode, string>
): void => {
  const run: WordNode[] = []
  for (const { occur, node } of clauses) {
    if (occur !== 'plain' || node.kind !== 'word' || node.field !== undefined) break
    run.push(node)
  }
  const [half] = run
  if (half === undefined || !ENDS_IN_HYPHEN.test(half.text)) return
  const text = run.map((node) => node.text).join(' ')
  const { tokens } = readText(text)
  const [before] = tokens
  const [word] = completeHalves(text, tokens, models)
  if (word !== undefined && word !== before) found.set(half, word.word)
}
