import type { Span } from '../../structures/span.js'

/** What stands between a pair of quotation marks; the marks are at `start - 1` and `end`. */
export type Marked = Span

/** The marks that close what each opens. Norwegian texts have them all, and one mark for both sides. */
const CLOSING: Readonly<Record<string, string>> = { '«': '»', '“': '”“', '„': '“”', '”': '”', '"': '"”' }
const MARK = /[«»“”„"]/g

/**
 * The outermost pairs of quotation marks of a stretch of text, in one pass. A mark opens where white space or an
 * opening sign stands before it, and closes where none stands before it. A mark without its pair is passed over.
 */
export const quotationMarks = (text: string, { start, end }: Span): Marked[] => {
  const pairs: Marked[] = []
  let open: { readonly at: number; readonly mark: string; depth: number } | undefined
  for (const { index, 0: mark } of text.slice(start, end).matchAll(MARK)) {
    const at = start + index
    const opens = at === start || /[\s([–—/-]/.test(text[at - 1]!)
    if (open === undefined) {
      if (opens && mark in CLOSING) open = { at, mark, depth: 0 }
    } else if (mark === open.mark && opens) {
      if (mark === '«') open.depth++
      else open = { at, mark, depth: 0 } // the one before was never closed
    } else if (CLOSING[open.mark]!.includes(mark) && !opens) {
      if (open.depth-- > 0) continue
      if (at > open.at + 1) pairs.push({ start: open.at + 1, end: at })
      open = undefined
    }
  }
  return pairs
}
