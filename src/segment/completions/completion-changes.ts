import { Texts } from '../../structures/texts.js'
import { readSegment, type Segment, type SegmentTables } from '../segment.js'
import type { WordId } from '../words/vocabulary-tables.js'
import type { Vocabulary } from '../words/vocabulary.js'
import {
  buildCompletions,
  isCompletedTo,
  type ChangedCompletionTables,
  type CollectionCompletionTables
} from './completions.js'

/** Articles that come and go. */
export interface CompletionChanges {
  /** Numbers in the segment that there was. */
  readonly removed: readonly number[]
  /** Those that are added, with the words of all, of which those from `firstWord` on came with them. */
  readonly few: { readonly tables: SegmentTables; readonly words: Vocabulary; readonly firstWord: WordId }
}

/**
 * What prefixes are completed to after some articles have come and gone. Words only come: how often each occurs now,
 * and whether it still does, is asked of the statistics.
 */
export const changedCompletions = async (
  tables: CollectionCompletionTables,
  segment: Segment,
  { removed, few }: CompletionChanges
): Promise<CollectionCompletionTables> => {
  const [titles, words] = [new Map<string, number>(), new Map<string, number>()]
  const countTitle = (from: Segment, article: number, change: 1 | -1): void => {
    const { title } = from.articles.facts(article)
    if (title !== '') add(titles, title, change)
  }
  for (const article of removed) countTitle(segment, article, -1)
  const added = readSegment(few.tables, few.words)
  for (let article = 0; article < added.size; article++) countTitle(added, article, 1)
  for (const word of added.positions.words)
    if (word >= few.firstWord && isCompletedTo(few.words.word(word))) add(words, few.words.writtenAs(word), 1)
  return { title: await withChanges(tables.title, titles), word: await withChanges(tables.word, words) }
}

const add = (counts: Map<string, number>, text: string, change: number): void => {
  counts.set(text, (counts.get(text) ?? 0) + change)
}

const withChanges = async (
  { all, changes }: ChangedCompletionTables,
  more: Map<string, number>
): Promise<ChangedCompletionTables> => {
  const texts = new Texts(changes.texts)
  for (let entry = 0; entry < texts.size; entry++) add(more, texts.text(entry), changes.counts[entry]!)
  const entries = Array.from(more, ([text, count]) => ({ text, count })).filter(({ count }) => count !== 0)
  return { all, changes: await buildCompletions(entries) }
}
