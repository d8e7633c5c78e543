import type { Notice } from '../../article.js'
import { plainKey, type FactNames } from '../../facts/fact-names.js'
import { parseFacts, type StatedFacts } from '../../facts/stated-facts.js'
import { isWebAddress } from '../../facts/values.js'
import { htmlText, looksLikeHtml } from '../../text/html-text.js'
import type { PageDocument } from './dom.js'

export interface PageFacts {
  readonly facts: StatedFacts
  /** The text as the JSON-LD has it; empty where it has none. */
  readonly body: string
  readonly notices: readonly Notice[]
}

type Stated = Readonly<Record<string, unknown>>

/**
 * What a page states of its article: in JSON-LD as a schema.org `NewsArticle` or the like, else in microdata or
 * microformats, else in meta tags.
 *
 * @throws {Withheld} where it says that it is not to be shown, or not now
 */
export const pageFacts = (document: PageDocument, names: FactNames): PageFacts => {
  const { article, notices } = jsonLd(document)
  const layers = [
    around(document),
    metaTags(document, names),
    microformats(document),
    microdata(document),
    article
  ]
  const read = layers.map((layer) => parseFacts(known(layer, names), { names }))
  const { articleBody } = article
  const body = typeof articleBody === 'string' ? articleBody : ''
  return {
    facts: Object.assign({}, ...read.map(({ facts }) => facts)) as StatedFacts,
    body: looksLikeHtml(body) ? htmlText(body) : body,
    notices: [...notices, ...read.flatMap((layer) => layer.notices)]
  }
}

/** Pages have many tags that are no facts. */
const known = (stated: Stated, names: FactNames): Stated =>
  Object.fromEntries(
    Object.entries(stated).filter(([key]) => names.has(plainKey(key)) && plainKey(key) !== 'id')
  )

const ARTICLE_TYPE = /Article$|^(?:BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/

const jsonLd = (document: PageDocument): { article: Stated; notices: readonly Notice[] } => {
  const notices: Notice[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const article = articleIn(JSON.parse(script.textContent))
      if (article) return { article, notices }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      const reason = `The JSON-LD of the page is broken (${error.message}), so its facts are ignored: fix it`
      notices.push({ kind: 'fact', reason })
    }
  }
  return { article: {}, notices }
}

/** The article itself, the first of a list, or in a graph. */
const articleIn = (value: unknown): Stated | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return firstOf(value)
  const node = value as Stated
  if ([node['@type']].flat().some((type) => ARTICLE_TYPE.test(String(type)))) return node
  return firstOf([node['@graph'], node.mainEntity])
}

const firstOf = (values: readonly unknown[]): Stated | undefined => {
  for (const value of values) {
    const article = articleIn(value)
    if (article) return article
  }
  return undefined
}

/** Properties of an article in microdata, each with what it says. */
const microdata = (document: PageDocument): Stated => {
  const valuesOf = (property: string): string[] =>
    [...document.querySelectorAll(`[itemprop~="${property}"]`)].flatMap((element) => {
      const name = element.querySelector('[itemprop="name"]') ?? element
      const stated = ['content', 'datetime'].map((attribute) => name.getAttribute(attribute))
      return stated.find((value) => value !== null) ?? name.textContent
    })
  const properties = ['headline', 'datePublished', 'author', 'publisher', 'keywords', 'inLanguage']
  return Object.fromEntries(
    properties.map((property) => [property, valuesOf(property)]).filter(([, values]) => values!.length > 0)
  ) as Stated
}

/** An entry of microformats, as IndieWeb sites and exports of Medium have it. https://microformats.org/wiki/h-entry */
const microformats = (document: PageDocument): Stated => {
  const entries = document.querySelectorAll('.h-entry')
  if (entries.length !== 1) return {}
  const valuesOf = (selector: string, attribute?: string): string[] =>
    [...entries[0]!.querySelectorAll(selector)].map(
      (element) => (attribute && element.getAttribute(attribute)) ?? element.textContent
    )
  const stated = {
    headline: valuesOf('.p-name').slice(0, 1),
    datePublished: valuesOf('.dt-published', 'datetime').slice(0, 1),
    author: valuesOf('.p-author'),
    keywords: valuesOf('.p-category'),
    url: valuesOf('.p-canonical, .u-url', 'href').filter(isWebAddress).slice(0, 1)
  }
  return Object.fromEntries(Object.entries(stated).filter(([, values]) => values.length > 0))
}

const metaTags = (document: PageDocument, names: FactNames): Stated => {
  const stated: Record<string, string[]> = {}
  for (const tag of document.querySelectorAll('meta[content]')) {
    const key = tag.getAttribute('property') ?? tag.getAttribute('name')
    const content = tag.getAttribute('content')?.trim()
    if (key === null || content === undefined || content === '') continue
    const facts = names.get(plainKey(key))?.map(({ fact }) => fact) ?? []
    // `article:author` is often an address, and a date that is no date (`date=…` of a script) no news.
    if (facts.includes('authors') && isWebAddress(content)) continue
    ;(stated[key] ??= []).push(content)
  }
  return Object.fromEntries(
    Object.entries(stated).map(([key, values]) => [key, values.length > 1 ? values : values[0]])
  )
}

/** What stands in the tags of the document itself. */
const around = (document: PageDocument): Stated => {
  const language = document.documentElement.getAttribute('lang')
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  return { ...(language && { language }), ...(url && { url }) }
}
