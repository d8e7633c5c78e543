import { createHash } from 'node:crypto'
import { EngineError } from '../engine.js'
import type { HashSums } from './layout/article-document.js'
import type { ClusterCounts } from './planning/cluster-vocabulary.js'
import type { Cluster } from './connection/cluster.js'
import { LAYOUT_VERSION, type IndexFacts, type IndexNames, type Layout } from './layout/layout.js'
import { deleteOldCatalogues } from './names/old-catalogues.js'
import type { CatalogueReference } from './names/catalogue-reference.js'
import { KEEP_ALIVE, searchAt } from './connection/point-in-time.js'

/**
 * One state of the articles in the cluster: a point in time of their index, and what is counted of it. Its name is made
 * of the articles alone, so that it is the same whoever published it and in whatever order they came.
 */
export interface PublishedGeneration extends ClusterCounts, IndexFacts {
  readonly name: string
  /** The articles alone; see `NamesReference`. */
  readonly articlesName: string
  /** Who and what they name; absent where that is not known yet. It may be that of articles before. */
  readonly names?: CatalogueReference
  /** The indices that it is of. */
  readonly articlesIndex: string
  readonly wordsIndex: string
  /** The point in time of the articles. */
  readonly pit: string
  /** Facets of the user's own that articles have; absent in what older versions published. */
  readonly facets?: readonly string[]
}

/** Different facets of the user's own, at most. */
const MOST_FACETS = 1000

/** Documents of generations are kept longer than their points in time. */
const RETENTION_MS = 60 * 60_000
const NOT_FOUND = 404
const CONFLICT = 409
const LATEST = 'latest'

/** Resolves the names of the articles that are to be searched; absent: the known ones are served on. */
export type NamesResolver = (
  opened: OpenGeneration,
  known: CatalogueReference | undefined
) => Promise<CatalogueReference>

/**
 * Makes what has been written to an index searchable, as a generation. Several may do so at the same time: equal
 * articles have equal names, and the one that is written last is served.
 *
 * @param resolve finds names before they are searched, so that they are those of the articles
 * @throws {EngineError}
 */
export const publish = async (
  cluster: Cluster,
  layout: Layout,
  names: IndexNames,
  resolve?: NamesResolver
): Promise<PublishedGeneration> => {
  for (let found: CatalogueReference | undefined; ;) {
    // Read first: what is published meanwhile may be of more articles, and must not be replaced by this.
    const latest = await readLatest(cluster, layout)
    // Words first: an article that is found has its words.
    await refresh(cluster, names.wordsIndex)
    await refresh(cluster, names.articlesIndex)
    const opened = await openGeneration(cluster, names)
    const known = latest?.state.articlesIndex === opened.articlesIndex ? latest.state.names : undefined
    found ??= await resolve?.(opened, known)
    const chosen = [found, known].find((one) => one?.of === opened.articlesName) ?? found ?? known
    const generation = {
      ...opened,
      name: nameWith(opened, chosen),
      ...(chosen !== undefined && { names: chosen })
    }
    if (latest?.state.name === generation.name && (await isOpen(cluster, latest.state))) {
      await closePointInTime(cluster, generation)
      return latest.state
    }
    await writeState(cluster, layout, { id: generation.name, state: generation })
    if (await writeState(cluster, layout, { id: LATEST, state: generation, over: latest ?? 'nothing' })) {
      await deleteReplaced(cluster, layout)
      return generation
    }
    await closePointInTime(cluster, generation)
  }
}

const nameWith = ({ articlesName }: OpenGeneration, names: CatalogueReference | undefined): string =>
  names === undefined ? articlesName : hashName([articlesName, names.index])

/** A state of the articles that is not published yet. */
export type OpenGeneration = Omit<PublishedGeneration, 'name' | 'names'>

/** @throws {EngineError} where a shard is not there: an article that was written to it would be missed */
const refresh = async (cluster: Cluster, index: string): Promise<void> => {
  const { body } = await cluster.send<{ _shards: { failed: number; successful: number } }>(
    'POST',
    `/${index}/_refresh`
  )
  if (body._shards.failed > 0 || body._shards.successful === 0)
    throw new EngineError('cluster-unavailable', `Not all shards of the index ${index} are there.`)
}

/** Is the point in time still there? @throws {EngineError} */
const isOpen = async (cluster: Cluster, { pit }: PublishedGeneration): Promise<boolean> => {
  try {
    await cluster.search({ body: { ...searchAt(pit), size: 0, track_total_hits: false } })
    return true
  } catch (error) {
    if (error instanceof EngineError && error.code === 'generation-gone') return false
    throw error
  }
}

/** Ends a point in time: a node keeps 300 at most, one for each of its shards. @throws {EngineError} */
export const closePointInTime = async (cluster: Cluster, { pit }: OpenGeneration): Promise<void> => {
  await cluster.send('DELETE', '/_search/point_in_time', { pit_id: [pit] }, [NOT_FOUND])
}

