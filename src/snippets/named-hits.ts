import type { Clause } from '../segment/clause.js'
import { annotationsOf } from '../segment/annotations/annotations.js'
import type { SearchIndex } from '../segment/search-index.js'
import { spanHit, type Hit } from './hit.js'

/**
 * Where an article mentions the entities that a clause asks for (`person:berg`), in the order of the text. Prepared once for a
 * query; undefined for one that asks for none.
 */
export const namedHits = (index: SearchIndex, clause: Clause): ((article: number) => Hit[]) | undefined => {
  const asked = new Set(entitiesIn(index, clause))
  if (asked.size === 0) return undefined
  const { entities } = annotationsOf(index)
  return (article) =>
    entities
      .mentions(article)
      .filter(({ entity }) => asked.has(entity))
      .map(spanHit)
}

const entitiesIn = (index: SearchIndex, clause: Clause): number[] => {
  if (clause.kind === 'all' || clause.kind === 'any')
    return clause.clauses.flatMap((one) => entitiesIn(index, one))
  if (clause.kind !== 'entity') return []
  return annotationsOf(index).entities.withWordsOfType(clause.type, clause.value, clause.prefix)
}
