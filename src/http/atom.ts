import { create } from 'xmlbuilder2'
import type { Hit } from '../engine/questions.js'
import { instantOf } from '../structures/dates.js'

/** As much of a hit as a feed shows. */
export interface FeedHit extends Pick<
  Hit,
  'id' | 'title' | 'language' | 'publishedAt' | 'source' | 'authors' | 'tags' | 'url'
> {
  readonly snippets: readonly Pick<Hit['snippets'][number], 'html'>[]
  /** When it came into the feed, ISO 8601: what Atom has as `updated` where the article states no date. */
  readonly foundAt: string
}

/** The articles that a feed shows, with absolute URLs. */
export interface Feed {
  readonly title: string
  /** This feed. */
  readonly self: string
  /** The same result as a page for people. */
  readonly page: string
  /** When there was nothing in it yet, ISO 8601. */
  readonly since: string
  /** Newest first. */
  readonly hits: readonly FeedHit[]
  /** What the URLs of articles begin with. */
  readonly origin: string
}

/** The media type of a feed. */
export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

const LANGUAGE_TAGS: Readonly<Record<Hit['language'], string | undefined>> = {
  nb: 'nb',
  nn: 'nn',
  und: undefined
}

/** https://www.rfc-editor.org/rfc/rfc4287 */
export const atomOf = ({ title, self, page, since, hits, origin }: Feed): string =>
  xmlOf({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      id: self,
      title,
      updated: hits.length === 0 ? since : hits.map(updatedOf).reduce((a, b) => (a > b ? a : b)),
      author: { name: 'Nyhetssøk' },
      link: [linkTo('self', 'application/atom+xml', self), linkTo('alternate', 'text/html', page)],
      entry: hits.map((hit) => entryOf(hit, urlsOf(origin, hit.id)))
    }
  })

/**
 * Characters that XML cannot hold, such as most control characters, become U+FFFD. The builder decodes entities in a
 * text, and does not encode again what then still looks like one: with `&` encoded twice every text stands for itself.
 */
export const xmlOf = (document: object): string =>
  create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' }, literally(document)).end()

const literally = (document: object): object =>
  JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('&', '&amp;amp;') : value
  ) as object

const entryOf = (hit: FeedHit, urls: ReturnType<typeof urlsOf>): object => {
  const language = LANGUAGE_TAGS[hit.language]
  const authors = hit.authors ?? (hit.source === undefined ? [] : [hit.source])
  return {
    ...(language !== undefined && { '@xml:lang': language }),
    id: urls.data,
    title: hit.title,
    updated: updatedOf(hit),
    ...(hit.publishedAt !== undefined && { published: updatedOf(hit) }),
    author: authors.map((name) => ({ name })),
    category: (hit.tags ?? []).map((tag) => ({ '@term': tag })),
    link: [
      linkTo('alternate', 'text/html', hit.url ?? urls.page),
      linkTo('related', 'application/json', urls.data)
    ],
    summary: { '@type': 'html', '#': hit.snippets.map(({ html }) => html).join(' … ') }
  }
}

/** Where the service answers about an article, and where its page shows it. */
const urlsOf = (origin: string, id: string) => ({
  data: `${origin}/v1/articles/${id}`,
  page: `${origin}/?article=${id}`
})

const updatedOf = ({ publishedAt, foundAt }: FeedHit): string =>
  publishedAt === undefined ? foundAt : new Date(instantOf(publishedAt)).toISOString()

const linkTo = (rel: string, type: string, href: string): object => ({
  '@rel': rel,
  '@type': type,
  '@href': href
})
