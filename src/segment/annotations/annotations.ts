import { createHash } from 'node:crypto'
import { NO_RULES, type EntityRules } from '../../entities/rules/entity-rules.js'
import { appended, appendedEmptyLists } from '../../structures/append.js'
import { EntityIndex, type EntityTables } from './entity-index.js'
import { QuoteStore, type QuoteTables } from './quote-store.js'

/** To be raised when the code annotates the same articles differently. */
const ANNOTATION_VERSION = 15

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

/** The same with so many articles behind them that have not been read: they name nobody. */
export const withUnread = ({ entities, quotes }: AnnotationTables, count: number): AnnotationTables => {
  if (count === 0) return { entities, quotes }
  const { entitiesOf, mentions, mentionRoles, articleNames, abbreviations, beginnings } = entities
  return {
    entities: {
      ...entities,
      entitiesOf: appendedEmptyLists(entitiesOf, count),
      mentions: appendedEmptyLists(mentions, count),
      mentionRoles: appendedEmptyLists(mentionRoles, count),
      articleNames: appendedEmptyLists(articleNames, count),
      abbreviations: appendedEmptyLists(abbreviations, count),
      beginnings: appendedEmptyLists(beginnings, count)
    },
    quotes: {
      ...quotes,
      firsts: appended(quotes.firsts, new Uint32Array(count).fill(quotes.firsts.at(-1)!))
    }
  }
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
