import { annotationsOf } from '../segment/annotations/annotations.js'
import type { SearchIndex } from '../segment/search-index.js'
import { ProblemError } from './errors.js'

/** How many entities of one name are told. */
const NAMED = 10

/** @throws {ProblemError} `entity-not-found` */
export const entityNumber = (index: SearchIndex, id: string): number => {
  const { entities } = annotationsOf(index)
  const number = entities.find(id)
  if (number !== undefined) return number
  const called = entities.called(id).slice(0, NAMED)
  const detail =
    called.length > 0
      ? `Several entities are called that: ${called.map((entity) => entities.id(entity)).join(', ')}.`
      : `No entity has the id "${id}". GET /v1/entities lists them.`
  throw new ProblemError('entity-not-found', detail)
}
