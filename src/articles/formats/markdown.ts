import MarkdownIt, { type Token } from 'markdown-it'
import { parseFrontMatter } from '../facts/front-matter.js'
import { sourceArticle } from '../facts/stated-facts.js'
import { Slices } from '../../structures/slices.js'
import { articleText, readText } from '../text/article-text.js'
import { htmlText } from '../text/html-text.js'
import { linkDefinitions, markdownParts } from '../text/markdown-parts.js'
import { stretchesOf } from '../text/markdown-stretches.js'
import { webText } from '../text/web-text.js'
import type { ArticleFormat } from './format.js'

/** One article: the text that the document shows, after the front matter that it may begin with. */
export const markdown: ArticleFormat = {
  read: async function* (file) {
    const decoded = readText(await file.bytes())
    const { facts, body, ...stated } = parseFrontMatter(decoded.text, file.names)
    const { text, ...heading } = await markdownText(body)
    // What Markdown writes as `&#769;` is a character only now.
    const article = sourceArticle(file.name, { ...heading, ...facts }, articleText(text))
    yield { article, ...stated, notices: [...decoded.notices, ...stated.notices] }
  }
}

/** Quotations and lists inside each other; the parser leaves out what lies deeper. */
const DEEPEST = 100

/** CommonMark with tables. An indented line is a paragraph, as newspapers set it, and no code. */
const parser = new MarkdownIt({ html: true, maxNesting: DEEPEST }).disable('code')

// Where a link leads is not shown.
parser.normalizeLink = (address) => address
parser.validateLink = () => true

/** Has none of the signs that a rule of the inline parser begins with. */
const HAS_NO_MARKS = /^[^\n\\`~*_[\]<&]*$/

// Most paragraphs of news have no marks: they need not go through the inline parser, which takes half of the time.
parser.core.ruler.at('inline', ({ tokens, md, env, Token: InlineToken }) => {
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    token.children ??= []
    if (HAS_NO_MARKS.test(token.content)) {
      const text = new InlineToken('text', '', 0)
      text.content = token.content
      token.children.push(text)
    } else md.inline.parse(token.content, md, env, token.children)
  }
})

/** Languages of fences that are drawn or computed, not shown. */
const NO_TEXT =
  /^\{?(?:dataview(?:js)?|tasks|query|mermaid|plantuml|kroki|graphviz|dot|base|button|excalidraw)\b/i

/** What stands before a block in plain text; the longest of those that meet. */
const GAPS: Readonly<Record<string, string>> = {
  heading_open: '\n\n',
  paragraph_open: '\n\n',
  fence: '\n\n',
  html_block: '\n\n',
  table_open: '\n\n',
  list_item_open: '\n',
  tr_open: '\n',
  th_open: ' ',
  td_open: ' '
}

interface MarkdownText {
  readonly text: string
  /** The heading that the text opens with, else the first one of level 1; absent where there is none. */
  readonly title?: string
}

/**
 * The text that a Markdown document shows, without its marks: blocks with blank lines between them, points of a list
 * and rows of a table on lines of their own. Of HTML the text is kept; rules are left out.
 *
 * `# Ny *skole*\n\nSe [planen](/p).` → `Ny skole\n\nSe planen.`, with the title `Ny skole`
 *
 * A long document is read part by part, and other work goes on between them.
 */
export const markdownText = async (source: string): Promise<MarkdownText> => {
  const plain = new MarkdownTextBuilder()
  const slices = new Slices()
  const env = {}
  parser.parse(linkDefinitions(source), env)
  // A definition further down holds for what is above it: the parser has to see both.
  const stretches = source.includes(']:') ? (markdown: string) => [{ markdown }] : stretchesOf
  for (const part of markdownParts(source)) {
    for (const stretch of stretches(webText(part)))
      if ('paragraph' in stretch) plain.addParagraph(stretch.paragraph)
      else plain.addAll(stretch.markdown, parser.parse(stretch.markdown, env))
    if (slices.isOver) await slices.next()
  }
  return { text: plain.text, ...(plain.title !== undefined && { title: plain.title }) }
}

const holdsTooDeep = ({ type, level }: Token): boolean =>
  (type === 'blockquote_open' || type === 'list_item_open') && level + 1 >= DEEPEST

class MarkdownTextBuilder {
  text = ''
  title: string | undefined
  private gap = ''
  /** `-` or `2.` of a point whose text has not come yet. */
  private mark = ''
  private heading = ''

  addParagraph(text: string): void {
    this.gap = '\n\n'
    this.addBlock(text)
  }

  /** @param source that the tokens were read from */
  addAll(source: string, tokens: readonly Token[]): void {
    if (tokens.some(holdsTooDeep)) this.addPlain(source)
    else for (const token of tokens) this.add(token)
  }

  private add(token: Token): void {
    const gap = token.hidden ? '' : (GAPS[token.type] ?? '')
    if (gap.length > this.gap.length) this.gap = gap
    if (token.type === 'list_item_open') this.mark = markOf(token)
    else if (token.type === 'list_item_close') this.mark = ''
    else if (token.type === 'heading_open') this.heading = token.tag
    else if (token.type === 'heading_close') this.heading = ''
    else if (token.type === 'fence') this.addBlock(NO_TEXT.test(token.info) ? '' : token.content.trimEnd())
    else if (token.type === 'html_block') this.addBlock(htmlText(token.content))
    else if (token.type === 'inline') this.addBlock(shownBy(token.children ?? []))
  }

  /** What the parser does not go into: its words, without the marks that its lines begin with. */
  private addPlain(source: string): void {
    this.addParagraph(source.replace(/^[>\s*+-]+/gm, '').trim())
  }

  private addBlock(block: string): void {
    if (block.trim() === '') return
    if (this.heading === 'h1' || (this.heading !== '' && this.text === '')) {
      this.title ??= block.replace(/\s+/g, ' ').trim()
    }
    this.text += (this.text === '' ? '' : this.gap) + this.mark + block
    this.gap = ''
    this.mark = ''
  }
}

/** News writes `1. mai` and, for speech, `- Ja` at the start of a line: both stay. */
const markOf = ({ info, markup }: Token): string => (info === '' ? '- ' : `${info}${markup} `)

const shownBy = (tokens: readonly Token[]): string => tokens.map(shown).join('')

const shown = ({ type, content, children }: Token): string => {
  if (type === 'softbreak') return ' '
  if (type === 'hardbreak') return '\n'
  if (type === 'html_inline') return /^<br\b/i.test(content) ? '\n' : ''
  return type === 'image' ? shownBy(children ?? []) : content
}
