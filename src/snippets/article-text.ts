import type { Sentence } from '../analysis/text/sentences.js'
import type { Span } from '../structures/span.js'
import { GAPS, type SentenceTables } from '../segment/positions/positions.js'
import type { Reader } from '../segment/generation.js'

/** An article's text with the places where it may be cut. */
export interface ArticleText {
  readonly text: string
  readonly sentences: readonly Span[]
  /** Does a sentence, by its number, go on where the one before ends, so that one passage may hold both? */
  goesOn(sentence: number): boolean
  /** Does a cut before the code unit at `at` go through a word or a number? `1 000` is one. */
  isInsideWord(at: number): boolean
}

export const readArticleText = (reader: Pick<Reader, 'segment'>, article: number): ArticleText => {
  const text = reader.segment.articles.text(article)
  const { positions } = reader.segment
  const [first, end] = [positions.text[article]!, positions.first[article + 1]!]
  const sentences = sentencesOf(positions.sentences, article)
  return {
    text,
    sentences,
    goesOn: (sentence) => {
      const [previous, next] = [sentences[sentence - 1], sentences[sentence]]
      if (previous === undefined || next === undefined) return false
      const gap = positions.sentences.gaps[positions.sentences.first[article]! + sentence]!
      return goesOn(text, previous, next, GAPS[gap]!)
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
