import type { Span } from '../../structures/span.js'

/** A title has no more, and a heading between paragraphs. In UTF-16 code units. */
const LONGEST_TITLE = 140
const LONGEST_HEADING = 80
const SENTENCE_END = /[.!?:…]["»”)]?\s*$/u
const STOPPED = /[.:]["»”)]?\s*$/u

/** Does it stand in the title, the first line of the text, or in a line of its own without the end of a sentence? */
export const isInHeading = (text: string, { start, end }: Span): boolean => {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const isFirst = text.slice(0, from).trim() === ''
  const longest = isFirst ? LONGEST_TITLE : LONGEST_HEADING
  const [line = ''] = /^[^\n]*/.exec(text.slice(from, from + longest + 1)) ?? []
  if (line.length > longest || from + line.length < end) return false
  return !(isFirst ? STOPPED : SENTENCE_END).test(line)
}
