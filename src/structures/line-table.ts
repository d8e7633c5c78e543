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

  get(key: string): Value | undefined {
    const rest = this.rest(key)
    if (rest === undefined) return undefined
    return this.parse(rest === '' ? [] : rest.split(' '), key)
  }

  /** What stands behind a key and a space. */
  rest(key: string): string | undefined {
    const start = this.find(key)
    if (start < 0) return undefined
    const { bytes } = this
    const end = start + key.length
    let rest = ''
    if (bytes[end] !== SPACE) return rest
    // A few letters: put together sooner than `toString` decodes them.
    for (let at = end + 1; at < bytes.length && bytes[at] !== LINE_END; at++)
      rest += String.fromCharCode(bytes[at]!)
    return rest
  }

  has(key: string): boolean {
    return this.find(key) >= 0
  }

  /** Every key, in the order of the lines. */
  *keys(): Generator<string> {
    for (const line of this.bytes.toString('latin1').split('\n'))
      if (line !== '') yield line.split(' ', 1)[0]!
  }

  /** Where the line of a key begins; −1 where there is none. */
  private find(key: string): number {
    const { bytes } = this
    const slots = (this.slots ??= slotsOf(bytes))
    const mask = slots.length - 1
    let hash = FIRST_HASH
    for (let i = 0; i < key.length; i++) hash = extended(hash, key.charCodeAt(i))
    for (let slot = mixed(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const start = slots[slot]! - 1
      if (isKeyAt(bytes, start, key)) return start
    }
    return -1
  }
}

/**
 * Where lines begin, + 1, by a hash of their keys; 0 is an empty slot, and at most half are taken (open addressing).
 */
const slotsOf = (bytes: Uint8Array): Uint32Array => {
  let lines = 1
  for (const byte of bytes) if (byte === LINE_END) lines++
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * lines)))
  const mask = slots.length - 1
  for (let at = 0; at < bytes.length; at++) {
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

const isKeyAt = (bytes: Uint8Array, start: number, key: string): boolean => {
  for (let i = 0; i < key.length; i++)
    if (!isOfKey(bytes, start + i) || bytes[start + i] !== key.charCodeAt(i)) return false
  return !isOfKey(bytes, start + key.length)
}

// FNV-1a, its bits mixed in the end.
const FIRST_HASH = 0x811c9dc5 | 0
const extended = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const mixed = (hash: number): number => hash ^ (hash >>> 15)
