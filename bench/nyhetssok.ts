import { findSnippets } from '../src/engine/memory/find-snippets.js'
import type { SearchIndex } from '../src/segment/search-index.js'
import { search } from '../src/engine/memory/search.js'
import { makePlan } from '../src/query/planning/make-plan.js'
import { parseQuery } from '../src/query/language/parser.js'
import { top } from '../src/structures/top.js'
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

  /** @param index of the articles, which is not made again */
  constructor(private readonly index: SearchIndex) {}

  load(): Promise<void> {
    return Promise.resolve()
  }

  search(q: string, size: number): Promise<string[]> {
    const snippets = { count: 1, length: PASSAGE_LENGTH }
    const { hits } = search(this.index, {
      ...COMMON, q, size, sort: 'relevance', facets: [], facetSize: 10, snippets, explain: false
    }) // prettier-ignore
    return Promise.resolve(hits.map(({ id }) => id))
  }

  passages(q: string): FoundPassage[] {
    return findSnippets(this.index, { ...COMMON, q, size: 10, snippetLength: PASSAGE_LENGTH }).items
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

/** The sum of impacts alone, to see what close reading adds; it chooses no passages. */
export class FirstStage implements Peer {
  readonly name = '… its first stage alone'

  constructor(private readonly index: SearchIndex) {}

  load(): Promise<void> {
    return Promise.resolve()
  }

  search(q: string, size: number): Promise<string[]> {
    const { index } = this
    const plan = makePlan(index, parseQuery(q), COMMON)
    const scores = index.score(plan.keys)
    const best = top(index.match(plan.clause).toArray(), size, (a, b) => scores[b]! - scores[a]! || a - b)
    return Promise.resolve(best.map((article) => index.articles.stated(article).id))
  }

  passages(): FoundPassage[] {
    return []
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
