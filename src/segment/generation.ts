import { createHash } from 'node:crypto'
import type { Models } from '../analysis/models.js'
import { readAnnotations, type Annotations, type AnnotationTables } from './annotations/annotations.js'
import { Completions, type CollectionCompletionTables } from './completions/completions.js'
import { sizeOfTables } from '../structures/tables.js'
import { readSegment, type Segment, type SegmentTables } from './segment.js'
import { sumStatistics, type Statistics } from './statistics.js'
import type { VocabularyTables } from './words/vocabulary-tables.js'
import { Vocabulary } from './words/vocabulary.js'

/**
 * One state of a collection as plain tables: what is saved, and shared between threads. `GenerationBuilder` makes it.
 */
export interface GenerationTables {
  readonly vocabulary: VocabularyTables
  readonly segment: SegmentTables
  readonly completions: CollectionCompletionTables
}

/** All that a generation is read from, by whatever thread: plain tables in shared memory, and names. */
export interface GenerationParts {
  /** That of the generation without annotations. */
  readonly name: string
  readonly tables: GenerationTables
  readonly annotations?: { readonly tables: AnnotationTables; readonly version: string }
}

/** Reads one state of a collection. Nothing in it changes. */
export interface Generation {
  /** Names the collection's content, the models and the version of the index: equal names, equal answers. */
  readonly name: string
  readonly models: Models
  /** Of all its tables. */
  readonly bytes: number
  readonly vocabulary: Vocabulary
  /** Of all segments together. */
  readonly statistics: Statistics
  readonly segment: Segment
  readonly completions: Readonly<Record<keyof CollectionCompletionTables, Completions>>
  /** Undefined while they are being made: they take longer than the rest. */
  readonly annotations: Annotations | undefined
  /** What it is read from; undefined while its segment still grows. */
  readonly parts: GenerationParts | undefined
}

/** Where articles are read: a segment, with the words and the statistics that it shares with all others. */
export type Reader = Pick<Generation, 'segment' | 'vocabulary' | 'statistics'>

/** @param name of the generation without annotations */
export const readGeneration = (name: string, tables: GenerationTables, models: Models): Generation => {
  const vocabulary = new Vocabulary(tables.vocabulary, models)
  const segment = readSegment(tables.segment, vocabulary)
  const parts = { vocabulary, segment, completions: tables.completions }
  return { ...generationOf(name, parts), bytes: sizeOfTables(tables), parts: { name, tables } }
}

/** Reads a generation that another thread has made, or read before. */
export const readParts = ({ name, tables, annotations }: GenerationParts, models: Models): Generation => {
  const generation = readGeneration(name, tables, models)
  if (annotations === undefined) return generation
  return withAnnotations(generation, annotations.tables, annotations.version)
}

/** @param segment sealed, or still growing */
export const generationOf = (
  name: string,
  parts: Pick<Generation, 'vocabulary' | 'segment'> & { readonly completions: CollectionCompletionTables }
): Generation => ({
  name,
  models: parts.vocabulary.models,
  bytes: 0,
  vocabulary: parts.vocabulary,
  statistics: sumStatistics([parts.segment.statistics]),
  segment: parts.segment,
  completions: {
    title: new Completions(parts.completions.title),
    word: new Completions(parts.completions.word)
  },
  annotations: undefined,
  parts: undefined
})

/**
 * The same articles with annotations, as a generation of its own.
 *
 * @param version names how they were made, see `annotationVersion`
 */
export const withAnnotations = (
  generation: Generation,
  tables: AnnotationTables,
  version: string
): Generation => ({
  ...generation,
  name: createHash('sha256').update(`${generation.name}\n${version}`).digest('base64url').slice(0, 16),
  bytes: generation.bytes + sizeOfTables(tables),
  annotations: readAnnotations(tables, version),
  parts: generation.parts && { ...generation.parts, annotations: { tables, version } }
})
