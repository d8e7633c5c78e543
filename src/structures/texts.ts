import { sharedColumn } from './tables.js'

/**
 * Texts by dense numbers, as UTF-8 one after another: text `i` is what lies between `offsets[i]` and `offsets[i + 1]`.
 */
export interface TextColumn {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** Gathers texts one by one. */
export class TextColumnBuilder {
  private readonly chunks: Buffer[] = []

  get size(): number {
    return this.chunks.length
  }

  /** @returns the number of the text */
  add(text: string): number {
    return this.chunks.push(Buffer.from(text, 'utf8')) - 1
  }

  /** Puts another text in the place of one. */
  set(number: number, text: string): void {
    this.chunks[number] = Buffer.from(text, 'utf8')
  }

  /** In shared memory. */
  finish(): TextColumn {
    const offsets = sharedColumn(Uint32Array, this.chunks.length + 1)
    for (const [i, chunk] of this.chunks.entries()) offsets[i + 1] = offsets[i]! + chunk.length
    const bytes = sharedColumn(Uint8Array, offsets.at(-1)!)
    for (const [i, chunk] of this.chunks.entries()) bytes.set(chunk, offsets[i])
    return { bytes, offsets }
  }
}

export const packTexts = (texts: Iterable<string>): TextColumn => {
  const builder = new TextColumnBuilder()
  for (const text of texts) builder.add(text)
  return builder.finish()
}

/** Reads a column, which lies outside the JavaScript heap; a text is decoded when it is asked for. */
export class Texts {
  readonly size: number
  private readonly bytes: Buffer
  private readonly offsets: Uint32Array

  constructor({ bytes, offsets }: TextColumn) {
    this.size = offsets.length - 1
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.offsets = offsets
  }

  text(number: number): string {
    return this.bytes.toString('utf8', this.offsets[number], this.offsets[number + 1])
  }

  /** Does the text begin with these bytes of UTF-8? Decodes nothing. */
  startsWith(number: number, prefix: Uint8Array): boolean {
    const from = this.offsets[number]!
    if (this.offsets[number + 1]! - from < prefix.length) return false
    for (let i = 0; i < prefix.length; i++) if (this.bytes[from + i] !== prefix[i]) return false
    return true
  }
}
