import { columns } from '../connection/columns.js'
import { areCopies, COMPARED } from '../../../segment/articles/copies.js'
import { shinglesOf } from '../../../structures/min-hash.js'
import type { Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { bandsOf, decodeSketch } from './sketch-fields.js'
import { wordsIn } from './stored-words.js'

interface Sketched {
  readonly id: string
  readonly bands: readonly string[]
  readonly shingles: ReadonlySet<number>
}

/**
 * The other articles that are nearly the same text as one, found by the values of sketches: a search for the article,
 * and one for each copy.
 *
 * @throws {EngineError}
 */
export const copiesOf = async (served: Served, id: string): Promise<readonly string[]> => {
  const group = new Map<string, Sketched>()
  for (const one of await sketched(served, { query: { bool: { filter: [{ term: { id } }] } }, size: 1 }))
    group.set(id, one)
  for (const one of group.values())
    for (const other of await candidatesOf(served, one))
      if (!group.has(other.id) && areCopies(one.shingles, other.shingles)) group.set(other.id, other)
  group.delete(id)
  return [...group.keys()]
}

/** The articles that have most values in common with one, and at least one. */
const candidatesOf = (served: Served, { id, bands }: Sketched): Promise<readonly Sketched[]> =>
  sketched(served, {
    query: {
      bool: {
        must_not: [{ term: { id } }],
        should: bands.map((band) => ({ constant_score: { filter: { term: { bands: band } } } })),
        minimum_should_match: 1
      }
    },
    size: bands.length === 0 ? 0 : COMPARED
  })

const sketched = async (
  { cluster, published }: Served,
  { query, size }: { readonly query: object; readonly size: number }
): Promise<readonly Sketched[]> => {
  if (size === 0) return []
  const { hits } = await cluster.search<SketchedHits>({
    body: {
      ...searchAt(published.pit),
      ...{ query, size, track_total_hits: false, sort: [{ _score: 'desc' }, { id: 'asc' }] },
      ...columns('sketch', 'reading')
    }
  })
  return hits.hits.map(({ fields, sort }) => ({
    id: sort[1],
    bands: bandsOf(decodeSketch(fields.sketch[0])),
    shingles: shinglesOf(wordsIn(fields.reading[0]))
  }))
}

interface SketchedHits {
  readonly hits: {
    readonly hits: readonly {
      readonly fields: { readonly sketch: readonly [string]; readonly reading: readonly [string] }
      readonly sort: readonly [score: number, id: string]
    }[]
  }
}
