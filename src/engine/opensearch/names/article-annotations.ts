import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { EntityCatalogue } from '../../../entities/catalogue/entity-catalogue.js'
import {
  nameOfEntity,
  ROLE_WIDTH,
  renameArticle,
  type StoredArticle
} from '../../../entities/catalogue/stored-article.js'
import type { EntityRules } from '../../../entities/rules/entity-rules.js'
import type { AnnotatedText } from '../../../segment/annotations/annotation-builder.js'
import { gatherQuotes, renameQuotes } from '../../../segment/annotations/quote-store.js'
import type { Interner } from '../../../structures/interner.js'

/**
 * The names and quotes of one article. They depend on no other article, so they are written with the article, and the
 * catalogue of a whole collection is built from them.
 */
export interface ArticleAnnotations {
  /** What the numbers below stand for: keys of names, forms, roles. */
  readonly texts: readonly string[]
  readonly article: StoredArticle
  /** See `gatherQuotes`. */
  readonly quotes: Uint32Array
}

const storedOf = (columns: readonly (readonly number[])[]): StoredArticle => {
  const [names, mentions, roles, abbreviations, beginnings] = columns.map((column) =>
    Uint32Array.from(column)
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  return { names, mentions, roles, abbreviations, beginnings }
}

/** Of an article that cannot be annotated. */
export const NO_ANNOTATIONS: ArticleAnnotations = {
  texts: [],
  article: storedOf([[], [], [], [], []]),
  quotes: new Uint32Array()
}

export const articleAnnotations = (
  { id, text }: { readonly id: string; readonly text: string },
  { entities, quotes }: AnnotatedText,
  rules: EntityRules
): ArticleAnnotations => {
  const catalogue = new EntityCatalogue(rules)
  const article = catalogue.set(id, text, entities)
  return {
    texts: catalogue.evidence.texts.all(),
    article,
    quotes: gatherQuotes(quotes, (entity) => nameOfEntity(article, entity))
  }
}

/** The same with the numbers of texts that several articles share. */
export const renumberAnnotations = (
  texts: Interner,
  { texts: own, article, quotes }: ArticleAnnotations
): Pick<ArticleAnnotations, 'article' | 'quotes'> => {
  const numbers = own.map((text) => texts.add(text))
  const numberOf = (number: number): number => numbers[number]!
  return { article: renameArticle(article, numberOf), quotes: renameQuotes(quotes, numberOf) }
}

/** As JSON, deflated, in base64. */
export const encodeAnnotations = ({ texts, article, quotes }: ArticleAnnotations): string => {
  const { names, mentions, roles, abbreviations, beginnings } = article
  const columns = [names, mentions, roles, abbreviations, beginnings, quotes].map((column) => [...column])
  return deflateRawSync(JSON.stringify([texts, ...columns])).toString('base64')
}

/** @param encoded as `encodeAnnotations` made it */
export const decodeAnnotations = (encoded: string): ArticleAnnotations => {
  const [texts, ...columns] = JSON.parse(inflateRawSync(Buffer.from(encoded, 'base64')).toString()) as [
    string[],
    ...number[][]
  ]
  return { texts, article: storedOf(columns.slice(0, 5)), quotes: Uint32Array.from(columns[5]!) }
}

/** By mention of an article: the text of its role, as a number. */
export const rolesOf = ({ roles }: StoredArticle): ReadonlyMap<number, number> => {
  const texts = new Map<number, number>()
  for (let i = 0; i < roles.length; i += ROLE_WIDTH) texts.set(roles[i]!, roles[i + 1]!)
  return texts
}
