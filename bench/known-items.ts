import { isStopWord } from '../src/analysis/text/stop-words.js'
import { readText } from '../src/analysis/text/reading.js'
import type { SearchIndex } from '../src/segment/search-index.js'

/** A short query that was made from the title of the article that it should find. */
export interface KnownItem {
  readonly words: 1 | 2
  readonly query: string
  readonly id: string
}

/** Articles asked for, spread evenly over the collection. */
const ARTICLES = 400
const FEWEST_LETTERS = 4

/** What somebody types who half remembers a title: its rarest word, and its two rarest in their order. */
export const knownItems = (index: SearchIndex): KnownItem[] => {
  const step = Math.max(1, Math.floor(index.size / ARTICLES))
  const items: KnownItem[] = []
  for (let article = 0; article < index.size; article += step) {
    const { id, title } = index.articles.stated(article)
    const words = readText(title).tokens.map(({ word }) => word)
    const telling = words.filter((word) => word.length >= FEWEST_LETTERS && !isStopWord(word))
    const rarest = [...new Set(telling)].sort((a, b) => frequency(index, a) - frequency(index, b)).slice(0, 2)
    if (rarest.length < 2) continue
    items.push({ words: 1, query: rarest[0]!, id })
    items.push({ words: 2, query: words.filter((word) => rarest.includes(word)).join(' '), id })
  }
  return items
}

const frequency = (index: SearchIndex, word: string): number =>
  index.documentFrequency(index.vocabulary.analyze(word).term)
