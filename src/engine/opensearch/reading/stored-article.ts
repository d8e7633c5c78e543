import type { Article } from '../../../segment/read-article.js'
import { decodeAnnotations, NO_ANNOTATIONS, type ArticleAnnotations } from '../names/article-annotations.js'
import type { StoredReading } from '../layout/stored-reading.js'

/** An article as the cluster has it. */
export interface StoredArticle {
  readonly article: Article
  readonly reading: StoredReading
  /** See `encodeAnnotations`; absent where they were not requested. */
  readonly encodedAnnotations?: string
}

const decoded = new WeakMap<StoredArticle, ArticleAnnotations>()

/** The annotations of an article, decoded once; none where they were not requested. */
export const storedAnnotations = (stored: StoredArticle): ArticleAnnotations => {
  if (stored.encodedAnnotations === undefined) return NO_ANNOTATIONS
  const known = decoded.get(stored) ?? decodeAnnotations(stored.encodedAnnotations)
  decoded.set(stored, known)
  return known
}
