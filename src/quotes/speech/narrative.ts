import type { Span } from '../../structures/span.js'
import type { Paragraph, TokenRange, Prose } from '../prose.js'

/**
 * What of a paragraph is not direct speech, sentence by sentence.
 *
 * @param direct spans of direct speech, in order
 */
export const narrative = (prose: Prose, paragraph: Paragraph, direct: readonly Span[]): TokenRange[] => {
  const passages: TokenRange[] = []
  let next = 0
  for (const sentence of paragraph.sentences) {
    let { start } = sentence
    while (next < direct.length && direct[next]!.start < sentence.end) {
      const span = direct[next]!
      add(prose, passages, start, Math.min(span.start, sentence.end))
      start = Math.max(start, Math.min(span.end, sentence.end))
      if (span.end > sentence.end) break
      next++
    }
    add(prose, passages, start, sentence.end)
  }
  return passages
}

const add = (prose: Prose, passages: TokenRange[], start: number, end: number): void => {
  const from = prose.tokenAt(start)
  const to = prose.tokenAt(end)
  if (to > from) passages.push({ start, end, from, to })
}
