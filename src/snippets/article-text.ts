import type { Sentence } from '../analysis/text/sentences.js'
import { isCreditLine } from '../entities/credits/credit-line.js'
import type { Span } from '../structures/span.js'
import { GAPS, type SentenceTables } from '../segment/positions/positions.js'
import type { Reader } from '../segment/generation.js'

/** An article's text with the places where it may be cut. */
export interface ArticleText {
  readonly text: string
  readonly sentences: readonly Span[]
  /** Does a sentence, by its number, go on where the one before ends, so that one passage may hold both? */
  goesOn(sentence: number): boolean
  /**
   * Is a sentence, by its number, none to begin with? The title again, in a line of its own; who wrote the text or took
   * a picture; the caption before that.
   */
  isBeside(sentence: number): boolean
  /** Does a cut before the code unit at `at` go through a word or a number? `1 000` is one. */
  isInsideWord(at: number): boolean
}

export const readArticleText = (reader: Pick<Reader, 'segment'>, article: number): ArticleText => {
  const text = reader.segment.articles.text(article)
  const { positions } = reader.segment
  const [first, end] = [positions.text[article]!, positions.first[article + 1]!]
  const sentences = sentencesOf(positions.sentences, article)
  const gapBefore = (sentence: number): Sentence['after'] =>
    GAPS[positions.sentences.gaps[positions.sentences.first[article]! + sentence]!]!
  const credits = new Map<number, boolean>()
  let title: string | undefined
  const isCredit = (sentence: number): boolean => {
    const { start, end } = sentences[sentence]!
    if (!credits.has(sentence)) credits.set(sentence, isCreditLine(text.slice(start, end)))
    return credits.get(sentence)!
  }
  return {
    text,
    sentences,
    goesOn: (sentence) => {
      const [previous, next] = [sentences[sentence - 1], sentences[sentence]]
      if (previous === undefined || next === undefined) return false
      if (!goesOn(text, previous, next, gapBefore(sentence))) return false
      return !isCredit(sentence - 1) && !isCredit(sentence)
    },
    isBeside: (sentence) => {
      const { start, end } = sentences[sentence]!
      const isLast = sentence + 1 === sentences.length
      const endsLine = isLast || gapBefore(sentence + 1) !== 'sentence'
      if (endsLine && text.slice(start, end) === (title ??= reader.segment.articles.facts(article).title))
        return true
      return isCredit(sentence) || (!endsLine && isCredit(sentence + 1))
    },
    isInsideWord: (at) => {
      const word = lastBelow(positions.starts, first, end, at)
      return word !== undefined && at < positions.starts[word]! + positions.lengths[word]!
    }
  }
}

/** The last index from `from` to before `to` whose value is below `limit`; the values ascend. */
const lastBelow = (values: Uint32Array, from: number, to: number, limit: number): number | undefined => {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low === from ? undefined : low - 1
}

const sentencesOf = ({ first, starts, ends }: SentenceTables, article: number): Span[] => {
  const sentences: Span[] = []
  for (let i = first[article]!; i < first[article + 1]!; i++)
    sentences.push({ start: starts[i]!, end: ends[i]! })
  return sentences
}

/**
 * Sentences of a paragraph go on from each other; lines do too, as the short paragraphs of news are often set, but for
 * a heading that begins something else. A blank line ends what came before, unless that was a heading or a lead-in.
 */
const goesOn = (text: string, previous: Span, next: Span, gap: Sentence['after']): boolean =>
  gap === 'sentence' || isOpen(text, previous) || (gap === 'line' && !isOpen(text, next))

/** A heading, a lead-in (`Heidi Austlid:`) or a point of a list belongs to what follows, over the line break. */
const isOpen = (text: string, { start, end }: Span): boolean =>
  end - start <= 100 && !/[.!?…»"”)]$/.test(text.slice(start, end))
