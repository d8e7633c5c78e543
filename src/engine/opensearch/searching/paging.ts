import type { Cluster } from '../connection/cluster.js'
import { columns } from '../connection/columns.js'
import { RESULT_WINDOW } from '../layout/layout.js'

/** Places in the order of the articles: from, and to before. */
export interface Window {
  readonly offset: number
  readonly size: number
}

/** What is searched in a total order: `index` where no point in time is in the body. */
export interface OrderedSearch {
  readonly index?: string
  /** With a query and a total order. */
  readonly body: Readonly<Record<string, unknown>>
}

/** A page further down than the cluster skips by itself: the pages before it are read without their columns. */
export const pageAt = async <Hit extends Sorted>(
  cluster: Cluster,
  search: OrderedSearch,
  { offset, size }: Window
): Promise<readonly Hit[]> => {
  const skipped = { ...search, body: { ...search.body, ...columns() } }
  let after: readonly unknown[] | undefined
  for (let at = 0; at < offset;) {
    const step = Math.min(RESULT_WINDOW, offset - at)
    const page = await nextPage<Hit>(cluster, skipped, { size: step, after })
    if (page.length < step) return []
    after = page.at(-1)!.sort
    at += step
  }
  return nextPage(cluster, search, { size, after })
}

/** The next page in an order. @param after the `sort` of the last hit before it */
export const nextPage = async <Hit extends Sorted>(
  cluster: Cluster,
  { body, ...where }: OrderedSearch,
  { size, after }: { readonly size: number; readonly after: readonly unknown[] | undefined }
): Promise<readonly Hit[]> => {
  const { hits } = await cluster.search<{ readonly hits: { readonly hits: readonly Hit[] } }>({
    ...where,
    body: {
      ...body,
      ...{ size, track_total_hits: false },
      ...(after !== undefined && { search_after: after })
    }
  })
  return hits.hits
}

interface Sorted {
  readonly sort: readonly unknown[]
}
