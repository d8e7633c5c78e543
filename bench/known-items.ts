import { readText } from '../src/analysis/text/reading.js'
import { isStopWord } from '../src/analysis/text/stop-words.js'
import type { Engine } from '../src/engine/engine.js'
import type { Item } from './peers/peer.js'

/** A short query that was made from the title of the article that it should find. */
export interface KnownItem {
  readonly words: 1 | 2
  readonly query: string
  readonly id: string
}

/** Articles asked for, spread evenly over the collection. */
const ARTICLES = 400
const FEWEST_LETTERS = 4

/**
 * What somebody types who half remembers a title: its rarest word, and its two rarest in their order.
 *
 * @param engine has the articles: it tells their titles and how rare a word is
 */
export const knownItems = async (engine: Engine, articles: readonly Item[]): Promise<KnownItem[]> => {
  const step = Math.max(1, Math.floor(articles.length / ARTICLES))
  const items: KnownItem[] = []
  for (let i = 0; i < articles.length; i += step) {
    const { id, title } = await engine.ask('article', { id: articles[i]!.id })
    const words = readText(title).tokens.map(({ word }) => word)
    const telling = words.filter((word) => word.length >= FEWEST_LETTERS && !isStopWord(word))
    const counts = new Map<string, number>()
    for (const word of telling) counts.set(word, await articleCount(engine, word))
    const rarest = [...counts.keys()].sort((a, b) => counts.get(a)! - counts.get(b)!).slice(0, 2)
    if (rarest.length < 2) continue
    items.push({ words: 1, query: rarest[0]!, id })
    items.push({ words: 2, query: words.filter((word) => rarest.includes(word)).join(' '), id })
  }
  return items
}

/** How many articles have a word, in any inflection. */
const articleCount = async (engine: Engine, word: string): Promise<number> => {
  const { total } = await engine.ask('search', {
    q: word,
    match: 'all',
    compounds: false,
    variants: false,
    fuzzy: false,
    filter: {},
    sort: 'relevance',
    facets: [],
    facetSize: 1,
    facetSort: 'count',
    snippets: { count: 0, length: 0 },
    explain: false,
    offset: 0,
    size: 1
  })
  return total
}
