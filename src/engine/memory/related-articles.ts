import { filterArticles, type Filter } from '../../query/selection/filter.js'
import { newestFirst } from '../../ranking/date-order.js'
import { ENTITY_IMPACT, significantTermsOf, type SignificantTerms } from '../../ranking/significant-terms.js'
import type { Generation } from '../../segment/generation.js'
import { top } from '../../structures/top.js'
import type { Page, PageRequest, RelatedArticle, Ties } from '../questions.js'
import { rounded } from './npmi.js'

/** What has a smaller share of what tells an article from the rest is about something else. */
const LEAST_COMMON = 0.1

/** One word or name in common makes no two articles alike, however rare it is, unless there is no other. */
const LEAST_TIES = 2

/** Ties of each kind that are told of an article, the strongest. */
const MOST_TIES = 10

/**
 * The articles that are about the same as one, those with most in common first: the sum over its significant terms and
 * entities of what each weighs in both. The article itself and its copies are left out.
 *
 * The work is bounded: `significantTermsOf` limits how many lists of articles are read, and how long they are together;
 * ties are told of the articles of the page alone.
 */
export const relatedArticles = (
  generation: Generation,
  article: number,
  { filter, offset, size }: PageRequest & { readonly filter: Filter }
): Page<RelatedArticle> => {
  const { segment } = generation
  const significant = significantTermsOf(generation, article)
  const { sums, ties } = commonWith(generation, significant)
  const least = leastCommon(significant)
  const group = segment.copyGroupOf(article)
  const isRelated = (other: number): boolean =>
    ties[other]! >= least.ties &&
    sums[other]! >= least.sum &&
    segment.copyGroupOf(other) !== group &&
    !segment.isRemoved(other)
  const alike: number[] = []
  if (significant.self > 0)
    for (let other = 0; other < segment.size; other++) if (isRelated(other)) alike.push(other)
  const found = filterArticles(generation, alike, filter)
  const newest = newestFirst(segment.facts)
  const page = top(found, offset + size, (a, b) => sums[b]! - sums[a]! || newest(a, b)).slice(offset)
  const tiesWith = tieReader(generation, significant)
  const items = page.map((other) => ({
    ...segment.articles.facts(other),
    score: scoreOf(significant, sums[other]!),
    ties: tiesWith(other)
  }))
  return { total: found.length, items }
}

/** What an article must have in common with another one to be about the same. */
export const leastCommon = ({
  terms,
  entities,
  self
}: SignificantTerms): { readonly sum: number; readonly ties: number } => ({
  sum: LEAST_COMMON * self,
  ties: Math.min(LEAST_TIES, terms.length + entities.length)
})

/** @param common the sum of what an article has in common with the one that `significant` is of */
export const scoreOf = ({ self }: SignificantTerms, common: number): number =>
  rounded(Math.min(1, common / self))

interface Common {
  /** By article: what it has in common, and by how many terms and entities. */
  readonly sums: Float64Array
  readonly ties: Uint8Array
}

const commonWith = ({ segment, annotations }: Generation, { terms, entities }: SignificantTerms): Common => {
  const sums = new Float64Array(segment.size)
  const ties = new Uint8Array(segment.size)
  const add = (article: number, amount: number): void => {
    sums[article]! += amount
    ties[article]!++
  }
  for (const { key, weight } of terms)
    segment.postings.forEachBlock(key, (articles, from, to, impact) => {
      for (let i = from; i < to; i++) add(articles[i]!, weight * impact)
    })
  for (const { entity, weight } of entities)
    for (const article of annotations!.entities.articles(entity)) add(article, weight * ENTITY_IMPACT)
  return { sums, ties }
}

/** Tells what ties an article to the one that `significant` is of, as shares of what that has in common with itself. */
export const tieReader = (
  generation: Generation,
  { terms, entities, self }: SignificantTerms
): ((article: number) => Ties) => {
  const { segment, vocabulary, annotations } = generation
  const strongest = <T extends { readonly share: number }>(ties: readonly T[]): readonly T[] =>
    ties
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .slice(0, MOST_TIES)
      .map((tie) => ({ ...tie, share: rounded(tie.share) }))
  return (article) => {
    const impactsOf = segment.fieldImpacts(article)
    const named = new Set(annotations?.entities.entities(article))
    return {
      terms: strongest(
        terms.map(({ key, word, weight }) => {
          const { title, text } = impactsOf(key)
          return { text: vocabulary.writtenAs(word), share: (weight * (title + text)) / self }
        })
      ),
      entities: strongest(
        entities
          .filter(({ entity }) => named.has(entity))
          .map(({ entity, weight }) => ({
            id: annotations!.entities.id(entity),
            type: annotations!.entities.type(entity),
            name: annotations!.entities.name(entity),
            share: (weight * ENTITY_IMPACT) / self
          }))
      )
    }
  }
}
