import { discount, npmi, rounded } from '../../memory/npmi.js'
import type { Page, RelatedEntity, Verbs } from '../../questions.js'
import { countArticles } from '../searching/find.js'
import { lookupIn, type Served } from '../planning/planning.js'
import { allOf } from '../queries/token-query.js'
import { countMentioned, mentioningQuery } from './count-entities.js'
import { entityWithId } from './entities.js'
import { byMentions } from './name-lookup.js'
import { leastConfidence } from './confidence-counts.js'

/** The entities that the same articles mention as an entity, the most closely related first. @throws {EngineError} */
export const relatedEntities = async (
  served: Served,
  { id, type, offset, size, minConfidence = 0 }: Verbs['related']['request']
): Promise<Page<RelatedEntity>> => {
  const lookup = lookupIn(served)
  const entity = await entityWithId(served, lookup, id)
  const query = allOf([mentioningQuery(entity.keys, leastConfidence(minConfidence))])
  const own = await countArticles(served, query)
  const counted = await countMentioned(query, { served, lookup, minConfidence })
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
