import type { Sentence } from '../../analysis/text/sentences.js'
import { isCreditLine } from '../../entities/credits/credit-line.js'
import type { Span } from '../../structures/span.js'

/** What may lie before a sentence, by its number. */
const GAPS: readonly Sentence['after'][] = ['sentence', 'line', 'blank']
/** The bits of a code that hold that number. */
const GAP = 3
const GOES_ON = 4
const CREDIT = 8

/** Longer lines are no headings. In UTF-16 code units. */
const LONGEST_HEADING = 100

/**
 * What is told of each sentence of a text beside its place, a number each: what lies before it, whether it goes on
 * where the one before ends, and whether it only says who made the text. A search asks it of some hundred sentences, so
 * it is found out once.
 */
export const codesOf = (text: string, sentences: readonly Sentence[]): number[] => {
  const credits = sentences.map(({ start, end }) => isCreditLine(text.slice(start, end)))
  return sentences.map((sentence, i) => {
    const previous = sentences[i - 1]
    const isApart = previous === undefined || credits[i - 1]! || credits[i]!
    const on = !isApart && goesOn(text, previous, sentence)
    return GAPS.indexOf(sentence.after) + (on ? GOES_ON : 0) + (credits[i] ? CREDIT : 0)
  })
}

export const gapOf = (code: number): Sentence['after'] => GAPS[code & GAP]!

/** May one passage hold a sentence and the one before it? */
export const isOn = (code: number): boolean => (code & GOES_ON) !== 0

/** Does a sentence only say who made the text or its pictures? */
export const isCredit = (code: number): boolean => (code & CREDIT) !== 0

/**
 * Sentences of a paragraph go on from each other; lines do too, as the short paragraphs of news are often set, but for
 * a heading that begins something else. A blank line ends what came before, unless that was a heading or a lead-in.
 */
const goesOn = (text: string, previous: Span, next: Sentence): boolean =>
  next.after === 'sentence' || isOpen(text, previous) || (next.after === 'line' && !isOpen(text, next))

/** A heading, a lead-in (`Heidi Austlid:`) or a point of a list belongs to what follows, over the line break. */
const isOpen = (text: string, { start, end }: Span): boolean =>
  end - start <= LONGEST_HEADING && !/[.!?…»"”)]$/.test(text.slice(start, end))
