import type { Span } from '../../structures/span.js'

/** A longer first line is a paragraph, not a title. */
const LONGEST_TITLE = 120
const LONGEST_SENTENCE = 200

/**
 * The title of a text that states none: its first line where that reads as a title (short, and no full stop at its
 * end), else its first sentence, cut at a word where it is very long.
 *
 * @param firstSentence span of the first sentence of `text`
 */
export const titleOf = (text: string, firstSentence: Span | undefined): string => {
  const line = firstLine(text)
  if (line.length <= LONGEST_TITLE && !/[^.]\.$|[,:;]$/.test(line)) return line
  if (firstSentence === undefined) return ''
  const sentence = text.slice(firstSentence.start, firstSentence.end).replace(/\s+/g, ' ')
  return sentence.length <= LONGEST_SENTENCE
    ? sentence
    : `${sentence.slice(0, LONGEST_SENTENCE).replace(/\s+\S*$|[\ud800-\udbff]$/, '')} …`
}

/** The first line with a word, since a rule (`---`) above the text is no title; any line where there is none. */
const firstLine = (text: string): string =>
  (/^.*[\p{L}\p{N}].*$/mu.exec(text)?.[0] ?? text.trimStart().split('\n', 1)[0]!).trim()
