import type { KeyedLists, Lists } from './lists.js'
import { hashOf, slotsFor, tagOf, type StringTable } from './string-table.js'
import { Slices } from './slices.js'
import {
  columnWithRoom,
  isColumn,
  sharedColumn,
  sharedCopy,
  type Column,
  type ColumnClass,
  type PlainTables,
  type Tables
} from './tables.js'
import { Texts, type TextColumn } from './texts.js'

// Columns that grow while others read them: what is added lies behind the end of the column that they see. Only the
// longest column of a buffer may be added to, so each state is made from the latest one.

/** Lists that are joined between two looks at the clock. */
const STEPS = 1024

/**
 * A column with more values at its end. Where its memory has room, they are written there and nothing is copied: a
 * column of shared memory of its own, which begins where the memory does.
 */
export const appended = <C extends Column>(column: C, more: ArrayLike<number>): C => {
  if (more.length === 0) return column
  const type = column.constructor as ColumnClass<C>
  const length = column.length + more.length
  if (hasRoom(column, more.length)) {
    const longer = new type(column.buffer, 0, length)
    longer.set(more, column.length)
    return longer
  }
  const copy = roomFor(column, more.length)
  copy.set(column)
  copy.set(more, column.length)
  return copy
}

const hasRoom = ({ buffer, byteOffset, length, BYTES_PER_ELEMENT }: Column, more: number): boolean =>
  buffer instanceof SharedArrayBuffer &&
  byteOffset === 0 &&
  buffer.byteLength >= (length + more) * BYTES_PER_ELEMENT

/** Room for a column with some more values, and with others later. */
const roomFor = <C extends Column>(column: C, more: number): C =>
  columnWithRoom(column.constructor as ColumnClass<C>, column.length + more)

/** Elements that are copied at once: a millisecond or two. */
const CHUNK = 1 << 20

/**
 * Tables with room for the values of others behind their own, so that `appended` copies none: a column of 100 MB takes
 * longer than a request may wait. Lets other work run meanwhile.
 */
export const withRoom = async <T extends PlainTables<T>>(tables: T, more: T): Promise<T> => {
  const slices = new Slices()
  const roomy = async (column: Column, count: number): Promise<Column> => {
    if (hasRoom(column, count)) return column
    const copy = roomFor(column, count)
    for (let from = 0; from < column.length; from += CHUNK) {
      copy.set(column.subarray(from, from + CHUNK), from)
      if (slices.isOver) await slices.next()
    }
    return copy.subarray(0, column.length)
  }
  const walk = async (own: Tables, others: Tables): Promise<Tables> => {
    const made: Record<string, Column | Tables> = {}
    for (const [name, value] of Object.entries(own))
      made[name] = isColumn(value)
        ? await roomy(value, (others[name] as Column).length)
        : await walk(value, others[name] as Tables)
    return made
  }
  return (await walk(tables, more)) as T
}

/** Where lists or texts end that follow others. @param offsets one more than there are lists */
const appendedOffsets = (offsets: Uint32Array, more: Uint32Array): Uint32Array => {
  const end = offsets.at(-1)!
  return appended(
    offsets,
    more.subarray(1).map((offset) => end + offset)
  )
}

export const appendedTexts = (column: TextColumn, more: TextColumn): TextColumn => ({
  bytes: appended(column.bytes, more.bytes),
  offsets: appendedOffsets(column.offsets, more.offsets)
})

export const appendedLists = (lists: Lists, more: Lists): Lists => ({
  offsets: appendedOffsets(lists.offsets, more.offsets),
  values: appended(lists.values, more.values)
})

/** So many lists without members, after those that there are. */
export const appendedEmptyLists = (lists: Lists, count: number): Lists => ({
  offsets: appended(lists.offsets, new Uint32Array(count).fill(lists.offsets.at(-1)!)),
  values: lists.values
})

/**
 * More texts, which get the numbers after those that there are. A text may be there already: then both are found by it,
 * see `Strings.find`.
 */
export const appendedStrings = ({ texts, slots, tags }: StringTable, more: TextColumn): StringTable => {
  const all = appendedTexts(texts, more)
  const read = new Texts(all)
  const [before, size] = [texts.offsets.length - 1, all.offsets.length - 1]
  const isRoomy = size * 2 <= slots.length
  const table = isRoomy ? { slots, tags } : slotsFor(size)
  for (let number = isRoomy ? before : 0; number < size; number++) {
    const hash = hashOf(read.text(number))
    let slot = hash & (table.slots.length - 1)
    while (table.slots[slot] !== 0) slot = (slot + 1) & (table.slots.length - 1)
    table.tags[slot] = tagOf(hash)
    table.slots[slot] = number + 1
  }
  return { texts: all, ...table }
}

/** Lists by key, of which each follows the one of the same key before it. Lets other work run meanwhile. */
export const joinedKeyedLists = async (parts: readonly KeyedLists[]): Promise<KeyedLists> => {
  const slices = new Slices()
  const byKey = new Map<number, Uint32Array[]>()
  for (const { keys, offsets, values } of parts)
    for (const [i, key] of keys.entries()) {
      const list = values.subarray(offsets[i], offsets[i + 1])
      const lists = byKey.get(key)
      if (lists === undefined) byKey.set(key, [list])
      else lists.push(list)
      if (i % STEPS === 0 && slices.isOver) await slices.next()
    }
  const keys = sharedCopy(Uint32Array.from(byKey.keys()).sort())
  const offsets = sharedColumn(Uint32Array, keys.length + 1)
  const values = sharedColumn(
    Uint32Array,
    parts.reduce((sum, part) => sum + part.values.length, 0)
  )
  let at = 0
  for (const [i, key] of keys.entries()) {
    for (const list of byKey.get(key)!) {
      values.set(list, at)
      at += list.length
    }
    offsets[i + 1] = at
    if (i % STEPS === 0 && slices.isOver) await slices.next()
  }
  return { keys, offsets, values }
}
