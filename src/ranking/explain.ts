import type { MatchKind, QueryTerm, TermMatch } from '../query/planning/plan.js'
import type { Field } from '../segment/field.js'
import type { FieldImpacts } from '../segment/postings/impacts.js'
import type { Vocabulary } from '../segment/words/vocabulary.js'
import type { RankedArticle, Ranking } from './rank.js'
import type { SignalName } from './signals.js'

/** One share of a score. */
export interface Contribution {
  /** `signal`: what close reading of the article adds, beside the words themselves. */
  readonly kind: MatchKind | 'signal'
  /** The signal, `about` for a name that a field asks for; absent for words. */
  readonly signal?: SignalName | 'about'
  /** How strong the signal is, 0 to about 1. Weight × value = contribution. */
  readonly value?: number
  /** The word of the query, or `person:berg`; absent for other signals, like field, idf and impact. */
  readonly text?: string
  /** The form that was found. */
  readonly term?: string
  readonly field?: Field
  /** What such a match is worth beside the whole word (1); what a signal of 1 would add. */
  readonly weight?: number
  readonly idf?: number
  /** BM25F's saturated frequency as the postings hold it, this field's share. Weight × idf × impact = contribution. */
  readonly impact?: number
  readonly contribution: number
}

/** Where the score of an article comes from; the contributions sum to it. */
export const explain = (
  { generation, plan, reader, about }: Ranking,
  { article, isRead, isWeighed }: RankedArticle
): Contribution[] => {
  const impactsOf = generation.segment.fieldImpacts(article)
  const words = plan.terms.flatMap((term) =>
    term.matches.flatMap((match) => explainMatch(generation.vocabulary, term, match, impactsOf(match.key)))
  )
  const named = ((isWeighed ? about?.shares(article) : undefined) ?? []).map((share) => ({
    kind: 'signal' as const,
    signal: 'about' as const,
    ...share,
    contribution: share.value * share.weight
  }))
  if (!isRead) return [...words, ...named]
  return [
    ...words,
    ...named,
    ...reader.shares(article).map((share) => ({ kind: 'signal' as const, ...share }))
  ]
}

const explainMatch = (
  vocabulary: Vocabulary,
  { text }: QueryTerm,
  { kind, term: id, weight, idf }: TermMatch,
  impacts: FieldImpacts
): Contribution[] => {
  const term = vocabulary.term(id)
  return (['title', 'text'] as const)
    .filter((field) => impacts[field] > 0)
    .map((field) => {
      const impact = impacts[field]
      return { kind, text, term, field, weight, idf, impact, contribution: weight * idf * impact }
    })
}
