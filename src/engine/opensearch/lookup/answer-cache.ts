import { LRUCache } from 'lru-cache'

/** The answers to lookups in one generation, of all queries. */
export type AnswerCache = LRUCache<string, object>

const REMEMBERED = 100_000

export const createAnswerCache = (): AnswerCache => new LRUCache({ max: REMEMBERED })
