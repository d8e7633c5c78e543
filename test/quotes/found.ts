import type { Test } from 'tap'
import { readText } from '../../src/analysis/text/reading.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'
import { resolveMarked } from '../entities/marked.js'

/** `d Kari Moe: Vi vant` for each quote of a text whose names may be marked; `-` where it has no speaker. */
export const found = (source: string): string[] => {
  const { text, ...named } = resolveMarked(source)
  return extractQuotes(text, readText(text), named).map(
    (quote) => `${quote.kind[0]} ${quote.speaker?.text ?? '-'}: ${quote.text}`
  )
}

/** Checks what is found in each text. */
export const examples = (t: Test, texts: Readonly<Record<string, readonly string[]>>): void => {
  for (const [text, quotes] of Object.entries(texts)) t.strictSame(found(text), quotes, text)
  t.end()
}
