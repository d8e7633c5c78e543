import { firstWhere } from '../../structures/bisect.js'
import { Bitset } from '../../structures/bitset.js'
import type { Span } from '../../structures/span.js'
import { aliasesOf, byFrequency, type TextCount } from '../../entities/catalogue/display-names.js'
import { formatId, nameKey, parseId } from '../../entities/name-key.js'
import {
  confidenceAt,
  isCreditAt,
  mentionCount,
  nameAt,
  ROLE_WIDTH,
  spanAt
} from '../../entities/catalogue/stored-article.js'
import { ENTITY_TYPES, type EntityType } from '../../entities/entity-type.js'
import { slug } from '../../entities/slug.js'
import { textCounts, type CountLists } from './count-lists.js'
import { SureNames, type OtherNames } from './sure-names.js'
import { EntityNames, type NameLines, type NameSearchOptions } from './entity-names.js'
import { listAt, type Lists } from '../../structures/lists.js'
import { Texts, type TextColumn } from '../../structures/texts.js'

/** A mention as a generation stores it; offsets are UTF-16 code units into the article's text. */
export interface StoredMention extends Span {
  /** The entity's number in the generation. */
  readonly entity: number
  /** 0–1. */
  readonly confidence: number
  /** Where the text says what the person is. */
  readonly role?: Role
  /** Only says who made the article or its pictures. */
  readonly credit?: true
}

export interface Role extends Span {
  readonly text: string
}

/** `buildEntityTables` makes them. */
export interface EntityTables {
  /** Keys of names, and what is written for them. */
  readonly texts: TextColumn
  /** By name: the number of its entity, -1 for none. */
  readonly entityOf: Int32Array
  /** Names that have an entity, by the code units of their keys. */
  readonly keys: Uint32Array
  /** By entity. */
  readonly heads: Uint32Array
  readonly types: Uint8Array
  readonly labels: TextColumn
  readonly mentionCounts: Uint32Array
  readonly creditCounts: Uint32Array
  /** By entity. */
  readonly forms: CountLists
  readonly roles: CountLists
  readonly names: NameLines
  /** By entity: see `listSureNames`. */
  readonly sureNames: Lists
  /** By entity: its place in the order of labels. */
  readonly alphabetic: Uint32Array
  /** By entity: its articles, ascending; by article: its entities. */
  readonly articlesOf: Lists
  readonly entitiesOf: Lists
  /** By article, as `StoredArticle` has them. */
  readonly mentions: Lists
  readonly mentionRoles: Lists
  /** By article, of no use but to go on from: the other lists of `StoredArticle`. */
  readonly articleNames: Lists
  readonly abbreviations: Lists
  readonly beginnings: Lists
}

/** What is mentioned so much less than another of its name has mostly been read wrong. */
const RARE = 0.05

/** @param mentions with `i`: a mention as `stored-article.ts` reads it */
export type MentionVisitor = (entity: number, mentions: Uint32Array, i: number) => void

/** The confidence of a mention, in hundredths. */
export const surenessInHundredths = (mentions: Uint32Array, i: number): number =>
  Math.round(confidenceAt(mentions, i) * 100)

/** The same as it is served: 0–1. */
export const sureness = (mentions: Uint32Array, i: number): number => surenessInHundredths(mentions, i) / 100

/**
 * The entities of a generation, by dense numbers: those with most mentions first, equal ones by id. Entities that are
 * hidden have no number and no mentions.
 */
export class EntityIndex {
  private readonly texts: Texts
  private readonly labels: Texts
  private readonly names: EntityNames
  private readonly sureNames: SureNames

  constructor(private readonly tables: EntityTables) {
    this.texts = new Texts(tables.texts)
    this.labels = new Texts(tables.labels)
    this.names = new EntityNames(tables.names)
    this.sureNames = new SureNames(tables.sureNames, (text) => this.texts.text(text))
  }

  get size(): number {
    return this.tables.heads.length
  }

  type(entity: number): EntityType {
    return ENTITY_TYPES[this.tables.types[entity]!]!
  }

  id(entity: number): string {
    return formatId(this.tables.types[entity]!, this.texts.text(this.tables.heads[entity]!))
  }

  name(entity: number): string {
    return this.labels.text(entity)
  }

  mentionCount(entity: number): number {
    return this.tables.mentionCounts[entity]!
  }

  /** How many credits name it. They count in nothing else. */
  creditCount(entity: number): number {
    return this.tables.creditCounts[entity]!
  }

  /** How else it is written, the most frequent first. */
  aliases(entity: number): string[] {
    return aliasesOf(this.textCounts(this.tables.forms, entity), this.name(entity))
  }

  /** The other names of the entity that this is a sure name of; undefined where several entities are called so. */
  namesBeside(name: string): OtherNames | undefined {
    const key = slug(name)
    const found = this.sureNames.beside(key)
    if (found === undefined || found.names.length === 0) return undefined
    const others = [...this.names.named(key)].filter((other) => other !== found.entity)
    const isClear = others.every(
      (other) => this.mentionCount(other) <= RARE * this.mentionCount(found.entity)
    )
    return isClear ? found : undefined
  }

