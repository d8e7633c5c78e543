import { forEachItem, ONLY_CREDITED, type StoredArticle } from '../../../entities/catalogue/stored-article.js'
import { ENTITY_TYPES } from '../../../entities/entity-type.js'
import { parseId, slugOf } from '../../../entities/name-key.js'
import type { Annotations } from '../../../segment/annotations/annotations.js'
import type { EntityTables } from '../../../segment/annotations/entity-index.js'
import { nameLines } from '../../../segment/annotations/entity-names.js'
import { QuoteStore, QuoteStoreBuilder } from '../../../segment/annotations/quote-store.js'
import { Interner } from '../../../structures/interner.js'
import type { Lists } from '../../../structures/lists.js'
import { packTexts } from '../../../structures/texts.js'
import { AskedEntities } from './asked-entities.js'
import type { EntityRow, NameLookup } from './name-lookup.js'
import { toldIn, type Told } from './told.js'

/** The names and quotes of a few articles, with what the cluster knows of the entities. @param told by article */
export const smallAnnotations = (lookup: NameLookup, told: readonly Told[]): Annotations => {
  const rows = lookup.found
  const texts = new Interner()
  const articles = told.map((one) => toldIn(texts, one))
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
    entities: new AskedEntities(tables, rows, lookup),
    quotes: new QuoteStore(quotes.finish(entityOf)),
    version: ''
  }
}

interface Named {
  readonly rows: readonly EntityRow[]
  readonly texts: Interner
  readonly entityOf: Int32Array
}

const entityTables = ({ rows, texts, entityOf }: Named, articles: readonly StoredArticle[]): EntityTables => {
  const entitiesOf = articles.map(({ names }) => entitiesIn(names, entityOf))
  const none = { ...listsOf(rows.map(() => [])), counts: new Uint32Array() }
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
    sureNames: listsOf(rows.map(({ sureNames }) => sureNames.map((text) => texts.find(text)!))),
    alphabetic: alphabetic(rows),
    articlesOf: listsOf(
      rows.map((_, entity) =>
        entitiesOf.flatMap((entities, article) => (entities.includes(entity) ? article : []))
      )
    ),
    entitiesOf: listsOf(entitiesOf),
    mentions: listsOf(articles.map(({ mentions }) => mentions)),
    mentionRoles: listsOf(articles.map(({ roles }) => roles)),
    articleNames: listsOf(articles.map(({ names }) => names)),
    abbreviations: listsOf(articles.map(() => [])),
    beginnings: listsOf(articles.map(() => []))
  }
}

/** The key that an entity's id is made of. */
const headOf = ({ id, keys }: EntityRow): string => {
  const own = parseId(id)!.slug
  return keys.find((key) => slugOf(key) === own)!
}

const entitiesIn = (names: Uint32Array, entityOf: Int32Array): readonly number[] => {
  const entities = new Set<number>()
  forEachItem(names, 3, (name, _form, marks) => {
    if (entityOf[name]! >= 0 && !(marks & ONLY_CREDITED)) entities.add(entityOf[name]!)
  })
  return [...entities].sort((a, b) => a - b)
}

const sortedKeys = (texts: readonly string[], entityOf: Int32Array): Uint32Array =>
  Uint32Array.from(
    Array.from(entityOf.keys())
      .filter((text) => entityOf[text]! >= 0)
      .sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1))
  )

const alphabetic = (rows: readonly EntityRow[]): Uint32Array => {
  const places = new Uint32Array(rows.length)
  const sorted = Array.from(rows.keys()).sort((a, b) =>
    rows[a]!.order < rows[b]!.order ? -1 : rows[a]!.order > rows[b]!.order ? 1 : a - b
  )
  sorted.forEach((entity, place) => (places[entity] = place))
  return places
}

const listsOf = (lists: readonly ArrayLike<number>[]): Lists => {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, i) => (offsets[i + 1] = offsets[i]! + list.length))
  const values = new Uint32Array(offsets[lists.length]!)
  lists.forEach((list, i) => {
    values.set(list, offsets[i])
  })
  return { offsets, values }
}
