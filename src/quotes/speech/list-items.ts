import type { Paragraph, Prose } from '../prose.js'

const ITEM = /^[–—―-]\s/
const STOPPED = /[.!?…»”"]$/

/**
 * The paragraphs that are items of a list with dashes, and no speech: two or more in a row of which none has a full stop, or which stand
 * line by line under a heading that a question mark or a colon ends. By their places among the paragraphs.
 *
 * @param hasCue does the paragraph hold a cue, and so speech?
 */
export const listItems = (prose: Prose, hasCue: (paragraph: number) => boolean): ReadonlySet<number> => {
  const { paragraphs, text } = prose
  const items = new Set<number>()
  const isItem = ({ start }: Paragraph): boolean => ITEM.test(text.slice(start, start + 2))
  for (let first = 0; first < paragraphs.length; first++) {
    let to = first
    while (to < paragraphs.length && isItem(paragraphs[to]!)) to++
    const run = paragraphs.slice(first, to)
    const above = paragraphs[first - 1]
    const isAnnounced = above !== undefined && /[:?]$/.test(text.slice(above.end - 1, above.end))
    const isClose = run.every(({ apart }) => !apart)
    const isBare = !run.some(({ end }) => STOPPED.test(text.slice(end - 1, end)))
    if (run.length > 1 && (isBare || (isAnnounced && isClose)) && !run.some((_, at) => hasCue(first + at)))
      for (let at = first; at < to; at++) items.add(at)
    first = Math.max(first, to - 1)
  }
  return items
}