  /** What a person is called, the most frequent first. */
  roles(entity: number): TextCount[] {
    return this.textCounts(this.tables.roles, entity).sort(byFrequency)
  }

  /** Articles that mention it, ascending. */
  articles(entity: number): Uint32Array {
    return listAt(this.tables.articlesOf, entity)
  }

  /** In how many articles of the collection it is mentioned. */
  articleCount(entity: number): number {
    return this.articles(entity).length
  }

  /** In how many articles of the collection any of them is mentioned. */
  articleCountOfAny(entities: readonly number[]): number {
    const naming = new Bitset(this.tables.entitiesOf.offsets.length - 1)
    for (const entity of entities) for (const article of this.articles(entity)) naming.add(article)
    return naming.count
  }

  /** Does the article mention it with at least this confidence? */
  isSurelyIn(article: number, entity: number, minConfidence: number): boolean {
    for (const { confidence } of this.mentionsOf(article, entity))
      if (confidence >= minConfidence) return true
    return false
  }

  /** Entities that an article mentions, each once. */
  entities(article: number): Uint32Array {
    return listAt(this.tables.entitiesOf, article)
  }

  /** Its place in the order of names. */
  alphabetic(entity: number): number {
    return this.tables.alphabetic[entity]!
  }

  /** How many of the articles mention each entity, by its number. */
  count(articles: ArrayLike<number> & Iterable<number>): Uint32Array {
    const { offsets, values } = this.tables.entitiesOf
    const counts = new Uint32Array(this.size)
    for (const article of articles)
      for (let i = offsets[article]!; i < offsets[article + 1]!; i++) counts[values[i]!]!++
    return counts
  }

  /** Calls back with the mentions and credits of an article, in the order of its text; fast. */
  forEachMention(article: number, visit: MentionVisitor): void {
    const { entityOf } = this.tables
    const mentions = listAt(this.tables.mentions, article)
    const count = mentionCount(mentions)
    for (let i = 0; i < count; i++) {
      const entity = entityOf[nameAt(mentions, i)]!
      if (entity >= 0) visit(entity, mentions, i)
    }
  }

  /** All of an article, in the order of its text. */
  mentions(article: number): StoredMention[] {
    return Array.from(this.mentionsOf(article))
  }

  /**
   * The mentions of one entity in an article, without credits, or all with them; one by one, in the order of the text.
   */
  *mentionsOf(article: number, entity?: number): Generator<StoredMention, void> {
    const { entityOf } = this.tables
    const mentions = listAt(this.tables.mentions, article)
    const roles = listAt(this.tables.mentionRoles, article)
    const count = mentionCount(mentions)
    let role = 0
    for (let i = 0; i < count; i++) {
      const named = entityOf[nameAt(mentions, i)]!
      if (named < 0 || (entity !== undefined && named !== entity)) continue
      const credit = isCreditAt(mentions, i)
      if (entity !== undefined && credit) continue
      while (role < roles.length && roles[role]! < i) role += ROLE_WIDTH
      yield {
        entity: named,
        ...spanAt(mentions, i),
        confidence: sureness(mentions, i),
        ...(roles[role] === i && { role: this.role(roles, role) }),
        ...(credit && { credit: true as const })
      }
    }
  }

  /**
   * The entity with this id; one whose name it was, or is beside others, answers too, whatever its type has become.
   * Undefined where several are called that.
   */
  find(id: string): number | undefined {
    const parsed = parseId(id)
    if (parsed === undefined) return undefined
    const { type } = parsed
    const own = this.named(nameKey(type, parsed.slug))
    if (own !== undefined && this.type(own) === type) return own
    const other = this.named(nameKey(type === 'person' ? 'organisation' : 'person', parsed.slug))
    if (other !== undefined && this.type(other) === type) return other
    const called = this.called(id)
    return called.length === 1 ? called[0] : (own ?? other)
  }

  /** The entities that are called what an id says: of its type, or else of any. */
  called(id: string): number[] {
    const { type, slug = '' } = parseId(id) ?? {}
    const called = [...this.names.named(slug)]
    const fitting = called.filter((entity) => this.type(entity) === type)
    return fitting.length > 0 ? fitting : called
  }

  /** The entities that have a name with these words beside each other, those with most mentions first. */
  withWords(words: string, options?: NameSearchOptions): readonly number[] {
    const key = slug(words)
    return key === '' ? [] : this.names.containing(key, options)
  }

  /** Those of one type. */
  withWordsOfType(type: EntityType, words: string, options?: NameSearchOptions): number[] {
    return this.withWords(words, options).filter((entity) => this.type(entity) === type)
  }

  private textCounts(lists: CountLists, entity: number): TextCount[] {
    return textCounts(lists, entity, (text) => this.texts.text(text))
  }

  private named(key: string): number | undefined {
    const { keys, entityOf } = this.tables
    const at = firstWhere(0, keys.length, (i) => this.texts.text(keys[i]!) >= key)
    const name = keys[at]
    return name !== undefined && this.texts.text(name) === key ? entityOf[name] : undefined
  }

  private role(roles: Uint32Array, at: number): Role {
    return { text: this.texts.text(roles[at + 1]!), start: roles[at + 2]!, end: roles[at + 3]! }
  }
}
