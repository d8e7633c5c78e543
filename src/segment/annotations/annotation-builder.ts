import { readText, type Reading } from '../../analysis/text/reading.js'
import type { ArticleEntities } from '../../entities/article/article-entities.js'
import { resolveArticle } from '../../entities/article/resolve-article.js'
import { EntityCatalogue } from '../../entities/catalogue/entity-catalogue.js'
import { nameKey } from '../../entities/name-key.js'
import { nameOfEntity } from '../../entities/catalogue/stored-article.js'
import type { NameFinder } from '../../entities/mention.js'
import type { EntityRules } from '../../entities/rules/entity-rules.js'
import { extractQuotes } from '../../quotes/extract-quotes.js'
import type { Quote } from '../../quotes/quote.js'
import type { AnnotationTables } from './annotations.js'
import { buildEntityTables } from './entity-index-builder.js'
import { listAt } from '../../structures/lists.js'
import { Texts } from '../../structures/texts.js'
import { QuoteStoreBuilder } from './quote-store.js'

export interface AnnotationOptions {
  /** Finds the names of a text. */
  readonly findNames: NameFinder
  readonly rules?: EntityRules | undefined
}

export interface TextWithId {
  /** The article's. */
  readonly id: string
  readonly text: string
  /** Tokens and sentences of `text`; absent: they are read here. */
  readonly reading?: Reading
}

/** Reads texts one by one, then says what all of them together tell of who and what they name. */
export class AnnotationBuilder {
  private readonly ids: (string | undefined)[]
  private readonly catalogue: EntityCatalogue
  private readonly findNames: NameFinder
  private readonly quotes: QuoteStoreBuilder
  private readonly separate: ReadonlySet<string>

  /** @param before what was read before, by the same rules */
  constructor({ findNames, rules }: AnnotationOptions, before?: ReadBefore) {
    this.findNames = findNames
    this.separate = new Set(rules?.separate.map(({ type, slug }) => nameKey(type, slug)))
    this.catalogue = new EntityCatalogue(rules)
    this.quotes = new QuoteStoreBuilder(before?.tables.quotes)
    this.ids = [...(before?.ids ?? [])]
    if (before === undefined) return
    restoreCatalogue(this.catalogue, before)
    for (const [number, id] of before.ids.entries()) if (id === undefined) this.quotes.remove(number)
  }

  /** Articles so far, those that were taken out too: the number of the next one. */
  get size(): number {
    return this.ids.length
  }

  /** Takes out an article, by its number; it keeps the number. */
  remove(number: number): void {
    const id = this.ids[number]
    if (id === undefined) return
    this.catalogue.delete(id)
    this.quotes.remove(number)
    this.ids[number] = undefined
  }

  /** Leaves out the next number. */
  skip(): void {
    this.quotes.add([], () => 0)
    this.ids.push(undefined)
  }

  /**
   * @param annotated what the text tells, where it has been read already
   * @throws {Error} that names the article whose text cannot be read; nothing is added then
   */
  add(article: TextWithId, annotated = this.annotate(article)): void {
    this.keep(article, annotated)
  }

  /** Adds an article whose text cannot be read: it names nobody and quotes nothing. */
  addUnread(article: TextWithId): void {
    this.keep(article, {
      entities: { entities: [], mentions: [], abbreviations: [], beginnings: [] },
      quotes: []
    })
  }

  private keep({ id, text }: TextWithId, { entities, quotes }: AnnotatedText): void {
    const stored = this.catalogue.set(id, text, entities)
    this.quotes.add(quotes, (entity) => nameOfEntity(stored, entity))
    this.ids.push(id)
  }

  private annotate({ id, text, reading }: TextWithId): AnnotatedText {
    const { findNames, separate } = this
    try {
      return annotateText(text, { findNames, separate, reading })
    } catch (cause) {
      throw new Error(`Names and quotes of the article "${id}" cannot be read.`, { cause })
    }
  }

  /** More may be added and taken out afterwards, for later tables. */
  async finish(): Promise<AnnotationTables> {
    const entities = await buildEntityTables(this.catalogue, this.ids)
    return { entities, quotes: this.quotes.finish(entities.entityOf) }
  }
}

/** What was read of some articles. */
export interface ReadBefore {
  readonly tables: AnnotationTables
  /** By article number; undefined for those that were taken out. */
  readonly ids: readonly (string | undefined)[]
}

const restoreCatalogue = (catalogue: EntityCatalogue, { tables: { entities }, ids }: ReadBefore): void => {
  const texts = new Texts(entities.texts)
  for (let number = 0; number < texts.size; number++) catalogue.evidence.texts.add(texts.text(number))
  ids.forEach((id, article) => {
    if (id === undefined) return
    catalogue.restore(id, {
      names: listAt(entities.articleNames, article),
      mentions: listAt(entities.mentions, article),
      roles: listAt(entities.mentionRoles, article),
      abbreviations: listAt(entities.abbreviations, article),
      beginnings: listAt(entities.beginnings, article)
    })
  })
}

interface TextOptions {
  readonly findNames: NameFinder
  /** As for `resolveArticle`. */
  readonly separate?: ReadonlySet<string>
  readonly reading?: Reading | undefined
}

/** What one text tells by itself. */
export interface AnnotatedText {
  readonly entities: ArticleEntities
  readonly quotes: readonly Quote[]
}

export const annotateText = (
  text: string,
  { findNames, separate, reading = readText(text) }: TextOptions
): AnnotatedText => {
  const entities = resolveArticle(text, findNames(text, reading), separate)
  return { entities, quotes: extractQuotes(text, reading, entities) }
}
