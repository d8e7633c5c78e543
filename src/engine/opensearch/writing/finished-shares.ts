import type { Cluster } from '../connection/cluster.js'
import type { Share } from './ingest.js'
import type { Layout } from '../layout/layout.js'

// Which shares of a new index are written, in documents beside those of the generations. They stay until all are, as
// long as that takes.

const NOT_FOUND = 404

/** Marks a share of the index that is being made as written. @throws {EngineError} */
export const markFinished = async (cluster: Cluster, layout: Layout, share: Share): Promise<void> => {
  const [id] = await idsOf(cluster, layout, share, [share.part])
  await cluster.send('PUT', `/${layout.state}/_doc/${id}`, { done: true, publishedAt: Date.now() })
}

/** Are all shares of the index written? @throws {EngineError} */
export const areAllFinished = async (cluster: Cluster, layout: Layout, share: Share): Promise<boolean> => {
  const { body } = await cluster.send<{ docs: readonly { found?: boolean }[] }>(
    'POST',
    `/${layout.state}/_mget`,
    { ids: await idsOf(cluster, layout, share) }
  )
  return body.docs.every(({ found }) => found === true)
}

/** Deletes the markers of an index that is searched. @throws {EngineError} */
export const deleteMarkers = async (cluster: Cluster, layout: Layout, share: Share): Promise<void> => {
  if (share.of === 1) return
  for (const id of await idsOf(cluster, layout, share))
    await cluster.send('DELETE', `/${layout.state}/_doc/${id}`, undefined, [NOT_FOUND])
}

/**
 * The ids of the markers of shares, by default of all. They name the index by its UUID too: a marker of
 * one that was deleted does not count for the one that takes its place.
 */
const idsOf = async (
  cluster: Cluster,
  { articlesNow }: Layout,
  { of }: Share,
  parts = Array.from({ length: of }, (_, i) => i + 1)
): Promise<readonly string[]> => {
  const { body } = await cluster.send<Record<string, IndexSettings>>(
    'GET',
    `/${articlesNow}/_settings/index.uuid`
  )
  const { uuid } = body[articlesNow]!.settings.index
  return parts.map((part) => `${articlesNow}-${uuid}-${part}-${of}`)
}

interface IndexSettings {
  readonly settings: { readonly index: { readonly uuid: string } }
}
