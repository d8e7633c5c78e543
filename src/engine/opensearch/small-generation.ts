import type { Models } from '../../analysis/models.js'
import {
  buildCollectionCompletions,
  type CollectionCompletionTables
} from '../../segment/completions/completions.js'
import { generationOf, type Generation } from '../../segment/generation.js'
import type { FieldLengths } from '../../segment/postings/impacts.js'
import type { ReadArticle } from '../../segment/read-article.js'
import { SegmentBuilder } from '../../segment/segment-builder.js'
import { readSegment } from '../../segment/segment.js'
import { Vocabulary } from '../../segment/words/vocabulary.js'
import { VocabularyBuilder } from '../../segment/words/vocabulary-builder.js'
import { AskedVocabulary, askedStatistics, type ClusterCounts } from './asked-vocabulary.js'
import type { Lookup } from './lookup.js'

/** What a generation of a few articles of the cluster is made of. */
export interface SmallParts {
  readonly models: Models
  /** Of all articles of the cluster. */
  readonly counts: ClusterCounts
  /** What the impacts of the cluster are relative to. */
  readonly averages: FieldLengths
  /** Words of the query, and what they are like in the cluster. */
  readonly lookup: Lookup
}

/**
 * A generation of a few articles, with the cluster's statistics: what is ranked, read and shown of them is as if all
 * the others were there. Without articles, a query is planned over it.
 */
export const smallGeneration = async (
  { models, counts, averages, lookup }: SmallParts,
  articles: readonly ReadArticle[]
): Promise<Generation> => {
  const words = new VocabularyBuilder(models.analyze)
  const segment = new SegmentBuilder(words)
  for (const article of articles) segment.add(article)
  for (const word of lookup.found) words.idOf(word)
  for (const term of lookup.terms) words.addTerm(term)
  const tables = await segment.seal({ averages })
  const vocabulary = new AskedVocabulary(await words.finish(), models, lookup)
  return {
    ...generationOf('', {
      vocabulary,
      segment: readSegment(tables, vocabulary),
      completions: await (none ??= noCompletions(models))
    }),
    statistics: askedStatistics(counts, vocabulary, lookup)
  }
}

let none: Promise<CollectionCompletionTables> | undefined

const noCompletions = async (models: Models): Promise<CollectionCompletionTables> => {
  const words = new VocabularyBuilder(models.analyze)
  const segment = new SegmentBuilder(words)
  const tables = await segment.seal()
  const vocabulary = new Vocabulary(await words.finish(), models)
  return buildCollectionCompletions(readSegment(tables, vocabulary), vocabulary)
}
