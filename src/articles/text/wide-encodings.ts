/** Encodings whose units are wider than a byte. */
export type WideEncoding = 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE'

/** Takes a byte order mark away. Bytes that are no character are U+FFFD. */
export interface WideDecoder {
  /** @param options `stream`: more is to come, so that a character may go on there */
  decode(bytes: Uint8Array, options?: { readonly stream: boolean }): string
}

/** Longer marks first: that of UTF-32LE begins as that of UTF-16LE does. */
const MARKS: readonly (readonly [WideEncoding, readonly number[]])[] = [
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]]
]

/** How many bytes are looked at for zeros. */
const LOOKED_AT = 4096

/** Told by a byte order mark, else by zeros: such text has them in most units, and nearly all in the same place. */
export const wideEncodingOf = (bytes: Uint8Array): WideEncoding | undefined => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked) return marked[0]
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  const looked = Math.min(bytes.length, LOOKED_AT) & ~1
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[(at & 3) as 0 | 1 | 2 | 3]++
  return utf32Of(zeros, looked >> 2) ?? utf16Of(zeros, looked >> 1)
}

/** Zeros by their place in a group of four bytes. */
type Zeros = readonly [number, number, number, number]

/** No character of UTF-32 has anything but a zero in its highest byte, and few have in the one after it. */
const utf32Of = ([first, second, third, fourth]: Zeros, units: number): WideEncoding | undefined => {
  if (units === 0) return undefined
  if (fourth === units && third > 0.9 * units && first < units / 20) return 'UTF-32LE'
  return first === units && second > 0.9 * units && fourth < units / 20 ? 'UTF-32BE' : undefined
}

const utf16Of = ([first, second, third, fourth]: Zeros, units: number): WideEncoding | undefined => {
  const [even, odd] = [first + third, second + fourth]
  if (odd > units / 2 && even < units / 20) return 'UTF-16LE'
  return even > units / 2 && odd < units / 20 ? 'UTF-16BE' : undefined
}

export const wideDecoder = (encoding: WideEncoding): WideDecoder =>
  encoding === 'UTF-16LE' || encoding === 'UTF-16BE'
    ? new TextDecoder(encoding)
    : new Utf32Decoder(encoding === 'UTF-32LE')

const MARK = 0xfeff
const REPLACEMENT = 0xfffd
/** Characters that are made a string at a time. */
const STEP = 4096

class Utf32Decoder implements WideDecoder {
  private rest: Uint8Array = new Uint8Array(0)
  private isFirst = true

  constructor(private readonly isLittleEndian: boolean) {}

  decode(bytes: Uint8Array, { stream = false } = {}): string {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes])
    const view = new DataView(all.buffer, all.byteOffset, all.length)
    const count = all.length >> 2
    const parts: string[] = []
    for (let from = 0; from < count; from += STEP) {
      const characters = Array.from({ length: Math.min(STEP, count - from) }, (_, i) =>
        characterOf(view.getUint32(4 * (from + i), this.isLittleEndian))
      )
      if (this.isFirst && characters[0] === MARK) characters.shift()
      this.isFirst = false
      parts.push(String.fromCodePoint(...characters))
    }
    this.rest = stream ? Uint8Array.from(all.subarray(4 * count)) : new Uint8Array(0)
    if (!stream && all.length > 4 * count) parts.push(String.fromCodePoint(REPLACEMENT))
    return parts.join('')
  }
}

const characterOf = (unit: number): number =>
  unit > 0x10ffff || (unit >= 0xd800 && unit <= 0xdfff) ? REPLACEMENT : unit
