import { Readability } from '@mozilla/readability'
import type { Notice } from '../../article.js'
import type { FactNames } from '../../facts/fact-names.js'
import type { StatedFacts } from '../../facts/stated-facts.js'
import { NoArticle } from '../../refusal.js'
import { htmlText } from '../../text/html-text.js'
import { parsePage, type PageDocument } from './dom.js'
import { pageFacts } from './page-facts.js'

export interface Page {
  readonly text: string
  readonly facts: StatedFacts
  readonly notices: readonly Notice[]
}

/**
 * The article that a web page shows, without what stands around it, and the facts that the page states.
 *
 * @throws {NoArticle} for a page that only leads to another one
 * @throws {Withheld} where it says that it is not to be shown, or not now
 */
export const readPage = (html: string, names: FactNames): Page => {
  // Finding the main text of a page takes a second for each megabyte, in which no one else is served.
  if (html.length > LONGEST_PAGE) return readLongPage(html, names)
  const document = parsePage(html)
  if (document.querySelector('meta[http-equiv="refresh" i]'))
    throw new NoArticle('It is a page that only leads to another one')
  const { facts, body, notices } = pageFacts(document, names)
  // It says who wrote an entry and when, which was read.
  if (document.querySelector('.h-entry .e-content'))
    for (const footer of document.querySelectorAll('.h-entry footer')) footer.remove()
  const stated = markedText(document)
  const title = facts.title ?? onlyHeading(document)
  const main = mainText(document)
  const text = longer(longer(main.text, stated, 1.5), body, 2)
  const shown = title ?? main.title
  return { text, facts: { ...facts, ...(shown !== undefined && { title: shown }) }, notices }
}

/** In UTF-16 code units. What has more is a book or a law, and shows little else. */
const LONGEST_PAGE = 500_000

const readLongPage = (html: string, names: FactNames): Page => {
  const end = /<\/head\s*>/i.exec(html)?.index ?? 0
  const { facts, body, notices } = pageFacts(parsePage(html.slice(0, end)), names)
  return { text: longer(htmlText(html.slice(end)), body, 2), facts, notices }
}

/** The second text where it has so many times what the first one has. */
const longer = (first: string, second: string, times: number): string =>
  second.length > times * first.length ? second : first

/** What the page itself marks as its article, where there is one: more than that would be a list of articles. */
const markedText = (document: PageDocument): string => {
  for (const selector of ['[itemprop="articleBody"]', 'article', 'main', 'body']) {
    const found = document.querySelectorAll(selector)
    if (found.length === 1) return htmlText(found[0]!.innerHTML)
  }
  return ''
}

const onlyHeading = (document: PageDocument): string | undefined => {
  const headings = document.querySelectorAll('h1')
  return headings.length === 1 ? wordsOf(headings[0]!.textContent) : undefined
}

/** Takes the document apart. */
const mainText = (document: PageDocument): { readonly text: string; readonly title?: string } => {
  const found = new Readability(document as ConstructorParameters<typeof Readability>[0], {
    disableJSONLD: true
  }).parse()
  const title = wordsOf(found?.title ?? '')
  return { text: htmlText(found?.content ?? ''), ...(title !== undefined && { title }) }
}

const wordsOf = (text: string): string | undefined => {
  const words = text.replace(/\s+/g, ' ').trim()
  return words === '' ? undefined : words
}
