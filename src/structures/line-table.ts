/** Where the lines of one block stand in the text. */
interface Block {
  readonly start: number
  readonly end: number
}

/**
 * A table of sorted lines `key rest of the line`.
 *
 *     ^hv ^kv 3      → '^hv': what `parse` makes of '^kv', '3'
 *
 * Only the borders between lines that begin alike are found at once; such a block is read when one of its keys is
 * first asked for, so that a large table is there in a few milliseconds.
 */
export class LineTable<Value> {
  private readonly blocks = new Map<string, Block | Map<string, Value>>()

  constructor(
    private readonly text: string,
    private readonly parse: (fields: readonly string[], key: string) => Value
  ) {
    for (let start = 0; start < text.length;) {
      const letters = text.slice(start, start + 2)
      let end = start
      while (end < text.length && text.startsWith(letters, end)) {
        const next = text.indexOf('\n', end)
        end = next < 0 ? text.length : next + 1
      }
      this.blocks.set(letters, { start, end })
      start = end
    }
  }

  get(key: string): Value | undefined {
    const letters = key.length > 1 ? key.slice(0, 2) : `${key} `
    const block = this.blocks.get(letters)
    if (block === undefined) return undefined
    if (block instanceof Map) return block.get(key)
    const values = this.read(block)
    this.blocks.set(letters, values)
    return values.get(key)
  }

  /** Every key, in the order of the lines. */
  *keys(): Generator<string> {
    for (const line of this.text.split('\n')) if (line !== '') yield line.split(' ', 1)[0]!
  }

  private read({ start, end }: Block): Map<string, Value> {
    const values = new Map<string, Value>()
    for (const line of this.text.slice(start, end).trimEnd().split('\n')) {
      const [key = '', ...fields] = line.split(' ')
      values.set(key, this.parse(fields, key))
    }
    return values
  }
}
