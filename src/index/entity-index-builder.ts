import { urlSafeId } from '../articles/article-id.js'
import { aliasesOf, labelOf } from '../entities/catalogue/display-names.js'
import type { EntityCatalogue } from '../entities/catalogue/entity-catalogue.js'
import { identify } from '../entities/catalogue/identities.js'
import { nameKey, slugOf } from '../entities/catalogue/name-key.js'
import { forEachItem, type StoredArticle } from '../entities/catalogue/stored-article.js'
import { ENTITY_KINDS } from '../entities/entity-type.js'
import { slug } from '../entities/slug.js'
import { groupCounts, textCounts } from './count-lists.js'
import { EntityIndex, type EntityIndexParts } from './entity-index.js'
import { EntityNames } from './entity-names.js'
import { groupByKey } from './lists.js'
import { numberEntities } from './number-entities.js'
import { inSlices } from './slices.js'
import { sortInSlices } from './sort-in-slices.js'

/**
 * Makes the entities of a generation. Lets other work run meanwhile.
 *
 * @param articleIds by article number
 */
export const buildEntityIndex = async (
  catalogue: EntityCatalogue,
  articleIds: readonly string[]
): Promise<EntityIndex> => {
  const { evidence } = catalogue
  const identities = await inSlices(identify(catalogue))
  const numbered = await numberEntities(evidence, identities)
  const { heads, entityOf } = numbered
  const types = Uint8Array.from(heads, (head) => identities.types[head]!)
  const forms = await inSlices(groupCounts(() => evidence.forms.entries(), entityOf, heads.length))
  const roles = await inSlices(groupCounts(() => evidence.roles.entries(), entityOf, heads.length))
  const { labels, names } = await inSlices(nameEntities(catalogue, { heads, entityOf, types, forms }))
  const articles = articleIds.map((id) => catalogue.get(id))
  return new EntityIndex({
    texts: evidence.texts,
    ...numbered,
    types,
    forms,
    roles,
    labels,
    names: new EntityNames(names),
    alphabetic: await alphabeticPlaces(labels),
    articles,
    ...(await groupArticles(articles, entityOf, heads.length))
  })
}

interface Named {
  readonly labels: string[]
  /** Keys with the entity that they name. */
  readonly names: [slug: string, entity: number][]
}

function* nameEntities(
  { evidence, rules }: EntityCatalogue,
  { heads, entityOf, types, forms }: Pick<EntityIndexParts, 'heads' | 'entityOf' | 'types' | 'forms'>
): Generator<undefined, Named> {
  const { texts } = evidence
  const fullForms = yield* groupCounts(() => evidence.fullForms.entries(), entityOf, heads.length)
  const renamed = new Map(
    rules.rename.map(({ entity, name }) => [entityOf[texts.find(nameKey(entity.type, entity.slug))!]!, name])
  )
  const textOf = (text: number): string => texts.text(text)
  const [labels, names]: [Named['labels'], Named['names']] = [[], []]
  for (const [entity, head] of heads.entries()) {
    yield
    const full = textCounts(fullForms, entity, textOf)
    const main = slugOf(texts.text(head))
    const all = [...full, ...textCounts(forms, entity, textOf)]
    const label = renamed.get(entity) ?? labelOf(all, main, ENTITY_KINDS[types[entity]!]!)
    labels.push(label)
    for (const name of searchedAs(main, [label, ...aliasesOf(all, label)])) names.push([name, entity])
  }
  return { labels, names }
}

/** The keys of names, and those of the plain letters that a foreign keyboard has: `oeystein-moan`, `oystein-moan`. */
const searchedAs = (main: string, names: readonly string[]): Set<string> =>
  new Set([main, ...names.flatMap((name) => [slug(name), slug(urlSafeId(name))])].filter((key) => key !== ''))

const { compare } = new Intl.Collator('nb')

/** By entity: its place in the order of names, by the Norwegian alphabet. */
const alphabeticPlaces = async (labels: readonly string[]): Promise<Uint32Array> => {
  const order = await sortInSlices(labels.length, (a, b) => compare(labels[a]!, labels[b]!))
  const places = new Uint32Array(labels.length)
  order.forEach((entity, place) => (places[entity] = place))
  return places
}

/** Which articles mention which entities, both ways. */
const groupArticles = async (
  articles: readonly (StoredArticle | undefined)[],
  entityOf: Int32Array,
  size: number
): Promise<Pick<EntityIndexParts, 'articlesOf' | 'entitiesOf'>> => {
  const found = await inSlices(entitiesIn(articles, entityOf))
  const count = articles.length
  return {
    articlesOf: await groupByKey(size, {
      count,
      forEach: (article, pair) => {
        for (const entity of found[article]!) pair(entity, article)
      }
    }),
    entitiesOf: await groupByKey(count, {
      count,
      forEach: (article, pair) => {
        for (const entity of found[article]!) pair(article, entity)
      }
    })
  }
}

function* entitiesIn(
  articles: readonly (StoredArticle | undefined)[],
  entityOf: Int32Array
): Generator<undefined, Uint32Array[]> {
  const found: Uint32Array[] = []
  for (const article of articles) {
    yield
    const entities = new Set<number>()
    if (article !== undefined)
      forEachItem(article.names, 3, (name) => {
        if (entityOf[name]! >= 0) entities.add(entityOf[name]!)
      })
    found.push(Uint32Array.from(entities).sort())
  }
  return found
}
