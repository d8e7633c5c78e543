import { LRUCache } from 'lru-cache'
import type { StoredArticle } from './stored-article.js'

/** An article of the cluster, with its annotations and without. */
export interface CachedArticle {
  readonly withoutAnnotations: StoredArticle
  readonly withAnnotations: StoredArticle
}

/**
 * Articles that were read lately, with their readings decoded, by `articleKey`. They are the same in every generation
 * that has them.
 */
export type ArticleCache = LRUCache<string, CachedArticle>

/** Of 300 words each about 10,000. */
const DEFAULT_BYTES = 128 * 2 ** 20

/** @param bytes that they may take, about */
export const createArticleCache = (bytes = DEFAULT_BYTES): ArticleCache =>
  new LRUCache({ maxSize: bytes, sizeCalculation: bytesOf })

/** @param index of the articles, which is of one version of the analysis @param hash see `ArticleDocument` */
export const articleKey = (index: string, id: string, hash: string): string => `${index} ${hash} ${id}`

/** About: a token takes 11 bytes, a word of an article with its terms and letters 30, an object 500. */
const bytesOf = ({ withAnnotations: { article, reading, encodedAnnotations = '' } }: CachedArticle): number =>
  500 +
  2 * article.text.length +
  11 * reading.tokens.length +
  30 * reading.words.length +
  encodedAnnotations.length
