import { Withheld } from '../../refusal.js'
import { childNamed, childrenOf, rawText, wordsOf, type XmlElement } from './element.js'

/** What a WordPress site keeps in its table of posts beside articles. */
const NO_ARTICLES =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*)$/

/** Is an item of RSS one of an export of WordPress (WXR)? */
export const isWordPress = (item: XmlElement): boolean => childNamed(item, 'wp:post_type') !== undefined

/**
 * A post or page of an export. The channel tells what its authors, named by their logins, are called.
 *
 * @returns the type of what is no article: `attachment`
 * @throws {Withheld} where it is protected by a password
 */
export const wordPressPost = (
  item: XmlElement,
  channel: XmlElement | undefined
): Readonly<Record<string, unknown>> | string => {
  const stated = (name: string): string | undefined => wordsOf(childNamed(item, name))
  const type = stated('wp:post_type') ?? ''
  if (NO_ARTICLES.test(type)) return type
  if (stated('wp:post_password') !== undefined)
    throw new Withheld('It is protected by a password: take that away to serve it', item.line)
  const content = childNamed(item, 'content:encoded')
  const excerpt = childNamed(item, 'excerpt:encoded')
  const text = content && wordPressText(rawText(content))
  return {
    id: slugOf(stated('wp:post_name')) ?? stated('wp:post_id'),
    title: stated('title'),
    status: stated('wp:status'),
    published: dateOf(stated('wp:post_date')) ?? stated('pubDate'),
    authors: childrenOf(item, 'creator').map((creator) => displayName(wordsOf(creator), channel)),
    tags: childrenOf(item, 'category').map(wordsOf),
    source: channel && wordsOf(childNamed(channel, 'title')),
    language: channel && wordsOf(childNamed(channel, 'language')),
    url: stated('link'),
    text: text === undefined || text.trim() === '' ? excerpt && wordPressText(rawText(excerpt)) : text
  }
}

/** A draft has no date: `0000-00-00 00:00:00`. */
const dateOf = (stated: string | undefined): string | undefined =>
  stated === undefined || stated.startsWith('0000') ? undefined : stated

/** `bl%c3%a5b%c3%a6r` → `blåbær` */
const slugOf = (stated: string | undefined): string | undefined => {
  try {
    return stated === undefined ? undefined : decodeURIComponent(stated)
  } catch {
    return stated
  }
}

const displayName = (login: string | undefined, channel: XmlElement | undefined): string | undefined => {
  const author = childrenOf(channel, 'author').find(
    (each) => wordsOf(childNamed(each, 'wp:author_login')) === login
  )
  return (author && wordsOf(childNamed(author, 'wp:author_display_name'))) ?? login
}

/** A shortcode with attributes, one that is closed, or one of WordPress's own: `[gallery ids="1"]`, `[/caption]`. */
const SHORTCODE =
  /\[(?:\/[a-z][\w-]*|[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]"']+))+\s*\/?|(?:gallery|caption|embed|video|audio|playlist)\s*\/?)\]/gi

/** `[row]` where `[/row]` is there too: it has no attributes. */
const withoutClosed = (content: string): string => {
  const closed = new Set(
    [...content.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name]) => name!.toLowerCase())
  )
  if (closed.size === 0) return content
  return content.replace(/\[([a-z][\w-]*)\]/gi, (tag, name: string) =>
    closed.has(name.toLowerCase()) ? '\n\n' : tag
  )
}

/** An address on a line of its own: a film, a picture or a post is shown in its place. */
const EMBEDDED = /^[ \t]*https?:\/\/\S+[ \t]*$/gm

/**
 * The content of a post as HTML. Older posts have no tags for paragraphs: a blank line parts them, and a line ends a
 * line, as WordPress shows them.
 */
export const wordPressText = (content: string): string => {
  const html = withoutClosed(content.replace(/\r\n?/g, '\n')).replace(SHORTCODE, '\n\n').replace(EMBEDDED, '')
  if (/<p[\s>]|<!-- wp:/i.test(html)) return html.replace(/\n[ \t]*\n\s*(?![<\s])/g, '\n\n<p>')
  return `<p>${html
    .trim()
    .replace(/\n[ \t]*\n\s*/g, '</p><p>')
    .replaceAll('\n', '<br>')}</p>`
}
