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
 * What one article tells of names and quotes. It depends on no other article, so it is written with the article, and
 * whatever is known of a whole collection's names is made of it.
 */
export interface Told {
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

/** An article that cannot be read for names tells nothing. */
export const TELLS_NOTHING: Told = {
  texts: [],
  article: storedOf([[], [], [], [], []]),
  quotes: new Uint32Array()
}

export const tell = (
  { id, text }: { readonly id: string; readonly text: string },
  { entities, quotes }: AnnotatedText,
  rules: EntityRules
): Told => {
  const catalogue = new EntityCatalogue(rules)
  const article = catalogue.set(id, text, entities)
  return {
    texts: catalogue.evidence.texts.all(),
    article,
    quotes: gatherQuotes(quotes, (entity) => nameOfEntity(article, entity))
  }
}

/** The same in the numbers of texts of several articles. */
export const toldIn = (
  texts: Interner,
  { texts: own, article, quotes }: Told
): Pick<Told, 'article' | 'quotes'> => {
  const numbers = own.map((text) => texts.add(text))
  const numberOf = (number: number): number => numbers[number]!
  return { article: renameArticle(article, numberOf), quotes: renameQuotes(quotes, numberOf) }
}

/** JSON, deflated, in base64. */
export const encodeTold = ({ texts, article, quotes }: Told): string => {
  const { names, mentions, roles, abbreviations, beginnings } = article
  const columns = [names, mentions, roles, abbreviations, beginnings, quotes].map((column) => [...column])
  return deflateRawSync(JSON.stringify([texts, ...columns])).toString('base64')
}

/** @param encoded as `encodeTold` made it */
export const decodeTold = (encoded: string): Told => {
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
