import { columns } from '../connection/columns.js'
import { ORDERS } from '../searching/find.js'
import { nextPage } from '../searching/paging.js'
import { RESULT_WINDOW } from '../layout/layout.js'
import type { Served } from '../planning/planning.js'
import { searchAt } from '../connection/point-in-time.js'
import { allOf, anyOf, type Query } from '../queries/token-query.js'
import { groupsOf } from '../connection/groups.js'
import { copyGroups } from './copy-groups.js'

/** What finds of each group of copies the newest one alone, with the score that it has anyway. */
export interface CollapsedQuery {
  readonly query: Query
  /** The ids of the others of an article's group that match, newest first. */
  readonly copiesOf: (id: string) => readonly string[]
}

/** The cluster takes 65,536 values. */
const MOST_VALUES = 50_000

/**
 * Takes articles that are nearly the same text for one, the newest of those that match: finds which of them match, and
 * leaves all but the newest out.
 *
 * @throws {EngineError} see `copyGroups`
 */
export const collapseCopies = async (served: Served, query: Query): Promise<CollapsedQuery> => {
  const groups = await copyGroups(served)
  const newest = new Map<number, string>()
  const copies = new Map<string, string[]>()
  for (const id of await matchingIds(served, query, [...groups.keys()])) {
    const group = groups.get(id)!
    const first = newest.get(group)
    if (first === undefined) newest.set(group, id)
    else copies.set(first, [...(copies.get(first) ?? []), id])
  }
  const left = [...copies.values()].flat()
  return {
    query: left.length === 0 ? query : { bool: { must: [query], must_not: [withIds(left)] } },
    copiesOf: (id) => copies.get(id) ?? []
  }
}

/** Those of some articles that match, newest first. */
const matchingIds = async (
  { cluster, published }: Served,
  query: Query,
  ids: readonly string[]
): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const body = {
    ...searchAt(published.pit),
    ...{ query: allOf([query, withIds(ids)]), sort: ORDERS.newest, ...columns() }
  }
  const found: string[] = []
  for (let after: readonly unknown[] | undefined; ;) {
    const page = await nextPage<Dated>(cluster, { body }, { size: RESULT_WINDOW, after })
    found.push(...page.map(({ sort }) => sort[1]))
    if (page.length < RESULT_WINDOW) return found
    after = page.at(-1)!.sort
  }
}

interface Dated {
  readonly sort: readonly [instant: unknown, id: string]
}

const withIds = (ids: readonly string[]): Query =>
  anyOf(groupsOf(ids, MOST_VALUES).map((some) => ({ terms: { id: some } })))
