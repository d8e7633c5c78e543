import type { Facts } from '../segment/articles/facts.js'
import { top, type Order } from '../structures/top.js'

export type DateSort = 'newest' | 'oldest'

export const newestFirst =
  ({ newestRank }: Facts): Order =>
  (a, b) =>
    newestRank[a]! - newestRank[b]!

/** Articles without a date come last in both orders; equal dates by id. */
const dateOrder = (facts: Facts, sort: DateSort): Order => {
  const newest = newestFirst(facts)
  if (sort === 'newest') return newest
  const time = (article: number): number =>
    Number.isNaN(facts.instants[article]!) ? Infinity : facts.instants[article]!
  return (a, b) => (time(a) === time(b) ? newest(a, b) : time(a) - time(b))
}

/** The articles from place `offset` to before `count` in the order of their dates. */
export const sortByDate = (
  facts: Facts,
  articles: readonly number[],
  { sort, offset, count }: { readonly sort: DateSort; readonly offset: number; readonly count: number }
): number[] => top(articles, count, dateOrder(facts, sort)).slice(offset)
