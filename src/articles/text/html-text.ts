import MarkdownIt from 'markdown-it'

/**
 * A comment, a script or style up to its closing tag, or a tag. What is never closed lasts to the end, as in a browser,
 * so that nothing is looked at twice.
 */
const MARKUP =
  /<!--.*?(?:-->|$)|<(script|style)(?![\w-]).*?(?=<\/\1|$)|<[a-z/!?](?:[^>=]+|=\s*"[^"]*"?|=\s*'[^']*'?|=)*>?/gis

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark noscript q rp rt ruby s ' +
    'samp script small span strike strong style sub sup time tt u var wbr'
  ).split(' ')
)
/** What a tag that opens one puts in the text; any other tag, opening or closing, ends a block. */
const BEFORE: Readonly<Record<string, string>> = {
  br: '\n',
  li: '\n',
  dt: '\n',
  dd: '\n',
  tr: '\n',
  td: ' ',
  th: ' '
}

/** Reads character references and nothing else. */
const references = new MarkdownIt('zero').enable('entity')

/**
 * The text that a piece of HTML shows, with blank lines between its blocks. The time is linear in its length.
 *
 * `<p>Avsnitt <b>to</b></p><p>R&amp;D</p>` → `Avsnitt to\n\nR&D`
 */
export const htmlText = (html: string): string => {
  const text = html
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(MARKUP, spaceFor)
    .replace(/[ \n]+/g, (space) => '\n'.repeat(Math.min(2, space.split('\n').length - 1)) || ' ')
  return decodeReferences(text.trim())
}

/** Is a text marked up? `<p>Nei</p>` and `Nei<br>` are; `1 < 2`, `<navn>` are not. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/(?:p|div|h[1-6]|li|a|em|strong|b|i)>|<(?:br|p)[ /]*>/i.test(text)

/** `R&amp;D, &aring; &#xe5;` → `R&D, å å`; what is no character reference stays. */
export const decodeReferences = (text: string): string => {
  if (!text.includes('&')) return text
  const [inline] = references.parseInline(text, {})
  return (inline?.children ?? []).map(({ content }) => content).join('')
}

const spaceFor = (markup: string): string => {
  const [, closing, tag] = /^<(\/?)([a-z][^\s/>]*)/i.exec(markup) ?? []
  const name = tag?.toLowerCase()
  if (name === undefined || INLINE.has(name)) return ''
  if (!Object.hasOwn(BEFORE, name)) return '\n\n'
  return closing === '' ? BEFORE[name]! : ''
}
