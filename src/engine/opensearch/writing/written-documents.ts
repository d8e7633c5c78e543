import { readRecord } from '../../../articles/article-change.js'
import type { SourceArticle } from '../../../articles/article.js'
import type { Cluster } from '../connection/cluster.js'
import { documentId } from '../connection/document-id.js'
import { nextPage } from '../searching/paging.js'
import type { Layout } from '../layout/layout.js'

/** What was written over HTTP under an id. It comes before the article of that id in the folder. */
export interface WrittenDocument {
  readonly id: string
  /** Names the request that wrote it. */
  readonly by: string
  /** What the article states; absent where it was deleted. */
  readonly record?: Readonly<Record<string, unknown>>
}

/** A state of it, which a later one can be told from. */
export interface WrittenState {
  readonly document: WrittenDocument
  readonly seqNo: number
  readonly primaryTerm: number
}

interface MultiGet {
  readonly docs: readonly {
    readonly _source?: WrittenDocument
    readonly _seq_no?: number
    readonly _primary_term?: number
  }[]
}

/** What is written under some ids now, whether or not it is searched already; by id. @throws {EngineError} */
export const readWritten = async (
  cluster: Cluster,
  { written }: Layout,
  ids: readonly string[]
): Promise<ReadonlyMap<string, WrittenState>> => {
  if (ids.length === 0) return new Map()
  const { body } = await cluster.send<MultiGet>('POST', `/${written}/_mget`, { ids: ids.map(documentId) })
  return new Map(
    body.docs.flatMap(({ _source: document, _seq_no: seqNo, _primary_term: primaryTerm }) =>
      document === undefined
        ? []
        : [[document.id, { document, seqNo: seqNo!, primaryTerm: primaryTerm! }] as const]
    )
  )
}

/** The article that it says there is; undefined where it was deleted, or is not to be shown now. */
export const writtenArticle = ({ id, record }: WrittenDocument): SourceArticle | undefined => {
  if (record === undefined) return undefined
  const read = readRecord(id, record)
  return 'refused' in read ? undefined : read.article
}

const PAGE = 1000

/** All that was written so far. @throws {EngineError} */
export async function* allWritten(
  cluster: Cluster,
  { written }: Layout
): AsyncGenerator<WrittenDocument, void> {
  await cluster.send('POST', `/${written}/_refresh`)
  for (let after: readonly unknown[] | undefined; ;) {
    const body = { query: { match_all: {} }, sort: [{ id: 'asc' }] }
    const hits = await nextPage<WrittenHit>(cluster, { index: written, body }, { size: PAGE, after })
    for (const { _source } of hits) yield _source
    if (hits.length < PAGE) return
    after = hits.at(-1)!.sort
  }
}

interface WrittenHit {
  readonly _source: WrittenDocument
  readonly sort: readonly unknown[]
}
