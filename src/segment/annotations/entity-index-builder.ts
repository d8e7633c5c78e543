import { urlSafeId } from '../../articles/article-id.js'
import { aliasesOf, labelOf } from '../../entities/catalogue/display-names.js'
import type { EntityCatalogue } from '../../entities/catalogue/entity-catalogue.js'
import { type Identities, identify } from '../../entities/catalogue/identities.js'
import { formatId, nameKey, slugOf } from '../../entities/name-key.js'
import { mentionedNames, type StoredArticle } from '../../entities/catalogue/stored-article.js'
import { ENTITY_TYPES } from '../../entities/entity-type.js'
import { slug } from '../../entities/slug.js'
import { groupCounts, textCounts, type CountLists } from './count-lists.js'
import type { EntityTables } from './entity-index.js'
import { nameLines } from './entity-names.js'
import { listSureNames } from './sure-names.js'
import { groupByKey, packLists } from '../../structures/lists.js'
import { packTexts } from '../../structures/texts.js'
import type { NameEvidence } from '../../entities/catalogue/name-evidence.js'

/**
 * The entities of a generation.
 *
 * @param articleIds by article number; undefined for those that were taken out
 */
export const buildEntityTables = async (
  catalogue: EntityCatalogue,
  articleIds: readonly (string | undefined)[]
): Promise<EntityTables> => {
  const { evidence } = catalogue
  const identities = identify(catalogue)
  const numbered = numberEntities(evidence, identities)
  const { heads, entityOf } = numbered
  const types = Uint8Array.from(heads, (head) => identities.types[head]!)
  const forms = groupCounts(() => evidence.forms.entries(), entityOf, heads.length)
  const fullForms = groupCounts(() => evidence.fullForms.entries(), entityOf, heads.length)
  const roles = groupCounts(() => evidence.roles.entries(), entityOf, heads.length)
  const { labels, names } = nameEntities(catalogue, { heads, entityOf, types, forms, fullForms })
  const articles = articleIds.map((id) => (id === undefined ? undefined : catalogue.get(id)))
  const texts = evidence.texts.all()
  return {
    ...numbered,
    texts: packTexts(texts),
    keys: sortedKeys(texts, entityOf),
    types,
    forms,
    roles,
    labels: packTexts(labels),
    names: nameLines(names),
    sureNames: listSureNames(catalogue, { entityOf, forms, fullForms }),
    alphabetic: alphabeticPlaces(labels),
    mentions: packLists(articles.map((article) => article?.mentions)),
    mentionRoles: packLists(articles.map((article) => article?.roles)),
    articleNames: packLists(articles.map((article) => article?.names)),
    abbreviations: packLists(articles.map((article) => article?.abbreviations)),
    beginnings: packLists(articles.map((article) => article?.beginnings)),
    ...(await groupArticles(articles, entityOf, heads.length))
  }
}

/** What the labels and the names of entities are made of. */
interface NameSources extends Pick<EntityTables, 'heads' | 'entityOf' | 'types' | 'forms'> {
  readonly fullForms: CountLists
}

interface Named {
  readonly labels: string[]
  /** Keys with the entity that they name. */
  readonly names: [slug: string, entity: number][]
}

const nameEntities = (
  { evidence, rules }: EntityCatalogue,
  { heads, entityOf, types, forms, fullForms }: NameSources
): Named => {
  const { texts } = evidence
  const renamed = new Map(
    rules.rename.map(({ entity, name }) => [entityOf[texts.find(nameKey(entity.type, entity.slug))!]!, name])
  )
  const textOf = (text: number): string => texts.text(text)
  const [labels, names]: [Named['labels'], Named['names']] = [[], []]
  for (const [entity, head] of heads.entries()) {
    const full = textCounts(fullForms, entity, textOf)
    const main = slugOf(texts.text(head))
    const all = [...full, ...textCounts(forms, entity, textOf)]
    const label = renamed.get(entity) ?? labelOf(all, main, ENTITY_TYPES[types[entity]!]!)
    labels.push(label)
    for (const name of searchedAs(main, [label, ...aliasesOf(all, label)])) names.push([name, entity])
  }
  return { labels, names }
}

/** The keys of names, and those of the plain letters that a foreign keyboard has: `oeystein-moan`, `oystein-moan`. */
const searchedAs = (main: string, names: readonly string[]): Set<string> =>
  new Set([main, ...names.flatMap((name) => [slug(name), slug(urlSafeId(name))])].filter((key) => key !== ''))

/** The texts that are keys of entities, by their code units. */
export const sortedKeys = (texts: readonly string[], entityOf: Int32Array): Uint32Array =>
  Uint32Array.from(entityOf.keys())
    .filter((name) => entityOf[name]! >= 0)
    .sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1))

const { compare } = new Intl.Collator('nb')

/** By entity: its place in the order of names, by the Norwegian alphabet. */
const alphabeticPlaces = (labels: readonly string[]): Uint32Array => {
  const places = new Uint32Array(labels.length)
  const order = places.map((_, entity) => entity).sort((a, b) => compare(labels[a]!, labels[b]!) || a - b)
  order.forEach((entity, place) => (places[entity] = place))
  return places
}

/** Which articles mention which entities, both ways. */
const groupArticles = async (
  articles: readonly (StoredArticle | undefined)[],
  entityOf: Int32Array,
  size: number
): Promise<Pick<EntityTables, 'articlesOf' | 'entitiesOf'>> => {
  const found = articles.map((article) => entitiesIn(article, entityOf))
  return {
    articlesOf: await groupByKey(size, {
      count: found.length,
      forEach: (article, pair) => {
        for (const entity of found[article]!) pair(entity, article)
      }
    }),
    entitiesOf: packLists(found)
  }
}

/** The entities that an article names outside of credits, ascending. */
export const entitiesIn = (article: StoredArticle | undefined, entityOf: Int32Array): Uint32Array => {
  const names = article === undefined ? [] : mentionedNames(article)
  return Uint32Array.from(
    new Set(names.map((name) => entityOf[name]!).filter((entity) => entity >= 0))
  ).sort()
}

/** Entities by dense numbers. */
export interface NumberedEntities {
  /** By entity: the name that stands for its names. */
  readonly heads: Uint32Array
  readonly mentionCounts: Uint32Array
  /** By entity: in how many credits it stands, which are no mentions. */
  readonly creditCounts: Uint32Array
  /** By name: its entity, -1 for none. */
  readonly entityOf: Int32Array
}

/** Numbers the entities that are mentioned or credited, those with most mentions first, equal ones by id. */
const numberEntities = (evidence: NameEvidence, { heads, types }: Identities): NumberedEntities => {
  const sums = new Uint32Array(heads.length)
  const credits = new Uint32Array(heads.length)
  heads.forEach((head, name) => {
    if (head < 0) return
    sums[head]! += evidence.mentions(name)
    credits[head]! += evidence.credits(name)
  })
  const idOf = (head: number): string => formatId(types[head]!, evidence.texts.text(head))
  const sorted = Uint32Array.from(sums.keys())
    .filter((head) => sums[head]! + credits[head]! > 0)
    .sort((a, b) => sums[b]! - sums[a]! || (idOf(a) < idOf(b) ? -1 : 1))
  const numbers = new Int32Array(heads.length).fill(-1)
  sorted.forEach((head, entity) => (numbers[head] = entity))
  return {
    heads: sorted,
    mentionCounts: sorted.map((head) => sums[head]!),
    creditCounts: sorted.map((head) => credits[head]!),
    entityOf: heads.map((head) => (head >= 0 ? numbers[head]! : -1))
  }
}
