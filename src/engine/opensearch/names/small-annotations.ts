import type { StoredArticle } from '../../../entities/catalogue/stored-article.js'
import { ENTITY_TYPES } from '../../../entities/entity-type.js'
import { parseId, slugOf } from '../../../entities/name-key.js'
import type { Annotations } from '../../../segment/annotations/annotations.js'
import type { EntityTables } from '../../../segment/annotations/entity-index.js'
import { entitiesIn, sortedKeys } from '../../../segment/annotations/entity-index-builder.js'
import { nameLines } from '../../../segment/annotations/entity-names.js'
import { QuoteStore, QuoteStoreBuilder } from '../../../segment/annotations/quote-store.js'
import { Interner } from '../../../structures/interner.js'
import { packLists } from '../../../structures/lists.js'
import { packTexts } from '../../../structures/texts.js'
import { LookupEntities } from './lookup-entities.js'
import type { EntityRow, NameLookup } from './name-lookup.js'
import { NO_ANNOTATIONS, renumberAnnotations, type ArticleAnnotations } from './article-annotations.js'

/**
 * The names and quotes of a few articles, with the cluster's rows of their entities.
 *
 * @param annotations by article
 */
export const smallAnnotations = (
  lookup: NameLookup,
  annotations: readonly ArticleAnnotations[]
): Annotations => {
  const rows = lookup.found
  const texts = new Interner()
  const articles = annotations.map((one) => (one === NO_ANNOTATIONS ? one : renumberAnnotations(texts, one)))
  for (const { keys, sureNames } of rows) for (const text of [...keys, ...sureNames]) texts.add(text)
  const entityOf = new Int32Array(texts.size).fill(-1)
  rows.forEach(({ keys }, entity) => {
    for (const key of keys) entityOf[texts.find(key)!] = entity
  })
  const quotes = new QuoteStoreBuilder()
  for (const one of articles) quotes.addGathered(one.quotes)
  const tables = entityTables(
    { rows, texts, entityOf },
    articles.map(({ article }) => article)
  )
  return {
    entities: new LookupEntities(tables, rows, lookup),
    quotes: new QuoteStore(quotes.finish(entityOf)),
    version: ''
  }
}

interface NamedEntities {
  readonly rows: readonly EntityRow[]
  readonly texts: Interner
  readonly entityOf: Int32Array
}

const entityTables = (
  { rows, texts, entityOf }: NamedEntities,
  articles: readonly StoredArticle[]
): EntityTables => {
  const entitiesOf = articles.map((article) => entitiesIn(article, entityOf))
  const none = { ...packLists(rows.map(() => [])), counts: new Uint32Array() }
  return {
    texts: packTexts(texts.all()),
    entityOf,
    keys: sortedKeys(texts.all(), entityOf),
    heads: Uint32Array.from(rows, (row) => texts.find(headOf(row))!),
    types: Uint8Array.from(rows, ({ type }) => ENTITY_TYPES.indexOf(type)),
    labels: packTexts(rows.map(({ name }) => name)),
    mentionCounts: Uint32Array.from(rows, ({ mentions }) => mentions),
    creditCounts: Uint32Array.from(rows, ({ credits }) => credits),
    // The rows have aliases and roles as they are served.
    forms: none,
    roles: none,
    names: nameLines(rows.flatMap(({ slugs }, entity) => slugs.map((slug) => [slug, entity] as const))),
    sureNames: packLists(rows.map(({ sureNames }) => sureNames.map((text) => texts.find(text)!))),
    alphabetic: alphabetic(rows),
    articlesOf: packLists(
      rows.map((_, entity) =>
        entitiesOf.flatMap((entities, article) => (entities.includes(entity) ? article : []))
      )
    ),
    entitiesOf: packLists(entitiesOf),
    mentions: packLists(articles.map(({ mentions }) => mentions)),
    mentionRoles: packLists(articles.map(({ roles }) => roles)),
    articleNames: packLists(articles.map(({ names }) => names)),
    abbreviations: packLists(articles.map(() => [])),
    beginnings: packLists(articles.map(() => []))
  }
}

/** The key that an entity's id is made of. */
const headOf = ({ id, keys }: EntityRow): string => {
  const own = parseId(id)!.slug
  return keys.find((key) => slugOf(key) === own)!
}

const alphabetic = (rows: readonly EntityRow[]): Uint32Array => {
  const places = new Uint32Array(rows.length)
  const sorted = Array.from(rows.keys()).sort((a, b) =>
    rows[a]!.collationKey < rows[b]!.collationKey
      ? -1
      : rows[a]!.collationKey > rows[b]!.collationKey
        ? 1
        : a - b
  )
  sorted.forEach((entity, place) => (places[entity] = place))
  return places
}
