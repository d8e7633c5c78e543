import { createHash } from 'node:crypto'
import { NO_RULES, type EntityRules } from '../../entities/rules/entity-rules.js'
import { EntityIndex, type EntityTables } from './entity-index.js'
import { QuoteStore, type QuoteTables } from './quote-store.js'

/** To be raised when the code annotates the same articles differently. */
const ANNOTATION_VERSION = 4

/** What is found in the texts of a generation: who and what they name, and who says what. */
export interface Annotations {
  readonly entities: EntityIndex
  readonly quotes: QuoteStore
  /** Names the rules that they were made by, see `annotationVersion`. */
  readonly version: string
}

/** Annotations as columns, which can be saved, and shared between threads; `AnnotationBuilder` makes them. */
export interface AnnotationTables {
  readonly entities: EntityTables
  readonly quotes: QuoteTables
}

/** @param version that of the rules which the tables were made by */
export const readAnnotations = ({ entities, quotes }: AnnotationTables, version: string): Annotations => ({
  entities: new EntityIndex(entities),
  quotes: new QuoteStore(quotes),
  version
})

/** Part of a generation's name: differs where the same articles may be annotated differently. */
export const annotationVersion = (rules: EntityRules = NO_RULES): string =>
  createHash('sha256')
    .update(`${ANNOTATION_VERSION}\n${JSON.stringify(rules)}`)
    .digest('base64url')

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
