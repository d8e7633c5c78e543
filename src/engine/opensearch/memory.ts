import { LRUCache } from 'lru-cache'

/** What is remembered of one generation, answers of all queries. */
export type Memory = LRUCache<string, object>

const REMEMBERED = 100_000

export const createMemory = (): Memory => new LRUCache({ max: REMEMBERED })
