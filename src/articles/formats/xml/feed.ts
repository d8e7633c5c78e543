import { idFromPath } from '../../article-id.js'
import type { XmlDialect } from './dialect.js'
import { childNamed, childOf, childrenOf, innerHtml, rawText, wordsOf, type XmlElement } from './element.js'
import { isWordPress, wordPressPost } from './wordpress.js'

/** RSS 0.9 to 2.0, and WordPress's exports, which are RSS with more in it. https://www.rssboard.org/rss-specification */
export const rss: XmlDialect = {
  roots: ['rss', 'RDF'],
  records: ['item'],
  read: (item, around) => {
    const channel = childrenOf(around[0], 'channel')[0] ?? around.at(-1)
    if (isWordPress(item)) return wordPressPost(item, channel)
    const link = wordsOf(childOf(item, 'link'))
    const title = wordsOf(childNamed(item, 'title'))
    return {
      id: idOf(wordsOf(childOf(item, 'guid')) ?? link),
      title,
      published: wordsOf(childrenOf(item, 'pubDate', 'date', 'published')[0]),
      authors: childrenOf(item, 'creator').concat(childrenOf(item, 'author')).map(authorName),
      tags: childrenOf(item, 'category', 'subject').map(wordsOf),
      source: wordsOf(childNamed(item, 'source')) ?? wordsOf(childNamed(channel ?? item, 'title')),
      language: wordsOf(childOf(channel, 'language')),
      url: link,
      text:
        // A short report may be a title alone.
        rawOf(childNamed(item, 'content:encoded') ?? childOf(item, 'encoded')) ??
        rawOf(childOf(item, 'description')) ??
        title
    }
  }
}

/** https://www.rfc-editor.org/rfc/rfc4287 */
export const atom: XmlDialect = {
  roots: ['feed', 'entry'],
  records: ['entry'],
  read: (entry, [feed]) => {
    const links = childrenOf(entry, 'link')
    const link = links.find(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
    const authors = childrenOf(entry, 'author')
    const title = wordsOf(childOf(entry, 'title'))
    return {
      id: idOf(wordsOf(childOf(entry, 'id')) ?? link?.attributes.href),
      title,
      published: wordsOf(childrenOf(entry, 'published', 'issued', 'created')[0] ?? childOf(entry, 'updated')),
      authors: (authors.length > 0 ? authors : childrenOf(feed, 'author')).map((author) =>
        wordsOf(childOf(author, 'name'))
      ),
      tags: childrenOf(entry, 'category').map(({ attributes: { label, term } }) => label ?? term),
      source: wordsOf(childOf(entry, 'source', 'title')) ?? wordsOf(childOf(feed, 'title')),
      language: entry.attributes['xml:lang'] ?? feed?.attributes['xml:lang'],
      url: link?.attributes.href,
      text: contentOf(childOf(entry, 'content')) ?? contentOf(childOf(entry, 'summary')) ?? title
    }
  }
}

const contentOf = (content: XmlElement | undefined): string | undefined =>
  content?.attributes.type === 'xhtml' ? said(innerHtml(content)) : rawOf(content)

const rawOf = (element: XmlElement | undefined): string | undefined => element && said(rawText(element))

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** `red@avis.no (Kari Moe)` → `Kari Moe`, as RSS has it. */
const authorName = (author: XmlElement): string | undefined =>
  /^\S+@\S+\s*\((.*)\)$/.exec(wordsOf(author) ?? '')?.[1] ?? wordsOf(author)

/** `https://www.avis.no/2019/leder/` → `avis.no-2019-leder` */
const idOf = (stated: string | undefined): string | undefined =>
  stated === undefined
    ? undefined
    : idFromPath(stated.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/+$/, ''))
