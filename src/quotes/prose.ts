import { classAt, UPPER } from '../analysis/text/characters.js'
import type { Reading, Token } from '../analysis/text/reading.js'
import { firstWhere } from '../structures/bisect.js'
import type { Span } from '../structures/span.js'

/** A stretch of text with its tokens, from `from` up to and not with `to`. */
export interface TokenRange extends Span {
  readonly from: number
  readonly to: number
}

export interface Paragraph extends TokenRange {
  readonly sentences: readonly TokenRange[]
  /** Is there a blank line before it? */
  readonly apart: boolean
}

/** A text as paragraphs of sentences of words. Lines are paragraphs, as sentences never go over them. */
export class Prose {
  readonly paragraphs: readonly Paragraph[]
  private readonly tokens: readonly Token[]

  constructor(
    readonly text: string,
    { tokens, sentences }: Reading
  ) {
    this.tokens = tokens
    const paragraphs: { apart: boolean; sentences: TokenRange[] }[] = []
    let from = 0
    for (const { start, end, after } of sentences) {
      let to = from
      while (to < tokens.length && tokens[to]!.start < end) to++
      const passage = { start, end, from, to }
      if (after === 'sentence' && paragraphs.length > 0) paragraphs.at(-1)!.sentences.push(passage)
      else paragraphs.push({ apart: after === 'blank', sentences: [passage] })
      from = to
    }
    this.paragraphs = paragraphs.map(({ apart, sentences }) => {
      const [first, last] = [sentences[0]!, sentences.at(-1)!]
      return { apart, sentences, start: first.start, end: last.end, from: first.from, to: last.to }
    })
  }

  /** The token's form in lower case; the empty string where there is none. */
  word(token: number): string {
    return this.tokens[token]?.word ?? ''
  }

  /** The token as it is written. */
  form(token: number): string {
    return this.text.slice(this.start(token), this.end(token))
  }

  start(token: number): number {
    return this.tokens[token]?.start ?? this.text.length
  }

  end(token: number): number {
    return this.tokens[token]?.end ?? this.text.length
  }

  /** What stands between the token and the one before it. */
  gap(token: number): string {
    return this.text.slice(token > 0 ? this.end(token - 1) : 0, this.start(token))
  }

  /** Does a space and nothing else stand before the token? */
  follows(token: number): boolean {
    return /^\s+$/.test(this.gap(token))
  }

  isCapital(token: number): boolean {
    return (classAt(this.text, this.start(token)) & UPPER) !== 0
  }

  /** The first token that begins at the offset or after it. */
  tokenAt(offset: number): number {
    return firstWhere(0, this.tokens.length, (token) => this.tokens[token]!.start >= offset)
  }

  get length(): number {
    return this.tokens.length
  }
}
