import type { Cluster } from '../connection/cluster.js'
import type { Layout } from '../layout/layout.js'
import type { CatalogueReference } from './catalogue-reference.js'

/** Catalogues are kept as long as a point in time that was replaced may answer, and longer while they are written. */
const RETENTION_MS = 10 * 60_000
const WRITTEN_MS = 60 * 60_000
const NOT_FOUND = 404
/** Generations of the last hour. */
const MOST = 1000

/** Deletes the catalogues of names that no generation needs any more. @throws {EngineError} */
export const deleteOldCatalogues = async (cluster: Cluster, layout: Layout): Promise<void> => {
  const pattern = `/${layout.names}-*/_settings/index.creation_date`
  const { body } = await cluster.send<Record<string, CreatedIndex>>('GET', pattern)
  const needed = await neededCatalogues(cluster, layout)
  const now = Date.now()
  const old = Object.entries(body).filter(
    ([index, { settings }]) =>
      !needed.current.has(index) &&
      (needed.before.has(index) || now - Number(settings.index.creation_date) > WRITTEN_MS)
  )
  for (const [index] of old) await cluster.send('DELETE', `/${index}`, undefined, [NOT_FOUND])
}

interface CreatedIndex {
  readonly settings: { readonly index: { readonly creation_date: string } }
}

interface States {
  readonly hits: {
    readonly hits: readonly {
      readonly _source: {
        readonly publishedAt: number
        readonly state?: { readonly names?: CatalogueReference }
      }
    }[]
  }
}

/** The catalogues of generations that may still be asked, and those of others. */
const neededCatalogues = async (
  cluster: Cluster,
  layout: Layout
): Promise<Record<'current' | 'before', ReadonlySet<string>>> => {
  await cluster.send('POST', `/${layout.state}/_refresh`)
  const { hits } = await cluster.search<States>({
    index: layout.state,
    body: {
      size: MOST,
      track_total_hits: false,
      _source: ['publishedAt', 'state.names'],
      sort: [{ publishedAt: 'desc' }]
    }
  })
  const [current, before] = [new Set<string>(), new Set<string>()]
  /** When the generation that is looked at was replaced. */
  let replacedAt = Infinity
  for (const { _source } of hits.hits) {
    const index = _source.state?.names?.index
    const isCurrent = Date.now() - replacedAt < RETENTION_MS
    if (index !== undefined) (isCurrent ? current : before).add(index)
    if (_source.state !== undefined) replacedAt = _source.publishedAt
  }
  return { current, before }
}
