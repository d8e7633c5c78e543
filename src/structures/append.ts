import type { KeyedLists, Lists } from './lists.js'
import { hashOf, slotsFor, tagOf, type StringTable } from './string-table.js'
import { sharedColumn, type Column } from './tables.js'
import { Texts, type TextColumn } from './texts.js'

// Columns that grow while others read them: what is added lies behind the end of the column that they see. Only the
// longest column of a buffer may be added to, so each state is made from the latest one.

/** Spare elements, as a share of those that there are, and at least. */
const SPARE = 0.25
const LEAST_SPARE = 1024

interface ColumnClass<C extends Column> {
  new (buffer: ArrayBufferLike, start?: number, length?: number): C
  readonly BYTES_PER_ELEMENT: number
}

/**
 * A column with more values at its end. Where its memory has room, they are written there and nothing is copied: a
 * column of shared memory of its own, which begins where the memory does.
 */
export const appended = <C extends Column>(column: C, more: ArrayLike<number>): C => {
  if (more.length === 0) return column
  const type = column.constructor as ColumnClass<C>
  const length = column.length + more.length
  const { buffer } = column
  const isOwn = buffer instanceof SharedArrayBuffer && column.byteOffset === 0
  if (isOwn && buffer.byteLength >= length * type.BYTES_PER_ELEMENT) {
    const longer = new type(buffer, 0, length)
    longer.set(more, column.length)
    return longer
  }
  const capacity = length + Math.max(LEAST_SPARE, Math.ceil(SPARE * length))
  const copy = sharedColumn(type, capacity)
  copy.set(column)
  copy.set(more, column.length)
  return copy.subarray(0, length) as C
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

/** Lists by key, of which each follows the one of the same key before it. */
export const joinedKeyedLists = (parts: readonly KeyedLists[]): KeyedLists => {
  const byKey = new Map<number, Uint32Array[]>()
  for (const { keys, offsets, values } of parts)
    keys.forEach((key, i) => {
      const list = values.subarray(offsets[i], offsets[i + 1])
      const lists = byKey.get(key)
      if (lists === undefined) byKey.set(key, [list])
      else lists.push(list)
    })
  const keys = shared(Uint32Array.from(byKey.keys()).sort())
  const offsets = sharedColumn(Uint32Array, keys.length + 1)
  const values = sharedColumn(
    Uint32Array,
    parts.reduce((sum, part) => sum + part.values.length, 0)
  )
  let at = 0
  keys.forEach((key, i) => {
    for (const list of byKey.get(key)!) {
      values.set(list, at)
      at += list.length
    }
    offsets[i + 1] = at
  })
  return { keys, offsets, values }
}

const shared = (column: Uint32Array): Uint32Array => {
  const copy = sharedColumn(Uint32Array, column.length)
  copy.set(column)
  return copy
}
