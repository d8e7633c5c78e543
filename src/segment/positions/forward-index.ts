import type { Reading } from '../../analysis/text/reading.js'
import type { Sentence } from '../../analysis/text/sentences.js'
import type { Field } from '../clause.js'
import { GrowableUint32, GrowableUint8 } from '../../structures/growable.js'
import { groupByKey, type Lists } from '../../structures/lists.js'
import type { WordId } from '../words/vocabulary.js'

/**
 * The words of every article in order, with their offsets: what phrases, proximity and snippets read instead of the text.
 *
 * Positions count tokens through the whole collection. An article's title tokens come first, then its text tokens;
 * `start` of a title token is an offset into the title, of a text token into the text (UTF-16 code units).
 */
export interface ForwardIndex {
  /** By article: its first position; one more at the end. */
  readonly first: Uint32Array
  /** By article: the position of its first text token. */
  readonly text: Uint32Array
  /** By word: its positions, in order. */
  readonly positions: Lists
  /** By position. */
  readonly words: Uint32Array
  readonly starts: Uint32Array
  readonly lengths: Uint8Array
  readonly sentences: SentenceIndex
}

/** The sentences of every article's text, in order. */
export interface SentenceIndex {
  /** By article: its first sentence; one more at the end. */
  readonly first: Uint32Array
  /** By sentence: offsets into the text, and what lies before it (see `GAPS`). */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly gaps: Uint8Array
}

/** What may lie before a sentence, by its number in `gaps`. */
export const GAPS: readonly Sentence['after'][] = ['sentence', 'line', 'blank']

/** Positions of an article, or of one of its fields: first and, exclusive, last. */
export const positionsOf = (forward: ForwardIndex, article: number, field?: Field): [number, number] => {
  const [first, text, end] = [forward.first[article]!, forward.text[article]!, forward.first[article + 1]!]
  if (field === 'title') return [first, text]
  return [field === 'text' ? text : first, end]
}

/** The article that a position belongs to. */
export const articleAt = ({ first }: ForwardIndex, position: number): number => {
  let low = 0
  let high = first.length - 1
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (first[middle]! <= position) low = middle
    else high = middle
  }
  return low
}

/** Appends articles one by one. */
export class ForwardIndexBuilder {
  private readonly first = new GrowableUint32()
  private readonly text = new GrowableUint32()
  private readonly words = new GrowableUint32()
  private readonly starts = new GrowableUint32()
  private readonly lengths = new GrowableUint8()
  private readonly sentenceFirst = new GrowableUint32()
  private readonly sentenceStarts = new GrowableUint32()
  private readonly sentenceEnds = new GrowableUint32()
  private readonly gaps = new GrowableUint8()

  /** @param wordOf gives the id of each token's word, in order: title first */
  add(
    title: Reading,
    text: Reading,
    wordOf: (word: string, field: 'title' | 'text', start: number) => WordId
  ): void {
    this.first.push(this.words.length)
    this.addTokens(title, (word, start) => wordOf(word, 'title', start))
    this.text.push(this.words.length)
    this.addTokens(text, (word, start) => wordOf(word, 'text', start))
    this.sentenceFirst.push(this.gaps.length)
    for (const { start, end, after } of text.sentences) {
      this.sentenceStarts.push(start)
      this.sentenceEnds.push(end)
      this.gaps.push(GAPS.indexOf(after))
    }
  }

  /** @param wordCount word ids are below it */
  async finish(wordCount: number): Promise<ForwardIndex> {
    this.first.push(this.words.length)
    this.sentenceFirst.push(this.gaps.length)
    const words = this.words.finish()
    const positions = await groupByKey(wordCount, {
      count: words.length,
      forEach: (position, pair) => {
        pair(words[position]!, position)
      }
    })
    return {
      positions,
      words,
      first: this.first.finish(),
      text: this.text.finish(),
      starts: this.starts.finish(),
      lengths: this.lengths.finish(),
      sentences: {
        first: this.sentenceFirst.finish(),
        starts: this.sentenceStarts.finish(),
        ends: this.sentenceEnds.finish(),
        gaps: this.gaps.finish()
      }
    }
  }

  private addTokens({ tokens }: Reading, wordOf: (word: string, start: number) => WordId): void {
    for (const { start, end, word } of tokens) {
      this.words.push(wordOf(word, start))
      this.starts.push(start)
      this.lengths.push(end - start)
    }
  }
}