/** @throws {EngineError} */
const openGeneration = async (cluster: Cluster, names: IndexNames): Promise<OpenGeneration> => {
  const { body } = await cluster.send<{ pit_id: string }>(
    'POST',
    `/${names.articlesIndex}/_search/point_in_time?keep_alive=${KEEP_ALIVE}&allow_partial_pit_creation=false`
  )
  const sum = (field: string): object => ({ sum: { field } })
  const { hits, aggregations } = await cluster.search<Summed>({
    body: {
      ...searchAt(body.pit_id),
      size: 0,
      track_total_hits: true,
      aggs: {
        ...Object.fromEntries(SUMS.map((part) => [part, sum(`sums.${part}`)])),
        title: sum('titleLength'),
        text: sum('textLength'),
        facets: { terms: { field: 'facetNames', size: MOST_FACETS, order: { _key: 'asc' } } }
      }
    }
  })
  const sums = SUMS.map((part) => aggregations[part].value)
  return {
    articlesName: hashName([names.articlesIndex, [hits.total.value, ...sums]]),
    ...names,
    pit: body.pit_id,
    ...(await readIndexFacts(cluster, names.articlesIndex)),
    articles: hits.total.value,
    tokens: { title: aggregations.title.value, text: aggregations.text.value },
    facets: aggregations.facets.buckets.map(({ key }) => key)
  }
}

const SUMS = ['a', 'b', 'c', 'd'] as const satisfies (keyof HashSums)[]

interface Summed {
  readonly hits: { readonly total: { readonly value: number } }
  readonly aggregations: Readonly<Record<keyof HashSums | 'title' | 'text', { readonly value: number }>> & {
    readonly facets: { readonly buckets: readonly { readonly key: string }[] }
  }
}

const hashName = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16)

/** What an index of articles says of itself. @throws {EngineError} */
export const readIndexFacts = async (cluster: Cluster, index: string): Promise<IndexFacts> => {
  const { body } = await cluster.send<Record<string, { mappings: { _meta: IndexFacts } }>>(
    'GET',
    `/${index}/_mapping`
  )
  return Object.values(body)[0]!.mappings._meta
}

/** The generation that was published last; undefined before the first. @throws {EngineError} */
export const latestGeneration = async (
  cluster: Cluster,
  layout: Layout
): Promise<PublishedGeneration | undefined> => (await readLatest(cluster, layout))?.state

/** One that was published before. @throws {EngineError} `generation-gone` */
export const generationNamed = async (
  cluster: Cluster,
  layout: Layout,
  name: string
): Promise<PublishedGeneration> => {
  const found = name === LATEST ? undefined : (await readState(cluster, layout, name))?.state
  if (found?.layout !== LAYOUT_VERSION)
    throw new EngineError('generation-gone', `The generation ${name} was replaced some time ago.`)
  return found
}

interface State {
  readonly state: PublishedGeneration
  readonly publishedAt: number
}

/** A document of a generation, and which state of it. */
interface ReadState {
  readonly state: PublishedGeneration
  readonly seqNo: number
  readonly primaryTerm: number
}

interface StateDocument {
  readonly _source?: State
  readonly _seq_no: number
  readonly _primary_term: number
}

const readLatest = (cluster: Cluster, layout: Layout): Promise<ReadState | undefined> =>
  readState(cluster, layout, LATEST)

const readState = async (cluster: Cluster, layout: Layout, id: string): Promise<ReadState | undefined> => {
  const path = `/${layout.state}/_doc/${encodeURIComponent(id)}`
  const { status, body } = await cluster.send<StateDocument>('GET', path, undefined, [NOT_FOUND])
  if (status === NOT_FOUND || body._source === undefined) return undefined
  return { state: body._source.state, seqNo: body._seq_no, primaryTerm: body._primary_term }
}

interface StateWrite {
  readonly id: string
  readonly state: PublishedGeneration
  /** Only over this state of the document. */
  readonly over?: ReadState | 'nothing'
}

/** @returns whether it was written: no, where there is another state of it */
const writeState = async (
  cluster: Cluster,
  layout: Layout,
  { id, state, over }: StateWrite
): Promise<boolean> => {
  const document: State = { state, publishedAt: Date.now() }
  const path = `/${layout.state}/_doc/${encodeURIComponent(id)}${conditionOf(over)}`
  const { status } = await cluster.send('PUT', path, document, [CONFLICT])
  return status !== CONFLICT
}

const conditionOf = (over: StateWrite['over']): string => {
  if (over === undefined) return ''
  return over === 'nothing'
    ? '?op_type=create'
    : `?if_seq_no=${over.seqNo}&if_primary_term=${over.primaryTerm}`
}

/** What cannot be deleted now is when a generation is published next: this one is searched already. */
const deleteReplaced = async (cluster: Cluster, layout: Layout): Promise<void> => {
  try {
    await deleteOldStates(cluster, layout)
    await deleteOldCatalogues(cluster, layout)
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
  }
}

/** Documents of generations alone: their points in time end by themselves. */
const deleteOldStates = async (cluster: Cluster, layout: Layout): Promise<void> => {
  const query = {
    bool: {
      filter: [{ range: { publishedAt: { lt: Date.now() - RETENTION_MS } } }],
      // A share of a new index that is written: see `finished-shares.ts`.
      must_not: [{ term: { done: true } }]
    }
  }
  const path = `/${layout.state}/_delete_by_query?conflicts=proceed&wait_for_completion=false`
  await cluster.send('POST', path, { query }, [CONFLICT])
}
