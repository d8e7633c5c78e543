import { GrowableUint32 } from './growable.js'

/**
 * Texts by dense numbers, as UTF-8 one after another: text `i` is what lies between `offsets[i]` and `offsets[i + 1]`.
 */
export interface TextColumn {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** A UTF-16 code unit takes at most so many bytes of UTF-8. */
const BYTES_OF_UNIT = 3

/** Gathers texts one by one. */
export class TextColumnBuilder {
  private bytes = Buffer.from(new SharedArrayBuffer(1024))
  private length = 0
  private readonly offsets = new GrowableUint32()

  constructor() {
    this.offsets.push(0)
  }

  get size(): number {
    return this.offsets.length - 1
  }

  /** @returns the number of the text */
  add(text: string): number {
    this.makeRoom(BYTES_OF_UNIT * text.length)
    this.length += this.bytes.write(text, this.length, 'utf8')
    this.offsets.push(this.length)
    return this.size - 1
  }

  /** Adds all texts of a column. */
  addAll({ bytes, offsets }: TextColumn): void {
    const start = this.length - offsets[0]!
    this.makeRoom(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
    this.offsets.pushAll(offsets.subarray(1).map((offset) => start + offset))
  }

  /** In shared memory. Nothing may be added once another column continues this one. */
  finish(): TextColumn {
    return { bytes: new Uint8Array(this.bytes.buffer, 0, this.length), offsets: this.offsets.finish() }
  }

  private makeRoom(more: number): void {
    let capacity = this.bytes.length
    if (this.length + more <= capacity) return
    while (capacity < this.length + more) capacity *= 2
    const larger = Buffer.from(new SharedArrayBuffer(capacity))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
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
