export interface ByteLine {
  /** 1-based. */
  readonly number: number
  /** Without the `\n`; absent where the line is longer than the limit. */
  readonly bytes?: Buffer
}

/**
 * Parts a stream of bytes at each `\n`. Holds one line at a time, and none of a line that is above the limit. The
 * last line needs no `\n`; an error of the stream comes instead of the line that it cuts.
 */
export async function* byteLines(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number
): AsyncGenerator<ByteLine, void> {
  let number = 1
  let line = new PartialLine(maxBytes)
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      line.add(chunk.subarray(start, end))
      yield line.finished(number)
      number += 1
      line = new PartialLine(maxBytes)
      start = end + 1
    }
    line.add(chunk.subarray(start))
  }
  if (line.size > 0) yield line.finished(number)
}

class PartialLine {
  size = 0
  private parts: Buffer[] = []

  constructor(readonly maxBytes: number) {}

  add(part: Buffer): void {
    this.size += part.length
    if (this.size <= this.maxBytes) this.parts.push(part)
    else this.parts = []
  }

  finished(number: number): ByteLine {
    return this.size <= this.maxBytes ? { number, bytes: Buffer.concat(this.parts) } : { number }
  }
}
