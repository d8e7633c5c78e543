import { annotationsOf } from '../index/annotations.js'
import type { SearchIndex } from '../index/search-index.js'
import { ProblemError } from './errors.js'

/** @throws {ProblemError} `entity-not-found` */
export const entityNumber = (index: SearchIndex, id: string): number => {
  const number = annotationsOf(index).entities.find(id)
  if (number === undefined)
    throw new ProblemError('entity-not-found', `No entity has the id "${id}". GET /v1/entities lists them.`)
  return number
}
