import type { Generation } from '../../segment/generation.js'
import type { SearchRequest } from '../questions.js'

/** In a smaller collection the first searches are fast enough. */
const LEAST_ARTICLES = 2000
/** By then V8 has compiled most of what a search needs. */
const SEARCHES = 1000
/** Words of a search, at most. */
const LONGEST = 3
/** Nobody has asked for so long, in milliseconds, before it goes on: no question waits behind more than one search. */
const IDLE_MS = 50

/**
 * Lets a thread search by itself while nobody asks, so that V8 has compiled what a search needs before somebody waits
 * for it. Once, with the first generation that there is.
 */
export class WarmUp {
  private generation: string | undefined
  private searches: Iterator<SearchRequest, void> | undefined
  private timer: NodeJS.Timeout | undefined

  /** @param search answers what nobody has asked */
  constructor(private readonly search: (request: SearchRequest, generation: string) => unknown) {}

  /** @param read reads the generation, once it has to */
  begin(generation: string, read: () => Generation): void {
    if (this.timer !== undefined) return
    this.generation = generation
    this.timer = setTimeout(() => {
      this.searches = warmUpSearches(read())
      this.goOn()
    }, IDLE_MS)
  }

  /** Somebody has asked. */
  postpone(): void {
    if (this.searches === undefined) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.goOn()
    }, IDLE_MS)
  }

  /** A generation is no more. */
  drop(generation: string): void {
    if (generation !== this.generation) return
    this.searches = undefined
    clearTimeout(this.timer)
  }

  private goOn(): void {
    const search = this.searches?.next()
    if (search === undefined || search.done === true) {
      this.searches = undefined
      return
    }
    this.search(search.value, this.generation!)
    this.timer = setTimeout(() => {
      this.goOn()
    })
  }
}

/** Searches for words of the titles of articles all over a collection; none in a small one. */
export function* warmUpSearches({ segment }: Pick<Generation, 'segment'>): Generator<SearchRequest, void> {
  if (segment.size < LEAST_ARTICLES) return
  for (let number = 0; number < SEARCHES; number++) {
    const article = Math.floor((number * segment.size) / SEARCHES)
    if (!segment.isRemoved(article))
      yield searchFor(titleWords(segment.articles.facts(article).title, number))
  }
}

/** Some words of a title that stand beside each other, without signs, which a query may have a meaning for. */
const titleWords = (title: string, number: number): string => {
  const words = title.match(/\p{L}+/gu) ?? []
  const first = number % Math.max(1, words.length)
  return words
    .slice(first, first + 1 + (number % LONGEST))
    .join(' ')
    .toLowerCase()
}

/** As most people ask. */
const searchFor = (q: string): SearchRequest => ({
  q,
  ...{ match: 'all', compounds: true, variants: true, fuzzy: 'auto' },
  ...{ filter: {}, sort: 'relevance', offset: 0, size: 10 },
  ...{ facets: [], facetSize: 0, facetSort: 'count' },
  snippets: { count: 1, length: 240 },
  explain: false
})
