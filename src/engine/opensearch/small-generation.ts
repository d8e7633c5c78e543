import type { Analyzer } from '../../analysis/analyzer.js'
import type { Models } from '../../analysis/models.js'
import { memoise } from '../../structures/memoise.js'
import { buildStringTable } from '../../structures/string-table.js'
import type { AnswerType } from '../../query/planning/question.js'
import { ArticleStoreBuilder } from '../../segment/articles/article-store.js'
import { FactsBuilder } from '../../segment/articles/facts-builder.js'
import {
  buildCollectionCompletions,
  type CollectionCompletionTables
} from '../../segment/completions/completions.js'
import { generationOf, type Generation } from '../../segment/generation.js'
import type { KeyedLists } from '../../structures/lists.js'
import type { FieldLengths } from '../../segment/postings/impacts.js'
import type { Article } from '../../segment/read-article.js'
import { noneRemoved } from '../../segment/removed.js'
import { segmentOf, type Segment, type SegmentTables } from '../../segment/segment.js'
import { VocabularyBuilder } from '../../segment/words/vocabulary-builder.js'
import { Vocabulary } from '../../segment/words/vocabulary.js'
import { askedStatistics, AskedVocabulary, type ClusterCounts } from './asked-vocabulary.js'
import type { Lookup } from './lookup.js'
import { SmallPositions } from './small-positions.js'
import { decodeTold, TELLS_NOTHING, type Told } from './names/told.js'
import { smallPostings } from './small-postings.js'
import { decodeReading, type StoredReading } from './stored-reading.js'

/** What a generation of a few articles of the cluster is made of. */
export interface SmallParts {
  readonly models: Models
  /** Of all articles of the cluster. */
  readonly counts: ClusterCounts
  /** What the impacts of the cluster are relative to. */
  readonly averages: FieldLengths
  /** Words of the query, and what they are like in the cluster. */
  readonly lookup: Lookup
  /** What kind of word the query asks for. */
  readonly answer?: AnswerType | undefined
  /** Are all words told apart, and not only those that are something to the query? */
  readonly whole?: boolean | undefined
}

/** An article as the cluster has it. */
export interface StoredArticle {
  readonly article: Article
  /** See `encodeReading`. */
  readonly reading: string
  /** See `encodeTold`; absent where nobody asked for names. */
  readonly told?: string
  /** What it was found with; absent where it was looked for in an order of dates. */
  readonly score?: number
}

const tellings = new WeakMap<StoredArticle, Told>()

/** What an article tells of names, decoded once; nothing where nobody asked for it. */
export const toldBy = (stored: StoredArticle): Told => {
  if (stored.told === undefined) return TELLS_NOTHING
  const known = tellings.get(stored) ?? decodeTold(stored.told)
  tellings.set(stored, known)
  return known
}

/**
 * A generation of a few articles, with the cluster's statistics: what is ranked, read and shown of them is as if all
 * the others were there. Only words that are something to the query are told apart. Without articles, a query is
 * planned over it.
 *
 * @returns reads it; once more is known of its words, it is to be read again
 */
export const smallGeneration = async (
  { models, counts, averages, lookup, answer, whole = false }: SmallParts,
  stored: readonly StoredArticle[]
): Promise<() => Generation> => {
  const words = new VocabularyBuilder((analyze ??= memoise({ answers: REMEMBERED_WORDS }, models.analyze)))
  for (const word of lookup.found) words.idOf(word)
  for (const term of lookup.terms) words.addTerm(term)
  const positions = new SmallPositions(words, { lookup, answer, whole })
  for (const reading of stored.map(readingOf)) positions.add(reading)
  // Before the words, which it counts.
  const tables = { ...tablesOf(stored), positions: positions.finish() }
  const wordTables = await words.finish()
  const completions = await (none ??= noCompletions(models))
  return () => {
    const vocabulary = new AskedVocabulary(wordTables, models, lookup)
    const segment = segmentWith(tables, { places: positions.wordPlaces(), averages }, vocabulary)
    return {
      ...generationOf('', { vocabulary, segment, completions }),
      statistics: askedStatistics(counts, vocabulary, lookup)
    }
  }
}

/** Words whose analysis is remembered: those of sixty articles are many, and the same again and again. */
const REMEMBERED_WORDS = 100_000
let analyze: Analyzer | undefined

const readings = new WeakMap<StoredArticle, StoredReading>()

/** Decoded once, however often a query is planned over it. */
const readingOf = (stored: StoredArticle): StoredReading => {
  const known = readings.get(stored) ?? decodeReading(stored.reading)
  readings.set(stored, known)
  return known
}

type SmallTables = Pick<SegmentTables, 'articles' | 'facts' | 'positions'>

const tablesOf = (stored: readonly StoredArticle[]): Omit<SmallTables, 'positions'> => {
  const [articles, facts] = [new ArticleStoreBuilder(), new FactsBuilder()]
  for (const { article } of stored) {
    articles.add(article)
    facts.add(article, article.language)
  }
  const ids = buildStringTable(stored.map(({ article }) => article.id))
  return { articles: { ...articles.finish(), ids }, facts: facts.finish() }
}

const segmentWith = (
  tables: SmallTables,
  { places, averages }: { readonly places: KeyedLists; readonly averages: FieldLengths },
  vocabulary: Vocabulary
): Segment =>
  segmentOf(
    {
      ...tables,
      // Copies are not looked for among so few.
      sketches: new Uint32Array(),
      averages: Float64Array.of(averages.title, averages.text),
      removed: noneRemoved()
    },
    { postings: smallPostings(tables.positions, places, { vocabulary, averages }), positions: [places] },
    vocabulary
  )

let none: Promise<CollectionCompletionTables> | undefined

const noCompletions = async (models: Models): Promise<CollectionCompletionTables> => {
  const words = new VocabularyBuilder(models.analyze)
  const small = new SmallPositions(words, { lookup: undefined, answer: undefined, whole: false })
  const tables = { ...tablesOf([]), positions: small.finish() }
  const vocabulary = new Vocabulary(await words.finish(), models)
  const parts = { places: small.wordPlaces(), averages: { title: 0, text: 0 } }
  return buildCollectionCompletions(segmentWith(tables, parts, vocabulary), vocabulary)
}
