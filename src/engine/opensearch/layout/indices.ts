import type { FieldLengths } from '../../../segment/postings/impacts.js'
import type { Cluster } from '../connection/cluster.js'
import {
  articlesIndex,
  stateIndex,
  wordsIndex,
  writtenIndex,
  type IndexNames,
  type IndexOptions,
  type Layout
} from './layout.js'

const EXISTS = 400
const NOT_FOUND = 404

/** The indices that this version of the analysis writes. */
export const indicesNow = ({ articlesNow, wordsNow }: Layout): IndexNames => ({
  articlesIndex: articlesNow,
  wordsIndex: wordsNow
})

/**
 * Makes the indices of this version where they are not there. Of several processes that do so the first one decides
 * the averages.
 *
 * @param averages asked for where there is no index yet
 * @throws {EngineError}
 */
export const ensureIndices = async (
  cluster: Cluster,
  layout: Layout,
  { averages, ...options }: IndexOptions & { readonly averages: () => Promise<FieldLengths> }
): Promise<void> => {
  await createIndex(cluster, layout.state, stateIndex(options))
  await createIndex(cluster, layout.written, writtenIndex(options))
  await createIndex(cluster, layout.wordsNow, wordsIndex(options))
  const { status } = await cluster.send('HEAD', `/${layout.articlesNow}`, undefined, [NOT_FOUND])
  if (status === NOT_FOUND)
    await createIndex(cluster, layout.articlesNow, articlesIndex(options, await averages()))
}

/** Makes an index where it is not there. @throws {EngineError} */
export const createIndex = async (cluster: Cluster, index: string, definition: object): Promise<void> => {
  const { status, body } = await cluster.send<{ error?: { type: string; reason: string } }>(
    'PUT',
    `/${index}`,
    definition,
    [EXISTS]
  )
  if (status === EXISTS && body.error?.type !== 'resource_already_exists_exception')
    throw new Error(`OpenSearch does not make the index ${index}: ${body.error?.reason ?? ''}`)
}

/** Lets the aliases name these indices, in one step. @throws {EngineError} */
export const swapAliases = async (
  cluster: Cluster,
  layout: Layout,
  { articlesIndex: articles, wordsIndex: words }: IndexNames
): Promise<void> => {
  const replace = (alias: string, index: string): object[] => [
    { remove: { index: `${alias}-*`, alias, must_exist: false } },
    { add: { index, alias } }
  ]
  await cluster.send('POST', '/_aliases', {
    actions: [...replace(layout.articles, articles), ...replace(layout.words, words)]
  })
}
