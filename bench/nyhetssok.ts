import type { Engine } from '../src/engine/engine.js'
import { PASSAGE_LENGTH } from './measures.js'
import type { FoundPassage, Peer } from './peers/peer.js'

const COMMON = {
  match: 'any',
  compounds: true,
  variants: true,
  fuzzy: 'auto',
  filter: {},
  offset: 0
} as const

/** This engine, as the service asks it: with a snippet for each hit. */
export class Nyhetssok implements Peer {
  readonly name = 'Nyhetssøk'

  /** @param engine has the articles already */
  constructor(private readonly engine: Engine) {}

  load(): Promise<void> {
    return Promise.resolve()
  }

  async search(q: string, size: number): Promise<string[]> {
    const { hits } = await this.engine.ask('search', {
      ...COMMON,
      q,
      size,
      sort: 'relevance',
      facets: [],
      facetSize: 10,
      facetSort: 'count',
      snippets: { count: 1, length: PASSAGE_LENGTH },
      explain: false
    })
    return hits.map(({ id }) => id)
  }

  async passages(q: string): Promise<readonly FoundPassage[]> {
    const request = { ...COMMON, q, size: 10, snippetLength: PASSAGE_LENGTH }
    return (await this.engine.ask('snippets', request)).items
  }

  close(): Promise<void> {
    return this.engine.close()
  }
}
