import type { Span } from '../../structures/span.js'

/** What stands between a pair of quotation marks; the marks are at `start - 1` and `end`. */
export type Marked = Span

/** The marks that close what each opens. Norwegian texts have them all, and one mark for both sides. */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '«': '»', '»': '«»', '“': '”“', '„': '“”', '”': '”', '"': '"”' },
  ...{ '‹': '›', '›': '‹' }
}
const MARK = /[«»“”„"‹›]/g

/**
 * What stands between single marks: `'Vi gir oss ikke'`, `‘Vi gir oss’`, `‚Vi gir oss‘`. An apostrophe stands at the
 * end of a word or in it, so that nothing is sure where there are more than two.
 */
const SINGLE =
  /(?<![^\s([–—-])(?:'(?=\S)[^'‘’‚\n]{3,400}(?<=\S)'|[‘‚’](?=\S)[^'‘’‚\n]{3,400}(?<=\S)[’‘])(?![^\s.,;:!?)–—-])/g

/** The outermost pairs of quotation marks of a stretch of text, in order. */
export const quotationMarks = (text: string, span: Span): Marked[] => {
  const double = doubleMarks(text, span)
  const single = singleMarks(text, span)
  if (single.length === 0) return double
  const holds = (outer: Span, inner: Span): boolean => outer.start < inner.end && inner.start < outer.end
  const outermost = single.filter(
    (one) => !double.some((other) => holds(other, one) && other.start < one.start)
  )
  return [...double.filter((one) => !outermost.some((other) => holds(other, one))), ...outermost].sort(
    (a, b) => a.start - b.start
  )
}

const singleMarks = (text: string, { start, end }: Span): Marked[] =>
  Array.from(text.slice(start, end).matchAll(SINGLE), ({ index, 0: marked }) => ({
    start: start + index + 1,
    end: start + index + marked.length - 1
  }))

/**
 * Pairs of double marks, in one pass. A mark opens where white space or an opening sign stands before it, and closes
 * where none stands before it. A mark without its pair is passed over.
 */
const doubleMarks = (text: string, { start, end }: Span): Marked[] => {
  const pairs: Marked[] = []
  let open: { readonly at: number; readonly mark: string; depth: number } | undefined
  for (const { index, 0: mark } of text.slice(start, end).matchAll(MARK)) {
    const at = start + index
    const opens = at === start || /[\s([–—/-]/.test(text[at - 1]!)
    if (open === undefined) {
      if (opens && mark in CLOSING && !isLost(text, at, mark)) open = { at, mark, depth: 0 }
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

/** A mark that closes, after a space that should not be there: `«Sult » kom ut`. */
const isLost = (text: string, at: number, mark: string): boolean =>
  /[»›]/.test(mark) && !/\S/.test(text[at + 1] ?? ' ')
