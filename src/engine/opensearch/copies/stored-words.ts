import { columns } from '../connection/columns.js'
import type { SearchBody } from '../connection/search-queue.js'
import type { Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { decodeReading } from '../layout/stored-reading.js'

/** Articles whose readings are asked for together. */
const TOGETHER = 200

interface ReadHits {
  readonly hits: {
    readonly hits: readonly {
      readonly fields: { readonly reading: readonly [string] }
      readonly sort: readonly [string]
    }[]
  }
}

/** By id of an article: the words of its text in order, as hashes. @throws {EngineError} */
export const textWords = async (
  { cluster, published }: Served,
  ids: readonly string[]
): Promise<ReadonlyMap<string, Uint32Array>> => {
  const found = new Map<string, Uint32Array>()
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER)
    const search: SearchBody = {
      body: {
        ...searchAt(published.pit),
        ...{ size: some.length, track_total_hits: false, ...columns('reading'), sort: [{ id: 'asc' }] },
        query: { bool: { filter: [{ terms: { id: some } }] } }
      }
    }
    const { hits } = await cluster.search<ReadHits>(search)
    for (const { fields, sort } of hits.hits) found.set(sort[0], wordsIn(fields.reading[0]))
  }
  return found
}

/** The words of a text, as hashes. @param reading see `encodeReading` */
export const wordsIn = (reading: string): Uint32Array => {
  const { words, tokens, titleLength } = decodeReading(reading)
  return tokens.subarray(titleLength).map((place) => words[place]!)
}
