import { didYouMean } from '../../query/planning/corrections.js'
import { listExpansions } from '../../query/planning/expansions.js'
import type { Plan, QueryTerm } from '../../query/planning/plan.js'
import type { Generation } from '../../segment/generation.js'
import type { QueryAnswer, QueryTermAnswer } from '../questions.js'

/** What became of a query as its articles were looked for. */
interface Looked {
  readonly relaxed?: boolean
  /** What was left out, a sentence each. */
  readonly warnings?: readonly string[]
}

/** Tells how a query was read. @param q as it was given */
export const queryAnswer = (
  generation: Generation,
  plan: Plan,
  q: string,
  { relaxed = false, warnings = [] }: Looked = {}
): QueryAnswer => {
  const corrected = didYouMean(q, plan.corrections)
  return {
    q,
    terms: plan.terms.map((term) => termAnswer(generation, term)),
    relaxed,
    warnings: [...plan.warnings, ...warnings],
    ...(corrected !== undefined && { didYouMean: corrected })
  }
}

const termAnswer = (generation: Generation, term: QueryTerm): QueryTermAnswer => {
  const expansions = listExpansions(generation, term)
  return { text: term.text, term: term.term, ...(expansions.length > 0 && { expansions }) }
}
