import {
  ENTITY_IMPACT,
  significantTermsOf,
  type SignificantTerms
} from '../../../ranking/significant-terms.js'
import type { Generation } from '../../../segment/generation.js'
import { leastCommon, scoreOf, tieReader } from '../../memory/related-articles.js'
import type { Page, RelatedArticle, Verbs } from '../../questions.js'
import { requireArticle } from './articles.js'
import { copiesOf } from '../copies/copies-of.js'
import { filterQueries } from '../queries/filter-query.js'
import { findArticles, impactQuery, type FoundArticles } from './find.js'
import { entityRow } from '../names/lookup-entities.js'
import { lookupIn, overWholeArticles, type Served } from '../planning/planning.js'
import type { StoredArticle } from '../reading/stored-article.js'
import type { Query } from '../queries/token-query.js'

/**
 * The articles that are about the same as one, those with most in common first: see the engine in memory. The cluster
 * sums up what each has in common by the impacts that it finds articles by.
 *
 * @throws {EngineError} `article-not-found`
 */
export const relatedArticles = async (
  served: Served,
  { id, filter, offset, size }: Verbs['relatedArticles']['request']
): Promise<Page<RelatedArticle>> => {
  const stored = await requireArticle(served, id)
  const lookup = lookupIn(served)
  const own = stored.article.id
  const [{ significant, should, filters }, copies] = await Promise.all([
    overWholeArticles(served, { lookup, articles: [stored] }, (generation) => {
      const significant = significantTermsOf(generation, 0)
      return {
        significant,
        should: tieQueries(generation, significant),
        filters: filterQueries(generation, filter)
      }
    }),
    copiesOf(served, own)
  ])
  if (significant.self === 0) return { total: 0, items: [] }
  const least = leastCommon(significant)
  const query = {
    bool: {
      ...{ filter: filters, should, minimum_should_match: least.ties },
      must_not: [{ terms: { id: [own, ...copies] } }]
    }
  }
  const { total, articles, scores } = await findArticles(served, query, {
    ...{ sort: 'relevance', window: { offset, size }, withBest: false, withNames: true },
    leastScore: least.sum
  })
  const items = await describe(served, stored, { articles, scores })
  return { total, items }
}

/** What each tie adds to the sum of an article that has it. */
const tieQueries = (generation: Generation, { terms, entities }: SignificantTerms): Query[] => [
  ...terms.map(({ key, weight }) => impactQuery(generation.vocabulary, key, Math.max(weight, LEAST_WEIGHT))),
  ...entities.map(({ entity, weight }) => ({
    constant_score: {
      filter: { terms: { names: entityRow(generation, entity).keys } },
      boost: Math.max(weight * ENTITY_IMPACT, LEAST_WEIGHT)
    }
  }))
]

/** The cluster takes no boost of 0. */
const LEAST_WEIGHT = 1e-6

const describe = async (
  served: Served,
  stored: StoredArticle,
  { articles, scores }: Pick<FoundArticles<never>, 'articles' | 'scores'>
): Promise<RelatedArticle[]> => {
  if (articles.length === 0) return []
  const over = { lookup: lookupIn(served), articles: [stored, ...articles] }
  return overWholeArticles(served, over, (generation) => {
    const significant = significantTermsOf(generation, 0)
    const tiesWith = tieReader(generation, significant)
    return scores.map((score, i) => ({
      ...generation.segment.articles.facts(i + 1),
      score: scoreOf(significant, score),
      ties: tiesWith(i + 1)
    }))
  })
}
