import { sharedColumn } from './tables.js'
import { packTexts, Texts, type TextColumn } from './texts.js'

/**
 * Texts by dense numbers, found by what they say: open addressing, at most half full. Slots may hold numbers beyond the
 * texts that one sees: they were added later.
 */
export interface StringTable {
  readonly texts: TextColumn
  /** By slot: the number of a text + 1, 0 where the slot is empty. The number of slots is a power of two. */
  readonly slots: Uint32Array
  /** By slot: 8 bits of the text's hash, so that few other texts are decoded. */
  readonly tags: Uint8Array
}

/** FNV-1a over UTF-16 code units, its bits mixed. https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

export const tagOf = (hash: number): number => hash >>> 24

/** Empty slots for so many texts, and for some more. */
export const slotsFor = (count: number): Pick<StringTable, 'slots' | 'tags'> => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2.5)))
  return { slots: sharedColumn(Uint32Array, size), tags: sharedColumn(Uint8Array, size) }
}

/** @param texts no two alike */
export const buildStringTable = (texts: readonly string[]): StringTable =>
  stringTableOf(packTexts(texts), texts)

/** @param column no two texts alike @param texts the same, where they are decoded already */
export const stringTableOf = (column: TextColumn, texts: Iterable<string> = textsOf(column)): StringTable => {
  const { slots, tags } = slotsFor(column.offsets.length - 1)
  const mask = slots.length - 1
  let number = 0
  for (const text of texts) {
    const hash = hashOf(text)
    let slot = hash & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = ++number
    tags[slot] = tagOf(hash)
  }
  return { texts: column, slots, tags }
}

function* textsOf(column: TextColumn): Generator<string, void> {
  const texts = new Texts(column)
  for (let number = 0; number < texts.size; number++) yield texts.text(number)
}

/** Reads a `StringTable`. */
export class Strings {
  private readonly texts: Texts
  private readonly slots: Uint32Array
  private readonly tags: Uint8Array

  constructor({ texts, slots, tags }: StringTable) {
    this.texts = new Texts(texts)
    this.slots = slots
    this.tags = tags
  }

  get size(): number {
    return this.texts.size
  }

  text(number: number): string {
    return this.texts.text(number)
  }

  /** The number of a text; undefined where the table lacks it. @param isFound leaves out others with the same text */
  find(text: string, isFound?: (number: number) => boolean): number | undefined {
    const { slots, tags, texts } = this
    const hash = hashOf(text)
    const mask = slots.length - 1
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1
      if (number >= texts.size || tags[slot] !== tagOf(hash) || texts.text(number) !== text) continue
      if (isFound === undefined || isFound(number)) return number
    }
    return undefined
  }
}
