import { firstWhere } from './bisect.js'
import { Slices } from './slices.js'
import { sharedColumn } from './tables.js'

/**
 * Many short lists of numbers in two typed arrays (compressed sparse rows): list `i` is
 * `values.subarray(offsets[i], offsets[i + 1])`.
 */
export interface Lists {
  readonly offsets: Uint32Array
  readonly values: Uint32Array
}

export const listAt = ({ offsets, values }: Lists, index: number): Uint32Array =>
  values.subarray(offsets[index], offsets[index + 1])

/** Lists of which each belongs to a key. */
export interface KeyedLists extends Lists {
  /** The keys that have a list, ascending. None: list `i` is that of key `i`. */
  readonly keys: Uint32Array
}

const EMPTY = new Uint32Array(0)

/** Empty for a key without a list. */
export const listOfKey = (lists: KeyedLists, key: number): Uint32Array => {
  const place = placeOfKey(lists.keys, lists.offsets.length - 1, key)
  return place < 0 ? EMPTY : listAt(lists, place)
}

/** How many members the list of a key has. */
export const lengthOfKey = ({ keys, offsets }: KeyedLists, key: number): number => {
  const place = placeOfKey(keys, offsets.length - 1, key)
  return place < 0 ? 0 : offsets[place + 1]! - offsets[place]!
}

/** Where the list of a key is, −1 where it has none. @param keys as in `KeyedLists` @param count of lists */
export const placeOfKey = (keys: Uint32Array, count: number, key: number): number => {
  if (keys.length === 0) return key < count ? key : -1
  const place = firstWhere(0, keys.length, (at) => keys[at]! >= key)
  return keys[place] === key ? place : -1
}

/** The lists of several keyed lists for one key, those that are not empty, joined. */
export const listsOfKey = (parts: readonly KeyedLists[], key: number): Uint32Array => {
  if (parts.length === 1) return listOfKey(parts[0]!, key)
  const found = parts.map((part) => listOfKey(part, key)).filter((list) => list.length > 0)
  return joinedLists(found)
}

/** Lists that are given one by one; undefined is empty. */
export const packLists = (lists: readonly (ArrayLike<number> | undefined)[]): Lists => {
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, i) => (offsets[i + 1] = offsets[i]! + (list?.length ?? 0)))
  const values = new Uint32Array(offsets[lists.length]!)
  lists.forEach((list, i) => {
    if (list !== undefined) values.set(list, offsets[i])
  })
  return { offsets, values }
}

/** One list of the members of all; where there is one, that itself. */
export const joinedLists = (lists: readonly Uint32Array[]): Uint32Array => {
  if (lists.length <= 1) return lists[0] ?? EMPTY
  const joined = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    joined.set(list, at)
    at += list.length
  }
  return joined
}

/** So many steps are made between two looks at the clock. */
const STEPS = 4096

/** A source of (key, member) pairs that is walked twice, in `count` steps. */
export interface Pairs {
  readonly count: number
  /** Calls `pair` for the pairs of a step, the same ones each time it is asked. */
  readonly forEach: (step: number, pair: (key: number, member: number) => void) => void
}

/**
 * The lists of members by key, members in the order of the pairs. Lets other work run meanwhile.
 *
 * @param keys number of lists
 */
export const groupByKey = async (keys: number, { count, forEach }: Pairs): Promise<Lists> => {
  const slices = new Slices()
  const walk = async (pair: (key: number, member: number) => void): Promise<void> => {
    for (let step = 0; step < count; step++) {
      forEach(step, pair)
      if (step % STEPS === 0 && slices.isOver) await slices.next()
    }
  }
  const offsets = sharedColumn(Uint32Array, keys + 1)
  await walk((key) => offsets[key + 1]!++)
  for (let key = 0; key < keys; key++) offsets[key + 1]! += offsets[key]!
  const values = sharedColumn(Uint32Array, offsets[keys]!)
  const next = offsets.slice(0, keys)
  await walk((key, member) => (values[next[key]!++] = member))
  return { offsets, values }
}

/**
 * The places in a column by what stands there: keys, ascending, with the places of each, ascending. Lets other work run
 * meanwhile.
 */
export const groupPlaces = async (column: Uint32Array): Promise<KeyedLists> => {
  const different = new Set(column)
  const keys = sharedColumn(Uint32Array, different.size)
  keys.set([...different])
  keys.sort()
  const listOf = new Map(Array.from(keys, (key, list) => [key, list]))
  const lists = await groupByKey(keys.length, {
    count: column.length,
    forEach: (place, pair) => {
      pair(listOf.get(column[place]!)!, place)
    }
  })
  return { keys, ...lists }
}
