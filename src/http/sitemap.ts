import type { Hit } from '../engine/questions.js'
import { xmlOf } from './atom.js'

/** https://www.sitemaps.org/protocol.html: a file has so many addresses at most. */
export const MOST_ADDRESSES = 50_000

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The parts of a sitemap of `total` articles, from 1; undefined where it is one file. */
export const partsOf = (total: number, most = MOST_ADDRESSES): readonly number[] | undefined =>
  total <= most ? undefined : Array.from({ length: Math.ceil(total / most) }, (_, i) => i + 1)

/** A sitemap that names its parts. */
export const sitemapIndex = (origin: string, parts: readonly number[]): string =>
  xmlOf({
    sitemapindex: {
      '@xmlns': NAMESPACE,
      sitemap: parts.map((part) => ({ loc: `${origin}/sitemap.xml?part=${part}` }))
    }
  })

/** The addresses at which people read articles. */
export async function* urlSet(
  origin: string,
  portions: AsyncIterable<readonly Hit[]>
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n`
  for await (const hits of portions) if (hits.length > 0) yield hits.map((hit) => urlOf(origin, hit)).join('')
  yield '</urlset>\n'
}

/** Ids have no letter that XML escapes. Of a time the day is given, as the protocol takes none without its offset. */
const urlOf = (origin: string, { id, publishedAt }: Pick<Hit, 'id' | 'publishedAt'>): string => {
  const date = publishedAt === undefined ? '' : `<lastmod>${publishedAt.slice(0, 10)}</lastmod>`
  return `<url><loc>${origin}/?article=${encodeURIComponent(id)}</loc>${date}</url>\n`
}
