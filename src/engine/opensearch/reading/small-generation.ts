import type { Models } from '../../../analysis/models.js'
import type { AnswerType } from '../../../query/planning/question.js'
import type { FactsTables } from '../../../segment/articles/facts.js'
import { FactsBuilder } from '../../../segment/articles/facts-builder.js'
import { buildCollectionCompletions } from '../../../segment/completions/completions.js'
import { generationOf, type Generation } from '../../../segment/generation.js'
import type { KeyedLists } from '../../../structures/lists.js'
import type { FieldLengths } from '../../../segment/postings/impacts.js'
import { noneRemoved } from '../../../segment/removed.js'
import { segmentOf, type Segment, type SegmentTables } from '../../../segment/segment.js'
import { Vocabulary } from '../../../segment/words/vocabulary.js'
import { LookupVocabulary, NO_WORDS } from '../planning/lookup-vocabulary.js'
import { clusterStatistics, type ClusterCounts } from '../planning/cluster-vocabulary.js'
import type { Lookup } from '../lookup/lookup.js'
import { SmallArticles } from './small-articles.js'
import { SmallPositions, DistinctWords, type SmallReading } from './small-positions.js'
import { smallPostings } from './small-postings.js'
import { SmallWords } from './small-words.js'
import type { StoredArticle } from './stored-article.js'

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
  /** Are all words distinct, and not only those that the query may find? */
  readonly whole?: boolean | undefined
}

/**
 * A generation of a few articles, with the cluster's statistics: what is ranked, read and shown of them is as if all
 * the others were there. Only words that the query may find are distinct. Without articles, a query is
 * planned over it.
 */
export class SmallGeneration {
  private readonly words = new SmallWords()
  private readonly distinct = new DistinctWords()
  private readonly positions: SmallPositions
  private readonly articles: SmallArticles
  private readonly facts: FactsTables
  private reading: SmallReading | undefined
  private readState = { state: '', words: 0 }

  constructor(
    private readonly parts: SmallParts,
    stored: readonly StoredArticle[]
  ) {
    const { answer, whole = false } = parts
    this.positions = new SmallPositions(
      stored.map(({ reading }) => reading),
      { answer, whole }
    )
    this.articles = new SmallArticles(stored)
    this.facts = factsOf(stored)
  }

  /** As it is with what is known of its words now. */
  async read(): Promise<Generation> {
    const { models, counts, averages, lookup } = this.parts
    const none = await noArticles(models)
    const { positions, places, counts: counted } = this.readWords()
    const vocabulary = new LookupVocabulary(models, { words: this.words, counts: counted, lookup })
    const { articles, facts } = this
    const segment = segmentWith({ articles, facts, positions }, { places, averages }, vocabulary)
    return { ...none, vocabulary, segment, statistics: clusterStatistics(counts, vocabulary, lookup) }
  }

  /** Anew where words have become known that were not. */
  private readWords(): SmallReading {
    const { lookup } = this.parts
    const { vocabularyState: state, found, terms, alike } = lookup
    if (this.reading !== undefined && state === this.readState.state) return this.reading
    const fresh = found.slice(this.readState.words)
    this.readState = { state, words: found.length }
    for (const word of fresh) this.words.add(word)
    for (const term of terms) this.words.addTerm(term)
    for (const texts of [fresh, terms, alike]) this.distinct.add(texts)
    return (this.reading = this.positions.read(this.words, this.distinct))
  }
}

interface SmallTables extends Pick<SegmentTables, 'facts' | 'positions'> {
  readonly articles: SmallArticles
}

const factsOf = (stored: readonly StoredArticle[]): FactsTables => {
  const facts = new FactsBuilder()
  for (const { article } of stored) facts.add(article, article.language)
  return facts.finish()
}

const segmentWith = (
  { articles, ...tables }: SmallTables,
  { places, averages }: { readonly places: KeyedLists; readonly averages: FieldLengths },
  vocabulary: Vocabulary
): Segment =>
  segmentOf(
    {
      ...tables,
      // Copies are not looked for among so few.
      sketches: new Uint32Array(),
      copies: new Uint32Array(),
      averages: Float64Array.of(averages.title, averages.text),
      removed: noneRemoved()
    },
    {
      postings: smallPostings(tables.positions, places, { vocabulary, averages }),
      positions: [places],
      // The cluster is asked for them.
      aliases: [],
      articles: () => articles
    },
    vocabulary
  )

let none: Promise<Generation> | undefined

/** A generation of no articles, which is made once. */
export const noArticles = (models: Models): Promise<Generation> => (none ??= makeNone(models))

const makeNone = async (models: Models): Promise<Generation> => {
  const vocabulary = new Vocabulary(NO_WORDS, models)
  const words = new SmallPositions([], { whole: false }).read(new SmallWords(), new DistinctWords())
  const tables = { articles: new SmallArticles([]), facts: factsOf([]), positions: words.positions }
  const parts = { places: words.places, averages: { title: 0, text: 0 } }
  const segment = segmentWith(tables, parts, vocabulary)
  const completions = await buildCollectionCompletions(segment, vocabulary)
  return generationOf('', { vocabulary, segment, completions })
}
