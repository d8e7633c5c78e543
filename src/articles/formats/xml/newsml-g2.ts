import { htmlText } from '../../text/html-text.js'
import type { XmlDialect } from './dialect.js'
import {
  childOf,
  childrenOf,
  descendantsOf,
  innerHtml,
  rawText,
  wordsOf,
  type XmlElement
} from './element.js'
import { nitfRecord, statusOf } from './nitf.js'

/** News items of the IPTC's NewsML-G2, alone or in a message. https://iptc.org/standards/newsml-g2/ */
export const newsMlG2: XmlDialect = {
  roots: ['newsMessage', 'newsItem'],
  records: ['newsItem'],
  read: (item) => {
    const meta = childOf(item, 'itemMeta')
    const content = childOf(item, 'contentMeta')
    const inner = contentRecord(item)
    const kind = childOf(meta, 'itemClass')?.attributes.qcode
    if (inner.text === undefined && kind !== undefined && !kind.endsWith(':text')) return kind
    return withoutBlank({
      id: item.attributes.guid,
      title: wordsOf(childOf(content, 'headline')) ?? wordsOf(childOf(meta, 'title')) ?? inner.title,
      published:
        wordsOf(childOf(content, 'contentCreated')) ??
        wordsOf(childOf(meta, 'firstCreated')) ??
        wordsOf(childOf(meta, 'versionCreated')) ??
        inner.published,
      embargoed: wordsOf(childOf(meta, 'embargoed')),
      status: statusOf(codeOf(childOf(meta, 'pubStatus'))),
      authors: listOr(
        childrenOf(content, 'by').map(wordsOf),
        listOr(childrenOf(content, 'creator').map(nameOf), inner.authors)
      ),
      source: nameOf(childOf(meta, 'provider')) ?? nameOf(childOf(content, 'infoSource')) ?? inner.source,
      tags: listOr(
        [...childrenOf(content, 'subject').map(nameOf), ...childrenOf(content, 'keyword').map(wordsOf)],
        inner.tags
      ),
      language: childOf(content, 'language')?.attributes.tag ?? item.attributes['xml:lang'] ?? inner.language,
      lead: inner.lead,
      text: inner.text
    })
  }
}

/** The text, as NITF, XHTML or plain text inside the item, and what NITF states beside it. */
const contentRecord = (item: XmlElement): Readonly<Record<string, unknown>> => {
  for (const { children } of childrenOf(childOf(item, 'contentSet'), 'inlineXML'))
    for (const child of children) {
      if (typeof child === 'string') continue
      const [document] = child.name.endsWith('nitf') ? [child] : descendantsOf(child, 'nitf')
      if (document) return nitfRecord(document)
      const body = child.name.endsWith('html') ? (childOf(child, 'body') ?? child) : child
      return { text: htmlText(innerHtml(body)) }
    }
  const data = childOf(item, 'contentSet', 'inlineData')
  return data ? { text: rawText(data).trim() } : {}
}

/** What a concept is called in this language or another, or else its literal value. */
const nameOf = (concept: XmlElement | undefined): string | undefined =>
  wordsOf(childrenOf(concept, 'name').find(isNorwegian) ?? childOf(concept, 'name')) ??
  concept?.attributes.literal

const isNorwegian = ({ attributes }: XmlElement): boolean => /^n[bno]\b/.test(attributes['xml:lang'] ?? '')

const codeOf = (element: XmlElement | undefined): string | undefined =>
  element?.attributes.qcode ?? element?.attributes.uri

const listOr = <T>(values: readonly (string | undefined)[], others: T): readonly string[] | T => {
  const stated = values.filter((value) => value !== undefined)
  return stated.length > 0 ? stated : others
}

const withoutBlank = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ''))
