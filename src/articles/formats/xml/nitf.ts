import { htmlText } from '../../text/html-text.js'
import type { XmlDialect } from './dialect.js'
import { childOf, childrenOf, descendantsOf, innerHtml, wordsOf, type XmlElement } from './element.js'
import { wordSet } from '../../../structures/word-list.js'

/** The News Industry Text Format of the IPTC, as Norwegian agencies deliver it. https://iptc.org/standards/nitf/ */
export const nitf: XmlDialect = {
  roots: ['nitf'],
  records: ['nitf'],
  read: (document) => nitfRecord(document)
}

export const nitfRecord = (document: XmlElement): Readonly<Record<string, unknown>> => {
  const head = childOf(document, 'head')
  const data = childOf(head, 'docdata')
  const top = childOf(document, 'body', 'body.head')
  const content = childOf(document, 'body', 'body.content')
  const attribute = (element: string, name: string): string | undefined =>
    childOf(data, element)?.attributes[name]
  return {
    id: attribute('doc-id', 'id-string'),
    title: wordsOf(childOf(top, 'hedline', 'hl1')) ?? wordsOf(childOf(head, 'title')),
    published:
      attribute('date.release', 'norm') ??
      attribute('date.issue', 'norm') ??
      publication(head) ??
      storyDate(top) ??
      timestamp(head),
    expires: attribute('date.expire', 'norm'),
    status: statusOf(data?.attributes['management-status']),
    authors: childrenOf(top, 'byline').flatMap(bylineNames),
    source:
      wordsOf(childOf(top, 'distributor')) ??
      wordsOf(childOf(top, 'rights', 'rights.owner')) ??
      attribute('doc.copyright', 'holder') ??
      attribute('doc-id', 'regsrc'),
    tags: [
      ...descendantsOf(data ?? document, 'keyword').map(({ attributes: { key } }) => key),
      ...childrenOf(childOf(head, 'tobject'), 'tobject.subject').map(
        ({ attributes }) => attributes['tobject.subject.matter'] ?? attributes['tobject.subject.type']
      )
    ],
    language: document.attributes['xml:lang'] ?? childOf(document, 'body')?.attributes['xml:lang'],
    lead: joined([wordsOf(childOf(top, 'hedline', 'hl2')), blockText(childOf(top, 'abstract'))]),
    text: blockText(content)
  }
}

const joined = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined && text !== '').join('\n\n') || undefined

/** Elements that stand within a line; others are blocks, such as headings, captions and credits. */
const WITHIN_LINES = wordSet(`
  alt-code chron city copyrite country event fraction function location money name.family name.given num
  num-string object.title org person postaddr pronounce q region state sublocation virtloc
`)

const blockText = (element: XmlElement | undefined): string | undefined =>
  element && htmlText(innerHtml(element, (name) => (WITHIN_LINES.has(name) ? 'span' : name)))

/** `<byline>Av <person>Kari Moe</person>, NTB</byline>` → `Kari Moe` */
const bylineNames = (byline: XmlElement): readonly (string | undefined)[] => {
  const people = descendantsOf(byline, 'person')
  return people.length > 0 ? people.map(wordsOf) : [wordsOf(byline)]
}

const publication = (head: XmlElement | undefined): string | undefined =>
  childOf(head, 'pubdata')?.attributes['date.publication']

/** `<dateline><story.date norm="20191128T101500Z">28. november</story.date></dateline>` */
const storyDate = (top: XmlElement | undefined): string | undefined =>
  top && descendantsOf(top, 'story.date')[0]?.attributes.norm

/** NTB's: `<meta name="timestamp" content="2019.11.28 10:15:00"/>` */
const timestamp = (head: XmlElement | undefined): string | undefined =>
  childrenOf(head, 'meta').find(({ attributes: { name } }) => name === 'timestamp')?.attributes.content

/** What is withheld or withdrawn is not public. */
export const statusOf = (stated: string | undefined): string | undefined =>
  stated !== undefined && /embargoed|withheld|cancell?ed|killed|spiked/i.test(stated) ? 'withheld' : undefined
