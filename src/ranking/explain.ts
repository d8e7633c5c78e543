import type { Field } from '../index/clause.js'
import type { FieldImpacts } from '../index/impacts.js'
import type { SearchIndex } from '../index/search-index.js'
import type { MatchKind, Plan, QueryTerm, TermMatch } from '../query/plan.js'
import type { RankedArticle } from './rank.js'

/** One share of a score. */
export interface Contribution {
  /** `proximity` is what the nearness of the words adds, beside the words themselves. */
  readonly kind: MatchKind | 'proximity'
  /** The word of the query; absent for proximity, like all but the contribution. */
  readonly text?: string
  /** The form that was found. */
  readonly term?: string
  readonly field?: Field
  /** What such a match is worth beside the whole word (1). */
  readonly weight?: number
  readonly idf?: number
  /** BM25F's saturated frequency as the postings hold it, this field's share. Weight × idf × impact = contribution. */
  readonly impact?: number
  readonly contribution: number
}

/** Where the score of an article comes from; the contributions sum to it. */
export const explain = (
  index: SearchIndex,
  plan: Plan,
  { article, proximity }: RankedArticle
): Contribution[] => {
  const impactsOf = index.fieldImpacts(article)
  const words = plan.terms.flatMap((term) =>
    term.matches.flatMap((match) => explainMatch(term, match, impactsOf(match.key)))
  )
  return proximity === 0 ? words : [...words, { kind: 'proximity', contribution: proximity }]
}

const explainMatch = (
  { text }: QueryTerm,
  { kind, term, weight, idf }: TermMatch,
  impacts: FieldImpacts
): Contribution[] =>
  (['title', 'text'] as const)
    .filter((field) => impacts[field] > 0)
    .map((field) => {
      const impact = impacts[field]
      return { kind, text, term, field, weight, idf, impact, contribution: weight * idf * impact }
    })
