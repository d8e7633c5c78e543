import { Lasting } from './markdown-parts.js'

/** Begins with a letter, or a sign that opens no block, and holds no sign of an inline mark. */
const PLAIN_LINE = /[\p{L}«»“”"'(–—…][^\n\r\0\\`~*_[\]<&]*/u.source
const PLAIN = new RegExp(`^${PLAIN_LINE}(?:(?<![ \\t])\\n${PLAIN_LINE})*$`, 'u')
const BLANK_LINES = /\n(?:[ \t]*\n)+/g

/** A paragraph without marks, on one line, or Markdown that a parser has to read. */
export type Stretch = { readonly paragraph: string } | { readonly markdown: string }

/**
 * Parts Markdown into paragraphs without marks, as most are in news, and what stands between them. Read one by one,
 * they say the same as the whole, as long as no link is defined in it: that would hold for all of them.
 *
 * `Ingress\n\n*Av* Kari` → `{ paragraph: 'Ingress' }`, `{ markdown: '*Av* Kari' }`
 */
export function* stretchesOf(source: string): Generator<Stretch, void> {
  const lasting = new Lasting()
  let start = 0
  for (let at = 0; at < source.length;) {
    BLANK_LINES.lastIndex = at
    const gap = BLANK_LINES.exec(source)
    const end = gap?.index ?? source.length
    const next = gap === null ? end : end + gap[0].length
    const block = source.slice(at, lastShown(source, at, end))
    if (!lasting.isOpen && PLAIN.test(block)) {
      if (at > start) yield { markdown: source.slice(start, at) }
      yield { paragraph: block.replaceAll('\n', ' ') }
      start = next
    } else for (const line of block.split('\n')) lasting.add(line)
    at = next
  }
  if (start < source.length) yield { markdown: source.slice(start) }
}

/** Where white space begins that the parser trims. */
const lastShown = (source: string, start: number, end: number): number => {
  let at = end
  while (at > start && ' \t\r\n'.includes(source[at - 1]!)) at--
  return at
}
