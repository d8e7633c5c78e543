import type { PostingKey } from '../../segment/postings/postings.js'
import type { WeightedKey } from '../clause.js'
import type { Generation } from '../../segment/generation.js'
import type { ParsedQuery } from '../language/ast.js'
import { compile } from './compile.js'
import type { WordOptions } from './expand.js'
import type { Plan, QueryTerm } from './plan.js'
import { readQuestion } from './question.js'

export interface PlanOptions extends WordOptions {
  readonly match: 'auto' | 'all' | 'any'
}

/** Plans a query against one generation. */
export const makePlan = (
  generation: Generation,
  { root, warnings }: ParsedQuery,
  { match, ...options }: PlanOptions
): Plan => {
  const compiled = compile(generation, root, { ...options, every: match !== 'any' })
  return {
    ...compiled,
    keys: weightedKeys(compiled.terms),
    question: readQuestion(root),
    warnings: [...warnings, ...compiled.warnings]
  }
}

/** Each postings key once, with the sum of what the words of the query give it. */
const weightedKeys = (terms: readonly QueryTerm[]): WeightedKey[] => {
  const weights = new Map<PostingKey, number>()
  for (const { matches } of terms) {
    for (const { key, weight, idf } of matches) weights.set(key, (weights.get(key) ?? 0) + weight * idf)
  }
  return [...weights].map(([key, weight]) => ({ key, weight }))
}
