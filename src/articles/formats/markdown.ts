import MarkdownIt, { type Token } from 'markdown-it'
import { parseFrontMatter } from '../facts/front-matter.js'
import { sourceArticle } from '../facts/stated-facts.js'
import { Refusal } from '../refusal.js'
import { articleText, decodeText } from '../text/article-text.js'
import { htmlText } from '../text/html-text.js'
import type { ArticleFormat } from './format.js'

/** One article: the text that the document shows, after the front matter that it may begin with. */
export const markdown: ArticleFormat = {
  name: 'markdown',
  extensions: ['md'],
  read: async function* (file) {
    const { facts, unknownKeys, body } = parseFrontMatter(decodeText(await file.bytes()))
    const { text, ...heading } = markdownText(body)
    // What Markdown writes as `&#769;` is a character only now.
    yield { article: sourceArticle(file.name, { ...heading, ...facts }, articleText(text)), unknownKeys }
  }
}

/** Quotations and lists inside each other; the parser leaves out what lies deeper. */
const DEEPEST = 100

/** CommonMark with tables. An indented line is a paragraph, as newspapers set it, and no code. */
const parser = new MarkdownIt({ html: true, maxNesting: DEEPEST }).disable('code')

/** Brackets without an end take the parser quadratic time: a second at this length. */
const LONGEST_UNITS = 256 * 1024

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
 * @throws {Refusal} where the document is longer than 256 KiB, or its quotations and lists are nested deeper than the
 * parser goes
 */
export const markdownText = (source: string): MarkdownText => {
  if (source.length > LONGEST_UNITS) {
    throw new Refusal('The Markdown is longer than 256 KiB: split it, or save it as plain text, .txt')
  }
  const plain = new MarkdownTextBuilder()
  for (const token of parser.parse(source, {})) {
    if (holdsTooDeep(token)) throw new Refusal(TOO_DEEP)
    plain.add(token)
  }
  return { text: plain.text, ...(plain.title !== undefined && { title: plain.title }) }
}

const TOO_DEEP =
  'Quotations or lists are nested so deep that the text is not read: take marks away, or save it as plain text, .txt'

const holdsTooDeep = ({ type, level }: Token): boolean =>
  (type === 'blockquote_open' || type === 'list_item_open') && level + 1 >= DEEPEST

class MarkdownTextBuilder {
  text = ''
  title: string | undefined
  private gap = ''
  /** `-` or `2.` of a point whose text has not come yet. */
  private mark = ''
  private heading = ''

  add(token: Token): void {
    const gap = token.hidden ? '' : (GAPS[token.type] ?? '')
    if (gap.length > this.gap.length) this.gap = gap
    if (token.type === 'list_item_open') this.mark = markOf(token)
    else if (token.type === 'list_item_close') this.mark = ''
    else if (token.type === 'heading_open') this.heading = token.tag
    else if (token.type === 'heading_close') this.heading = ''
    else if (token.type === 'fence') this.addBlock(token.content.trimEnd())
    else if (token.type === 'html_block') this.addBlock(htmlText(token.content))
    else if (token.type === 'inline') this.addBlock(shownBy(token.children ?? []))
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
