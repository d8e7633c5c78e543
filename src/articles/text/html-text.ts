import { Parser } from 'htmlparser2'
import MarkdownIt from 'markdown-it'
import { wordSet } from '../../structures/word-list.js'

const INLINE = wordSet(`
  a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark noscript q rp rt ruby s
  samp script small span strike strong style sub sup time tt u var wbr
`)
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

/** What a page shows besides its text, or not at all. A browser shows no script and no template. */
const NO_TEXT = wordSet(
  'script style template noscript nav iframe object svg math select button head form dialog menu'
)

/** Reads character references and nothing else. */
const references = new MarkdownIt('zero').enable('entity')

/**
 * The text that a piece of HTML shows, with blank lines between its blocks: headings, captions and points of a list are
 * blocks of their own. Scripts, forms and navigation are no text. The time is linear in its length.
 *
 * `<p>Avsnitt <b>to</b></p><p>R&amp;D</p>` → `Avsnitt to\n\nR&D`
 */
export const htmlText = (html: string): string => {
  const shown = new ShownText()
  const parser = new Parser(shown, { decodeEntities: true, lowerCaseTags: true })
  parser.end(html)
  return shown.text
}

/** Gathers what the parser meets. */
class ShownText {
  private parts: string[] = []
  /** Of those that show no text, each with where its content starts in `parts`. */
  private readonly hidden: { readonly tag: string; readonly start: number }[] = []

  onopentagname(tag: string): void {
    if (NO_TEXT.has(tag)) this.hidden.push({ tag, start: this.parts.length })
    this.parts.push(INLINE.has(tag) ? '' : Object.hasOwn(BEFORE, tag) ? BEFORE[tag]! : '\n\n')
  }

  onclosetag(tag: string, isImplied: boolean): void {
    const last = this.hidden.at(-1)
    if (last?.tag === tag) {
      this.hidden.pop()
      // One that is never closed would take all that follows: its end is missing, and not the text.
      if (!isImplied || ALWAYS_HIDDEN.has(tag)) this.parts.length = last.start
    }
    if (!INLINE.has(tag) && !Object.hasOwn(BEFORE, tag)) this.parts.push('\n\n')
  }

  ontext(text: string): void {
    this.parts.push(text.replace(/[ \t\n\f\r]+/g, ' '))
  }

  get text(): string {
    return this.parts
      .join('')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n[ \n]*/g, (gap) => (gap.indexOf('\n') === gap.lastIndexOf('\n') ? '\n' : '\n\n'))
      .trim()
  }
}

/** Their content is no text even where they have no end. */
const ALWAYS_HIDDEN = new Set(['script', 'style', 'template', 'svg', 'iframe'])

/** Is a text marked up? `<p>Nei</p>` and `Nei<br>` are; `1 < 2`, `<navn>` are not. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/(?:p|div|h[1-6]|li|a|em|strong|b|i)>|<(?:br|p|hr)[ /]*>|<img\s[^<>]*>/i.test(text)

/** `R&amp;D, &aring; &#xe5;` → `R&D, å å`; what is no character reference stays. */
export const decodeReferences = (text: string): string => {
  if (!text.includes('&')) return text
  const [inline] = references.parseInline(text, {})
  return (inline?.children ?? []).map(({ content }) => content).join('')
}
