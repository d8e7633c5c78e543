import { Slices } from '../../structures/slices.js'
import type { PositionTables } from '../positions/positions.js'
import type { TermId } from '../words/vocabulary-tables.js'
import { FlexSearchPostings } from './flexsearch-postings.js'
import { ImpactReader, type FieldLengths, type WordTerms } from './impacts.js'
import type { PostingTables } from './sealed-postings.js'

/** Articles that are in FlexSearch at a time, before they are sealed: more take more memory, and longer for each. */
const RANGE = 8192

/** Articles by their numbers, from `from` to before `to`. */
export interface ArticleRange {
  readonly from: number
  readonly to: number
}

/** Is told how many articles have been indexed since it was told before. */
export type IndexingProgress = (more: number) => void

/** What postings are made of. */
export interface IndexSource {
  readonly positions: Pick<PositionTables, 'first' | 'text' | 'words'>
  /** That impacts are relative to. */
  readonly averages: FieldLengths
  readonly words: WordTerms & { term(id: TermId): string }
}

/** The ranges of so many articles. */
export const rangesOf = (articles: number, size = RANGE): ArticleRange[] =>
  Array.from({ length: Math.ceil(articles / size) }, (_, i) => ({
    from: i * size,
    to: Math.min(articles, (i + 1) * size)
  }))

/** The postings of a range of articles, each key with its own list. Lets other work run meanwhile. */
export const indexRange = async (
  { positions, averages, words }: IndexSource,
  { from, to }: ArticleRange,
  progress: IndexingProgress = () => undefined
): Promise<PostingTables> => {
  const postings = new FlexSearchPostings((term) => words.term(term))
  const impacts = new ImpactReader(positions, words, averages)
  const slices = new Slices()
  let told = from
  for (let article = from; article < to; article++) {
    postings.add(article, impacts.impacts(article))
    if (!slices.isOver) continue
    progress(article + 1 - told)
    told = article + 1
    await slices.next()
  }
  progress(to - told)
  return postings.seal()
}
