import type { Span } from '../../structures/span.js'
import type { ArticleEntities, ArticleEntity } from '../article/article-entities.js'
import { ENTITY_TYPES } from '../entity-type.js'
import { slug } from '../slug.js'
import type { Interner } from '../../structures/interner.js'
import { nameKey } from '../name-key.js'

/** What an article tells, in numbers that stand for texts. */
export interface StoredArticle {
  /** Each entity: its name, the name's fullest form, marks (`BARE`, `ONLY_CREDITED`). */
  readonly names: Uint32Array
  /** Each mention, in order: start; length, type and confidence; name; form. */
  readonly mentions: Uint32Array
  /** Each mention with a role: its number; the role's text, start and end. */
  readonly roles: Uint32Array
  /** Pairs of names: short, long. */
  readonly abbreviations: Uint32Array
  readonly beginnings: Uint32Array
}

/** A last `s` is not the ending of the genitive. */
export const BARE = 1
/** Only credits name it. */
export const ONLY_CREDITED = 2

interface Naming {
  readonly roleText: (role: Span) => string
  /** The key that an entity of the article is kept under, and what it is called. */
  readonly nameOf: (entity: ArticleEntity) => { readonly key: string; readonly name: string }
}

export const storeArticle = (
  texts: Interner,
  { entities, mentions, abbreviations, beginnings }: ArticleEntities,
  { roleText, nameOf }: Naming
): StoredArticle => {
  const names = entities.map((entity) => {
    const { key, name } = nameOf(entity)
    const marks = (entity.mayBeGenitive ? 0 : BARE) | (entity.isOnlyCredited ? ONLY_CREDITED : 0)
    return [texts.add(key), texts.add(name), marks] as const
  })
  const pairs = (list: ArticleEntities['abbreviations']): Uint32Array =>
    numbers(
      list.flatMap(({ short, long }) =>
        [short, long].map((name) => texts.add(nameKey('organisation', slug(name))))
      )
    )
  return {
    names: numbers(names.flat()),
    mentions: numbers(
      mentions.flatMap((mention) => [
        mention.start,
        pack(mention),
        names[mention.entity]![0],
        texts.add(mention.name)
      ])
    ),
    roles: numbers(
      mentions.flatMap(({ role }, i) =>
        role === undefined ? [] : [i, texts.add(roleText(role)), role.start, role.end]
      )
    ),
    abbreviations: pairs(abbreviations),
    beginnings: pairs(beginnings)
  }
}

/** Most articles have none of some things, and an empty array takes room too. */
const NONE = new Uint32Array(0)

const numbers = (list: readonly number[]): Uint32Array => (list.length === 0 ? NONE : Uint32Array.from(list))

const CREDIT = 1 << 27

/** Length (16 bits), type (3 bits), confidence in 255ths (8 bits), 1 for a credit; 4 bits are free. */
const pack = ({ start, end, type, confidence, credit }: ArticleEntities['mentions'][number]): number =>
  (end - start) |
  (ENTITY_TYPES.indexOf(type) << 16) |
  (Math.round(confidence * 255) << 19) |
  (credit ? CREDIT : 0)

/** The name of an entity of the article. @param entity its number in `ArticleEntities.entities` */
export const nameOfEntity = ({ names }: StoredArticle, entity: number): number => names[entity * 3]!

// The columns of a stored article's mentions are read number by number, without an object for each mention.
// `mentions` is as in `StoredArticle`, `i` a mention's number in it.

const MENTION_WIDTH = 4

export const mentionCount = (mentions: Uint32Array): number => mentions.length / MENTION_WIDTH

/** Where it stands in the article's text. */
export const spanAt = (mentions: Uint32Array, i: number): Span => {
  const start = mentions[i * MENTION_WIDTH]!
  return { start, end: start + (packedAt(mentions, i) & 0xffff) }
}

/** The number of its type in `ENTITY_TYPES`. */
export const typeAt = (mentions: Uint32Array, i: number): number => (packedAt(mentions, i) >> 16) & 7

/** 0–1, in steps of 1/255. */
export const confidenceAt = (mentions: Uint32Array, i: number): number =>
  ((packedAt(mentions, i) >> 19) & 0xff) / 255

/** Does it only say who made the article or its pictures? */
export const isCreditAt = (mentions: Uint32Array, i: number): boolean =>
  (packedAt(mentions, i) & CREDIT) !== 0

/** The name that it stands for, and the text that is written, as numbers of the catalogue's texts. */
export const nameAt = (mentions: Uint32Array, i: number): number => mentions[i * MENTION_WIDTH + 2]!
export const formAt = (mentions: Uint32Array, i: number): number => mentions[i * MENTION_WIDTH + 3]!

const packedAt = (mentions: Uint32Array, i: number): number => mentions[i * MENTION_WIDTH + 1]!

/** Numbers of an item of `StoredArticle.roles`. */
export const ROLE_WIDTH = 4

/** The same article in another catalogue. @param numberIn the number that a text has there */
export const renameArticle = (
  { names, mentions, roles, abbreviations, beginnings }: StoredArticle,
  numberIn: (text: number) => number
): StoredArticle => {
  const renamed = (column: Uint32Array, width: number, texts: readonly number[]): Uint32Array =>
    column.map((number, i) => (texts.includes(i % width) ? numberIn(number) : number))
  return {
    names: renamed(names, 3, [0, 1]),
    mentions: renamed(mentions, MENTION_WIDTH, [2, 3]),
    roles: renamed(roles, ROLE_WIDTH, [1]),
    abbreviations: renamed(abbreviations, 2, [0, 1]),
    beginnings: renamed(beginnings, 2, [0, 1])
  }
}

/** What an article names outside of credits, each once: the numbers of the names. */
export const mentionedNames = ({ names }: Pick<StoredArticle, 'names'>): number[] => {
  const mentioned: number[] = []
  forEachItem(names, 3, (name, _form, marks) => {
    if (!(marks & ONLY_CREDITED)) mentioned.push(name)
  })
  return mentioned
}

/** Calls back with the items of an array, `width` numbers each. */
export const forEachItem = (
  array: Uint32Array,
  width: 2 | 3 | 4,
  visit: (a: number, b: number, c: number, d: number) => void
): void => {
  for (let i = 0; i < array.length; i += width) visit(array[i]!, array[i + 1]!, array[i + 2]!, array[i + 3]!)
}
