import type { FactNames } from '../../facts/fact-names.js'
import { hasText, hasTextKey, looksLikeArticle } from '../../facts/record-article.js'
import { ghostTables } from './ghost.js'
import { ninjsRecord, type JsonObject } from './ninjs.js'
import { wordSet } from '../../../structures/word-list.js'

/** Keys of objects that only wrap articles: those of Elasticsearch, Strapi, GraphQL, Solr and Ghost. */
const WRAPPERS = wordSet(`
  _source attributes fields node data article post item response result hits db feed channel graph @graph
`)

const DEEPEST = 6

/**
 * The records of a JSON value: itself where it has a text; else the objects in its lists, and in what wraps one. A
 * value that is neither is one record without a text.
 *
 * `{"articles": [{"text": "A"}, {"text": "B"}]}` → two; `{"_id": "7", "_source": {"text": "A"}}` → one with `_id` too
 */
export const recordsIn = (value: unknown, names: FactNames): readonly JsonObject[] => {
  if (!isObject(value)) return []
  const found = recordsInside(value, names, 0)
  return found.length > 0 ? found : [value]
}

const recordsInside = (value: JsonObject, names: FactNames, depth: number): readonly JsonObject[] => {
  const record = ninjsRecord(value)
  if (hasText(record, names)) return [record]
  if (depth === DEEPEST) return []
  const found = Object.entries(ghostTables(value)).flatMap(([key, inner]) => {
    if (Array.isArray(inner)) return recordsOfList(inner.filter(isObject), names, depth + 1)
    if (!isObject(inner)) return []
    if (!WRAPPERS.has(key)) return recordsByKey(inner, names)
    const facts = Object.fromEntries(Object.entries(value).filter(([, fact]) => typeof fact !== 'object'))
    // What is inside comes first where both state a fact.
    return recordsInside({ ...inner, ...facts, ...inner }, names, depth + 1)
  })
  return found.length > 0 ? found : recordsByKey(value, names)
}

/** Articles by their ids, as Firebase exports them: `{"sak-1": {"text": "A"}, "sak-2": {"text": "B"}}`. */
const recordsByKey = (value: JsonObject, names: FactNames): readonly JsonObject[] => {
  const entries = Object.entries(value)
  const isAll = entries.length > 1 && entries.every(([, each]) => isObject(each) && hasText(each, names))
  return isAll ? entries.map(([key, each]) => ({ id: key, ...(each as JsonObject) })) : []
}

/** An article without a text among others that have one is a record too, so that it is told of. */
const recordsOfList = (
  list: readonly JsonObject[],
  names: FactNames,
  depth: number
): readonly JsonObject[] => {
  const found = list.map((each) => recordsInside(each, names, depth))
  if (found.every((records) => records.length === 0)) return []
  const isMeant = (each: JsonObject): boolean =>
    looksLikeArticle(each, names) || hasTextKey(Object.keys(each), names)
  return found.flatMap((records, at) => (records.length === 0 && isMeant(list[at]!) ? [list[at]!] : records))
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
