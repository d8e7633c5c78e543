import { createHash } from 'node:crypto'
import { EntityIndex, type EntityTables } from './entity-index.js'
import { QuoteStore, type QuoteTables } from './quote-store.js'

/** Part of every generation's name: to be raised when the same articles are annotated differently. */
const ANNOTATION_VERSION = 1

/** What is found in the texts of a generation: who and what they name, and who says what. */
export interface Annotations {
  readonly entities: EntityIndex
  readonly quotes: QuoteStore
  /** Names the rules that they were made by. */
  readonly version: string
}

/** Annotations as typed arrays and texts, which can be handed from one thread to another. */
export interface AnnotationTables {
  readonly entities: EntityTables
  readonly quotes: QuoteTables
  readonly version: string
}

export const readAnnotations = ({ entities, quotes, version }: AnnotationTables): Annotations => ({
  entities: new EntityIndex(entities),
  quotes: new QuoteStore(quotes),
  version
})

/** @param rules all that the user decides of entities, as JSON */
export const annotationVersion = (rules: string): string =>
  createHash('sha256').update(`${ANNOTATION_VERSION}\n${rules}`).digest('base64url')

/** The articles of a generation are searched already, but who and what they name is still being read. */
export class NotAnnotatedError extends Error {
  override readonly name = 'NotAnnotatedError'
}

/** @throws {NotAnnotatedError} */
export const annotationsOf = ({
  annotations
}: {
  readonly annotations: Annotations | undefined
}): Annotations => {
  if (annotations === undefined)
    throw new NotAnnotatedError('The names and quotes of the articles are still being read.')
  return annotations
}
