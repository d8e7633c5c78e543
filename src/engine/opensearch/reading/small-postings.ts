import { listOfKey, type KeyedLists } from '../../../structures/lists.js'
import { articleAt, positionsOf, type PositionTables } from '../../../segment/positions/positions.js'
import { BM25F, impactOf, occurrenceWeight } from '../../../segment/postings/bm25f.js'
import { MARKED_PART, type FieldLengths } from '../../../segment/postings/impacts.js'
import {
  impactAt,
  isPartKey,
  levelOf,
  termOfKey,
  type PostingKey,
  type Postings
} from '../../../segment/postings/postings.js'
import type { WordId } from '../../../segment/words/vocabulary-tables.js'
import type { Vocabulary } from '../../../segment/words/vocabulary.js'

/**
 * The postings of a few articles, each list made when it is asked for, from where the words stand: a query asks for few
 * of them.
 */
export const smallPostings = (
  positions: PositionTables,
  places: KeyedLists,
  { vocabulary, averages }: { readonly vocabulary: Vocabulary; readonly averages: FieldLengths }
): Postings => {
  const weightAt = (position: number): number => {
    const article = articleAt(positions, position)
    const field = position < positions.text[article]! ? 'title' : 'text'
    const [from, to] = positionsOf(positions, article, field)
    return occurrenceWeight(BM25F[field], to - from, averages[field])
  }
  /** By article: the weighted frequency of a key. */
  const frequencies = (key: PostingKey): Map<number, number> => {
    const sums = new Map<number, number>()
    for (const [word, share] of wordsUnder(vocabulary, key))
      for (const position of listOfKey(places, word)) {
        const article = articleAt(positions, position)
        sums.set(article, (sums.get(article) ?? 0) + share * weightAt(position))
      }
    return sums
  }
  return {
    count: (key) => frequencies(key).size,
    forEachBlock: (key, visit) => {
      const levels = new Map<number, number[]>()
      for (const [article, frequency] of frequencies(key)) {
        const level = levelOf(impactOf(frequency))
        levels.set(level, [...(levels.get(level) ?? []), article])
      }
      for (const [level, articles] of [...levels].sort(([a], [b]) => b - a))
        visit(articles, 0, articles.length, impactAt(level))
    }
  }
}

/** The words that stand under a key, with what an occurrence of each counts there. */
function* wordsUnder(vocabulary: Vocabulary, key: PostingKey): Generator<readonly [WordId, number], void> {
  const term = termOfKey(key)
  if (!isPartKey(key)) for (const word of vocabulary.wordsOf(term)) yield [word, 1]
  for (const word of vocabulary.wordsWithPart(term)) {
    const isMarked = vocabulary.isMarked(word)
    if (isMarked === isPartKey(key)) continue
    const times = vocabulary.partsOf(word).filter((part) => part === term).length
    yield [word, isMarked ? times * MARKED_PART : times]
  }
}
