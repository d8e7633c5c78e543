import { discount, npmi, rounded } from '../../memory/npmi.js'
import type { Page, RelatedEntity, Verbs } from '../../questions.js'
import { countArticles } from '../find.js'
import { lookupIn, type Served } from '../planning.js'
import { allOf } from '../token-query.js'
import { countNamed, namingQuery } from './count-named.js'
import { entityNamed } from './entities.js'
import { byMentions } from './name-lookup.js'
import { leastSure } from './sure-counts.js'

/** The entities that are named beside an entity, those that keep closest to it first. @throws {EngineError} */
export const relatedEntities = async (
  served: Served,
  { id, type, offset, size, minConfidence = 0 }: Verbs['related']['request']
): Promise<Page<RelatedEntity>> => {
  const lookup = lookupIn(served)
  const entity = await entityNamed(served, lookup, id)
  const query = allOf([namingQuery(entity.keys, leastSure(minConfidence))])
  const own = await countArticles(served, query)
  const counted = await countNamed(query, { served, lookup, minConfidence })
  const related = counted
    .filter(({ row }) => row.id !== entity.id && (type?.includes(row.type) ?? true))
    .map(({ row, articles: count }) => ({
      ...{ row, count },
      strength: discount(count) * npmi(count, own, row.articles, served.published.articles)
    }))
    .sort((a, b) => b.strength - a.strength || b.count - a.count || byMentions(a.row, b.row))
  const items = related.slice(offset, offset + size).map(({ row, count, strength }) => ({
    ...{ id: row.id, type: row.type, name: row.name },
    ...{ count, strength: rounded(strength) }
  }))
  return { total: related.length, items }
}
