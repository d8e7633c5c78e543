/** Texts by dense numbers, as UTF-8 one after another: text `i` is what lies between `offsets[i]` and `offsets[i + 1]`. */
export interface TextColumn {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

export const packTexts = (texts: readonly string[]): TextColumn => {
  const offsets = new Uint32Array(texts.length + 1)
  for (const [i, text] of texts.entries()) offsets[i + 1] = offsets[i]! + Buffer.byteLength(text)
  const bytes = new Uint8Array(offsets[texts.length]!)
  const encoder = new TextEncoder()
  for (const [i, text] of texts.entries()) encoder.encodeInto(text, bytes.subarray(offsets[i]))
  return { bytes, offsets }
}

/** Reads a column, which lies outside the JavaScript heap; a text is decoded when it is asked for. */
export class Texts {
  private readonly bytes: Buffer
  private readonly offsets: Uint32Array

  constructor({ bytes, offsets }: TextColumn) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.offsets = offsets
  }

  text(number: number): string {
    return this.bytes.toString('utf8', this.offsets[number], this.offsets[number + 1])
  }
}
