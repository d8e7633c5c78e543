import { isDeepStrictEqual } from 'node:util'
import type { ArticleVersion } from '../engine/questions.js'
import { instantOf } from '../structures/dates.js'
import type { Followed, FoundArticle } from './alert.js'
import type { Newest } from './find-hits.js'

/** What a look at a query's articles finds out. */
export interface Comparison {
  /** The new and the changed ones, the newest first. */
  readonly fresh: readonly Pick<FoundArticle, 'id' | 'change'>[]
  /** What the alert knows from now on; what it knew where that is the same. */
  readonly followed: Followed
}

/**
 * Compares what a query finds with what it found before. An article that is not known is new, unless it is older than
 * all that were followed: it only took the place of one that went. What went is remembered, so that it is not new when
 * it comes back as it was.
 *
 * @param mostGone articles that are remembered though the query does not find them, at most
 */
export const compare = (before: Followed, { articles, isAll }: Newest, mostGone: number): Comparison => {
  const fresh: Pick<FoundArticle, 'id' | 'change'>[] = []
  for (const article of articles) {
    const { id, version } = article
    const known = before.seen.get(id)
    if (known === undefined && !isOlder(article, before.oldest)) fresh.push({ id, change: 'new' })
    else if (known !== undefined && known !== version) fresh.push({ id, change: 'changed' })
  }
  const found = followFrom({ articles, isAll })
  const gone = Array.from(before.seen).filter(([id]) => !found.seen.has(id))
  const followed = { ...found, seen: new Map([...found.seen, ...gone.slice(0, mostGone)]) }
  return { fresh, followed: isSame(followed, before) ? before : followed }
}

/** What an alert knows that has found nothing before. */
export const followFrom = ({ articles, isAll }: Newest): Followed => {
  const seen = new Map(articles.map(({ id, version }) => [id, version]))
  const last = isAll ? undefined : articles.at(-1)
  if (last === undefined) return { seen }
  const { id, publishedAt } = last
  return { seen, oldest: { id, ...(publishedAt !== undefined && { publishedAt }) } }
}

const isSame = (one: Followed, other: Followed): boolean => {
  const others = Array.from(other.seen).flat()
  return (
    one.seen.size === other.seen.size &&
    Array.from(one.seen)
      .flat()
      .every((value, at) => value === others[at]) &&
    isDeepStrictEqual(one.oldest, other.oldest)
  )
}

/** Does it come after the other one, in the order in which the engine lists them? Equal dates are listed by id. */
const isOlder = (article: ArticleVersion, other: Followed['oldest']): boolean => {
  if (other === undefined) return false
  const [one, two] = [timeOf(article), timeOf(other)]
  return one === two ? article.id > other.id : one < two
}

const timeOf = ({ publishedAt }: Pick<ArticleVersion, 'publishedAt'>): number =>
  publishedAt === undefined ? -Infinity : instantOf(publishedAt)
