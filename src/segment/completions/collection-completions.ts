import { isStopWord } from '../../analysis/text/stop-words.js'
import type { ArticleStore } from '../articles/article-store.js'
import { Completions, type Completion } from './completions.js'
import { sortInSlices } from '../../structures/sort-in-slices.js'
import type { Vocabulary } from '../words/vocabulary.js'

/** What a prefix is completed to, by kind. Another kind takes its place here. */
export type CompletionKind = 'title' | 'word'
export type CollectionCompletions = Readonly<Record<CompletionKind, Completions>>

/** The most frequent words are worth completing to; among the others there are many slips. */
const MOST_WORDS = 100_000
const SHORTEST_WORD = 3

/** The titles and words of a collection as they are written. Lets other work run meanwhile. */
export const buildCompletions = async (
  articles: ArticleStore,
  vocabulary: Vocabulary
): Promise<CollectionCompletions> => ({
  title: await Completions.build(titlesOf(articles)),
  word: await Completions.build(await wordsOf(vocabulary))
})

/** Different titles with the number of their articles. */
const titlesOf = (articles: ArticleStore): Completion[] => {
  const counts = new Map<string, number>()
  for (let article = 0; article < articles.size; article++) {
    const { title } = articles.stated(article)
    if (title !== '') counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return Array.from(counts, ([text, count]) => ({ text, count }))
}

/** Words with their occurrences; no stop words, and nothing with a digit. */
const wordsOf = async (vocabulary: Vocabulary): Promise<Completion[]> => {
  const frequency = (word: number): number => vocabulary.wordFrequency(word)
  const sorted = await sortInSlices(vocabulary.wordCount, (a, b) => frequency(b) - frequency(a))
  const words: Completion[] = []
  for (const id of sorted) {
    if (words.length === MOST_WORDS) break
    const word = vocabulary.word(id)
    if (word.length < SHORTEST_WORD || isStopWord(word) || /[^\p{L}\p{M}-]/u.test(word)) continue
    words.push({ text: vocabulary.written(id), count: frequency(id) })
  }
  return words
}
