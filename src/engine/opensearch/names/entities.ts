import { byFrequency, type TextCount } from '../../../entities/catalogue/display-names.js'
import { slug } from '../../../entities/slug.js'
import { annotationsOf } from '../../../segment/annotations/annotations.js'
import { EngineError } from '../../engine.js'
import type { Article, EntitiesRequest, Entity, Page, Verbs } from '../../questions.js'
import type { SearchBody } from '../connection/search-queue.js'
import { findArticles } from '../searching/find.js'
import { pageAt } from '../searching/paging.js'
import { RESULT_WINDOW } from '../layout/layout.js'
import type { Lookup } from '../lookup/lookup.js'
import { lookupIn, overNames, type Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { allOf, EVERYTHING, NOTHING, type Query } from '../queries/token-query.js'
import { entityRow } from './lookup-entities.js'
import { mentioningQuery } from './count-entities.js'
import type { EntityDocument } from './entity-document.js'
import type { EntityRow } from './name-lookup.js'
import { namesNotReady } from './names-not-ready.js'
import { countConfident, countConfidentScript, leastConfidence } from './confidence-counts.js'

/** Who and what the articles name. @throws {EngineError} */
export const listEntities = async (served: Served, request: EntitiesRequest): Promise<Page<Entity>> => {
  const { offset, size, sort, credits, minConfidence = 0 } = request
  const counted = credits === 'only' ? 'credits' : 'mentions'
  const least = leastConfidence(minConfidence)
  const index = namesIndexOf(served)
  const query = allOf([
    EVERYTHING,
    ...wordsQueries(request.q),
    ...(request.type === undefined ? [] : [{ terms: { type: request.type } }]),
    ...countQueries(counted, least)
  ])
  const body = { query, sort: orderOf(sort, counted, least) }
  const isDeep = offset + size > RESULT_WINDOW
  const { hits } = await served.cluster.search<EntityHits>({
    index,
    body: { ...body, from: isDeep ? 0 : offset, size: isDeep ? 0 : size, track_total_hits: true }
  })
  const found = isDeep
    ? await pageAt<EntityHit>(served.cluster, { index, body }, { offset, size })
    : hits.hits
  const documents = found.map(({ _source }) => _source)
  return { total: hits.total.value, items: await describe(served, documents, least) }
}

/** @throws {EngineError} `entity-not-found` */
export const readOneEntity = async (
  served: Served,
  { id, minConfidence = 0 }: Verbs['entity']['request']
): Promise<Entity> => {
  const row = await entityWithId(served, lookupIn(served), id)
  const { hits } = await served.cluster.search<EntityHits>({
    index: namesIndexOf(served),
    body: { query: { term: { id: row.id } }, size: 1, track_total_hits: true }
  })
  const [entity] = await describe(
    served,
    hits.hits.map(({ _source }) => _source),
    leastConfidence(minConfidence)
  )
  return entity!
}

/** The articles that name an entity, by date. @throws {EngineError} `entity-not-found` */
export const listArticlesMentioning = async (
  served: Served,
  { id, minConfidence = 0, sort, offset, size }: Verbs['entityArticles']['request']
): Promise<Page<Article>> => {
  const { keys } = await entityWithId(served, lookupIn(served), id)
  const query = allOf([mentioningQuery(keys, leastConfidence(minConfidence))])
  const options = { sort, window: { offset, size }, withBest: false }
  const { total, articles } = await findArticles(served, query, options)
  return { total, items: articles.map(({ article }) => article) }
}

/** Entities of one name that a message tells of. */
const NAMED_ENTITIES = 10

/** @throws {EngineError} `entity-not-found`, `names-not-ready` */
export const entityWithId = async (served: Served, lookup: Lookup, id: string): Promise<EntityRow> => {
  if (lookup.names === undefined) throw namesNotReady()
  const found = await overNames(served, { lookup }, (generation) => {
    const { entities } = annotationsOf(generation)
    const entity = entities.find(id)
    const row = entity === undefined ? undefined : entityRow(generation, entity)
    return { row, called: entities.called(id).map((other) => entities.id(other)) }
  })
  if (found.row !== undefined) return found.row
  const called = found.called.slice(0, NAMED_ENTITIES)
  const message =
    called.length > 0
      ? `Several entities are called that: ${called.join(', ')}.`
      : `No entity has the id "${id}". GET /v1/entities lists them.`
  throw new EngineError('entity-not-found', message)
}

const namesIndexOf = ({ published }: Served): string => {
  if (published.names === undefined) throw namesNotReady()
  return published.names.index
}

interface EntityHits {
  readonly hits: {
    readonly total: { readonly value: number }
    readonly hits: readonly EntityHit[]
  }
}

interface EntityHit {
  readonly _source: EntityDocument
  readonly sort: readonly unknown[]
}

/** Every word must begin a word of a name, all but the last must be whole. */
const wordsQueries = (q: string): Query[] => {
  const words = slug(q)
    .split('-')
    .filter((word) => word !== '')
  if (words.length === 0 && q.trim() !== '') return [NOTHING]
  return words.map((word, i) => ({ prefix: { words: i === words.length - 1 ? word : `${word}-` } }))
}

type Counted = 'mentions' | 'credits'

const countQueries = (counted: Counted, least: number): Query[] => [
  { range: { [counted]: { gt: 0 } } },
  ...(least === 0 ? [] : [{ range: { [`byConfidence.${counted}`]: { gte: least * 1e9 } } }])
]

const orderOf = (sort: EntitiesRequest['sort'], counted: Counted, least: number): object[] => {
  const ties = [{ mentions: 'desc' }, { id: 'asc' }]
  if (sort === 'name') return [{ collationKey: 'asc' }, ...ties]
  const count = sort === 'articles' ? 'articles' : counted
  if (least === 0) return [{ [count]: 'desc' }, ...ties]
  const script = countConfidentScript(`byConfidence.${count}`, least)
  return [{ _script: { type: 'number', script, order: 'desc' } }, ...ties]
}

/** Entities by their mentions and quotes of at least some confidence. @param least in hundredths */
const describe = async (
  served: Served,
  documents: readonly EntityDocument[],
  least: number
): Promise<Entity[]> => {
  const dates = await datesOf(
    served,
    documents.map(({ keys }) => mentioningQuery(keys, least))
  )
  return documents.map((document, i) => {
    const { id, type, name, aliases, byConfidence: byConfidence } = document
    const count = (counted: keyof typeof byConfidence, whole: number): number =>
      least === 0 ? whole : countConfident(byConfidence[counted], least)
    const roles = rolesOf(document, least)
    const [first, last] = dates[i]!
    return {
      ...{ id, type, name, aliases },
      articleCount: count('articles', document.articles),
      mentionCount: count('mentions', document.mentions),
      creditCount: count('credits', document.credits),
      quoteCount: count('quotes', document.quotes),
      ...(first !== undefined && { firstSeen: first }),
      ...(last !== undefined && { lastSeen: last }),
      ...(roles.length > 0 && { roles })
    }
  })
}

const rolesOf = ({ roles }: EntityDocument, least: number): TextCount[] => {
  const counts = new Map<string, number>()
  for (const { text, confidence, count } of roles)
    if (confidence >= least) counts.set(text, (counts.get(text) ?? 0) + count)
  return Array.from(counts, ([text, count]) => ({ text, count })).sort(byFrequency)
}

interface Dated {
  readonly hits: {
    readonly hits: readonly { readonly _source: { readonly article: Pick<Article, 'publishedAt'> } }[]
  }
}

/** When the oldest and the newest article of each query that state a date were published. */
const datesOf = async (
  { cluster, published }: Served,
  queries: readonly Query[]
): Promise<(readonly [first: string | undefined, last: string | undefined])[]> => {
  const bodies = queries.flatMap((query) =>
    (['asc', 'desc'] as const).map((order): SearchBody => ({
      body: {
        ...searchAt(published.pit),
        query: { bool: { filter: [query, { exists: { field: 'instant' } }] } },
        ...{ size: 1, track_total_hits: false, _source: ['article.publishedAt'] },
        sort: [{ instant: order }, { id: 'asc' }]
      }
    }))
  )
  const answers = await cluster.searches<Dated>(bodies)
  const dates = answers.map(({ hits }) => hits.hits[0]?._source.article.publishedAt)
  return queries.map((_, i) => [dates[2 * i], dates[2 * i + 1]] as const)
}
