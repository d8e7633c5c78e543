import { Index } from 'flexsearch'
import { impactAt, LEVELS, levelOf, type PostingsBuilder } from './postings.js'

/** FlexSearch's result without resolution: the article ids of each slot; empty slots are absent. */
type Slots = readonly (readonly number[] | undefined)[]

/**
 * Postings in FlexSearch: its resolution slots hold the quantised impacts, slot 0 the highest.
 *
 * Keys are passed through as they are (no encoder of FlexSearch's): one analysis serves articles and queries.
 */
export const createFlexSearchPostings = (): PostingsBuilder => {
  let current: ReadonlyMap<string, number> = new Map()
  const index = new Index({
    encode: (keys: string) => keys as unknown as string[],
    tokenize: 'strict',
    resolution: LEVELS,
    score: (_keys: string[], key: string) => LEVELS - 1 - levelOf(current.get(key) ?? 0)
  })
  // The slots are FlexSearch's own arrays: read, never changed.
  const slotsOf = (key: string): Slots =>
    index.search({ query: [key] as unknown as string, resolve: false }).result as unknown as Slots
  return {
    add: (article, impacts) => {
      current = impacts
      index.add(article, [...impacts.keys()] as unknown as string)
    },
    count: (key) => slotsOf(key).reduce((sum, articles) => sum + (articles?.length ?? 0), 0),
    forEach: (key, visit) => {
      const slots = slotsOf(key)
      for (let slot = 0; slot < slots.length; slot++) {
        const articles = slots[slot]
        if (articles === undefined) continue
        const impact = impactAt(LEVELS - 1 - slot)
        for (const article of articles) visit(article, impact)
      }
    }
  }
}
