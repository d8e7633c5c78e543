import type { Article } from '../../segment/read-article.js'
import { decodeTold, TELLS_NOTHING, type Told } from './names/told.js'
import type { StoredReading } from './stored-reading.js'

/** An article as the cluster has it. */
export interface StoredArticle {
  readonly article: Article
  readonly reading: StoredReading
  /** See `encodeTold`; absent where nobody asked for names. */
  readonly told?: string
}

const tellings = new WeakMap<StoredArticle, Told>()

/** What an article tells of names, decoded once; nothing where nobody asked for it. */
export const toldBy = (stored: StoredArticle): Told => {
  if (stored.told === undefined) return TELLS_NOTHING
  const known = tellings.get(stored) ?? decodeTold(stored.told)
  tellings.set(stored, known)
  return known
}
