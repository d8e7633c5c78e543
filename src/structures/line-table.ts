import { Slices } from './slices.js'

const SPACE = 0x20
const LINE_END = 0x0a

/**
 * A table of lines `key rest of the line`, no two with the same key, of characters of Latin-1.
 *
 *     ^hv ^kv 3      → '^hv': what `parse` makes of '^kv', '3'
 *
 * The lines stay bytes, and a line is read whenever its key is asked for: an object for each of two hundred thousand
 * words would take ten times as much memory, in every thread.
 */
export class LineTable<Value> {
  private readonly bytes: Buffer
  /** Made when the first key is asked for, see `slotsOf`. */
  private slots: Uint32Array | undefined

  constructor(
    text: string,
    private readonly parse: (fields: readonly string[], key: string) => Value
  ) {
    this.bytes = Buffer.from(text, 'latin1')
  }

  /**
   * Makes ready what keys are found by, which the first key would wait for: 60 ms, of millions of letters. Lets other
   * work run meanwhile.
   */
  async prepare(): Promise<void> {
    const slices = new Slices()
    const filling = fillSlots(this.bytes)
    while (this.slots === undefined) {
      if (slices.isOver) await slices.next()
      const step = filling.next()
      if (step.done === true) this.slots = step.value
    }
  }

  get(key: string): Value | undefined {
    const rest = this.rest(key)
    if (rest === undefined) return undefined
    return this.parse(rest === '' ? [] : rest.split(' '), key)
  }

  /** What stands behind a key and a space. */
  rest(key: string): string | undefined {
    const start = this.lineOf(key)
    return start < 0 ? undefined : this.restFrom(start + key.length)
  }

  has(key: string): boolean {
    return this.lineOf(key) >= 0
  }

  /** Where the line of a key begins; −1 where there is none. */
  lineOf(key: string): number {
    const slots = (this.slots ??= slotsOf(this.bytes))
    let hash = FIRST_HASH
    for (let i = 0; i < key.length; i++) hash = extended(hash, key.charCodeAt(i))
    return findLine(this.bytes, slots, { hash, text: key, from: 0, end: key.length })
  }

  /** What a line has for its key. @param line as `lineOf` and `forEachKeyAt` give it @param length of the key */
  valueOf(line: number, length: number): Value {
    const rest = this.restFrom(line + length)
    return this.parse(rest === '' ? [] : rest.split(' '), this.bytes.toString('latin1', line, line + length))
  }

  /**
   * Calls `visit` for each key that stands in a text at `from` and ends at `to` or before, the shortest first: with its
   * line, and where it ends.
   */
  forEachKeyAt(text: string, from: number, to: number, visit: (line: number, end: number) => void): void {
    const slots = (this.slots ??= slotsOf(this.bytes))
    let hash = FIRST_HASH
    for (let end = from + 1; end <= to; end++) {
      hash = extended(hash, text.charCodeAt(end - 1))
      const line = findLine(this.bytes, slots, { hash, text, from, end })
      if (line >= 0) visit(line, end)
    }
  }

  /** Every key, in the order of the lines. */
  *keys(): Generator<string> {
    for (const line of this.bytes.toString('latin1').split('\n'))
      if (line !== '') yield line.split(' ', 1)[0]!
  }

  /** What stands behind a key that ends at `end`, and a space. */
  private restFrom(end: number): string {
    const { bytes } = this
    let rest = ''
    if (bytes[end] !== SPACE) return rest
    // A few letters: put together sooner than `toString` decodes them.
    for (let at = end + 1; at < bytes.length && bytes[at] !== LINE_END; at++)
      rest += String.fromCharCode(bytes[at]!)
    return rest
  }
}

/** A key as a stretch of a text, and its hash before its bits are mixed. */
interface Stretch {
  readonly hash: number
  readonly text: string
  readonly from: number
  readonly end: number
}

/** Where the line of a key begins; −1 where there is none. */
const findLine = (bytes: Uint8Array, slots: Uint32Array, key: Stretch): number => {
  const mask = slots.length - 1
  for (let slot = mixed(key.hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const start = slots[slot]! - 1
    if (isKeyAt(bytes, start, key)) return start
  }
  return -1
}

/**
 * Where lines begin, + 1, by a hash of their keys; 0 is an empty slot, and at most half are taken (open addressing).
 */
const slotsOf = (bytes: Uint8Array): Uint32Array => {
  const filling = fillSlots(bytes)
  for (;;) {
    const step = filling.next()
    if (step.done === true) return step.value
  }
}

/** Lines that are looked at between two pauses. */
const AT_ONCE = 10_000

function* fillSlots(bytes: Uint8Array): Generator<void, Uint32Array> {
  let lines = 1
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) lines++
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * lines)))
  const mask = slots.length - 1
  for (let at = 0, line = 1; at < bytes.length; at++, line++) {
    if (line % AT_ONCE === 0) yield
    const start = at
    let hash = FIRST_HASH
    for (; isOfKey(bytes, at); at++) hash = extended(hash, bytes[at]!)
    let slot = mixed(hash) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    if (at > start) slots[slot] = start + 1
    while (at < bytes.length && bytes[at] !== LINE_END) at++
  }
  return slots
}

const isOfKey = (bytes: Uint8Array, at: number): boolean =>
  at < bytes.length && bytes[at] !== SPACE && bytes[at] !== LINE_END

const isKeyAt = (bytes: Uint8Array, start: number, { text, from, end }: Stretch): boolean => {
  for (let i = from, at = start; i < end; i++, at++)
    if (!isOfKey(bytes, at) || bytes[at] !== text.charCodeAt(i)) return false
  return !isOfKey(bytes, start + end - from)
}

// FNV-1a, its bits mixed in the end.
const FIRST_HASH = 0x811c9dc5 | 0
const extended = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const mixed = (hash: number): number => hash ^ (hash >>> 15)
