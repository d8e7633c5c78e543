import { createHash } from 'node:crypto'
import type { SourceArticle } from '../articles/article.js'
import { contentDigest } from '../articles/content.js'
import type { KeyedLists } from '../structures/lists.js'
import { Slices } from '../structures/slices.js'
import { shareTables } from '../structures/tables.js'
import { changedCopies } from './articles/copies.js'
import { changedCompletions } from './completions/completion-changes.js'
import type { BuiltGeneration } from './generation-builder.js'
import type { Generation, GenerationTables } from './generation.js'
import { copiesSource } from './copies-source.js'
import { readArticle } from './read-article.js'
import { positionsOf } from './positions/positions.js'
import { wordPositions } from './positions/word-positions.js'
import { removedCounts, removedWith } from './removed.js'
import { SegmentBuilder } from './segment-builder.js'
import type { SegmentTables } from './segment.js'
import { joinedSegments } from './segment-growth.js'
import { isWeighedOff, weighedAnew } from './weighing.js'
import { goneAfter } from './words/gone-words.js'
import { withFirstCounts } from './words/first-counts.js'
import { VocabularyBuilder } from './words/vocabulary-builder.js'
import { kindsAfter } from './words/kind-growth.js'
import type { VocabularyTables, WordId } from './words/vocabulary-tables.js'
import { Vocabulary } from './words/vocabulary.js'
import { joinedWordRuns } from './words/word-growth.js'

/** What becomes of articles. One that is replaced is taken out, and added anew. */
export interface ArticleChanges {
  /** Numbers of articles that are there, each once. */
  readonly removed: readonly number[]
  /** Their ids are those of no article that stays. */
  readonly added: readonly SourceArticle[]
}

/** More articles than these that were taken out, or more runs, are not carried along. */
const MOST_REMOVED = 1000
const MOST_RUNS = 8

/**
 * Is more carried along than there is: articles that were taken out, words that no article has any more, many runs
 * behind the first? Or have the articles other lengths than those that impacts are relative to? A generation that is
 * built anew of the same articles is smaller, faster and weighs them rightly then.
 */
export const isWorn = ({ segment }: GenerationTables): boolean => {
  const removed = segment.removed.articles.length
  if (removed > MOST_REMOVED && 2 * removed > segment.positions.text.length) return true
  if (isWeighedOff(segment)) return true
  const [first = 0, ...others] = Object.values(segment.runs).map(({ positions }) => positions.values.length)
  return others.length >= MOST_RUNS && others.reduce((sum, length) => sum + length, 0) > first
}

/**
 * The tables of a generation after some changes. They share with those before whatever stays; the tables before go on
 * being right. Only the newest tables can be changed. Lets other work run meanwhile.
 *
 * @param generation reads `built.tables`
 * @param mostWeighed see `weighedAnew`
 */
export const changedGeneration = async (
  built: BuiltGeneration,
  generation: Generation,
  changes: ArticleChanges,
  mostWeighed?: number
): Promise<BuiltGeneration> => {
  const { models, statistics } = generation
  await models.prepare()
  const words = new VocabularyBuilder(models.analyze, generation.vocabulary)
  const builder = new SegmentBuilder(words)
  const slices = new Slices()
  for (const article of changes.added) {
    builder.add(readArticle(article, models))
    if (slices.isOver) await slices.next()
  }
  const [title = 0, text = 0] = built.tables.segment.averages
  const hasAverages = title + text > 0
  const few = await builder.sealFew({ averages: hasAverages ? { title, text } : undefined })
  const columns = await joinedWordRuns(await words.finish(), models, statistics)
  const joined = await joinedSegments(built.tables.segment, few)
  const read = new Vocabulary(columns, models)
  const removed = await removedWith(joined.removed, changes.removed, {
    positions: joined.positions,
    words: read
  })
  const copies = await changedCopies(
    built.tables.segment.copies,
    copiesSource({ ...joined, removed }),
    changes.removed
  )
  const segment = await weighedAnew(
    { ...joined, ...(!hasAverages && { averages: few.averages }), copies, removed },
    read,
    mostWeighed
  )
  const touched = await wordsIn(segment, [
    ...changes.removed,
    ...numbersFrom(generation.segment.size, segment)
  ])
  const vocabulary = await wordsAfter(built.tables, columns, segment, touched)
  const reader = new Vocabulary(vocabulary, models)
  const tables: GenerationTables = {
    vocabulary,
    segment: shareTables(segment),
    completions: shareTables(
      await changedCompletions(built.tables.completions, generation.segment, {
        ...changes,
        few: { tables: few, words: reader, firstWord: generation.vocabulary.wordCount }
      })
    )
  }
  return { name: nameAfter(built.name, generation, changes), tables }
}

/** What has become of the words. @param touched those of the articles that came or went */
const wordsAfter = async (
  before: GenerationTables,
  columns: VocabularyTables,
  tables: SegmentTables,
  touched: ReadonlySet<WordId>
): Promise<VocabularyTables> => {
  const { positions, removed } = tables
  const places = wordPositions(Object.values(tables.runs).map((run) => run.positions))
  const counts = removedCounts(removed)
  const frequency = (word: WordId): number => places.count(word) - counts.occurrences(word)
  const [first, firstBefore] = [tables, before.segment].map(({ runs }) => runs['0']!.positions) as [
    KeyedLists,
    KeyedLists
  ]
  const counted = first.values === firstBefore.values ? Object.values(before.vocabulary.runs) : []
  return shareTables({
    ...(await withFirstCounts(columns, first, counted)),
    kinds: await kindsAfter(columns.kinds, touched, { positions, wordPositions: places, removed }),
    gone: await goneAfter(columns.gone, touched, frequency)
  })
}

/** The numbers of the articles that came. */
const numbersFrom = (first: number, { positions }: SegmentTables): number[] =>
  Array.from({ length: positions.text.length - first }, (_, i) => first + i)

/** The words of some articles. Lets other work run meanwhile. */
const wordsIn = async (
  { positions }: SegmentTables,
  articles: Iterable<number>
): Promise<ReadonlySet<WordId>> => {
  const words = new Set<WordId>()
  const slices = new Slices()
  for (const article of articles) {
    if (slices.isOver) await slices.next()
    for (const word of positions.words.subarray(...positionsOf(positions, article))) words.add(word)
  }
  return words
}

const nameAfter = (name: string, { segment }: Generation, { removed, added }: ArticleChanges): string => {
  const hash = createHash('sha256').update(`${name}\n`)
  for (const article of removed) hash.update(`${segment.articles.id(article)}\n`)
  for (const article of added) hash.update(contentDigest(article))
  return hash.digest('base64url').slice(0, 16)
}
