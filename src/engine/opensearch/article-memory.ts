import { LRUCache } from 'lru-cache'
import type { StoredArticle } from './stored-article.js'

/** An article of the cluster, with what it tells of names and without. */
export interface RememberedArticle {
  readonly bare: StoredArticle
  readonly named: StoredArticle
}

/**
 * Articles that were read lately, with their readings decoded, by `articleKey`. They are the same in every generation
 * that has them.
 */
export type ArticleMemory = LRUCache<string, RememberedArticle>

/** Of 300 words each about 10,000. */
const DEFAULT_BYTES = 128 * 2 ** 20

/** @param bytes that they may take, about */
export const createArticleMemory = (bytes = DEFAULT_BYTES): ArticleMemory =>
  new LRUCache({ maxSize: bytes, sizeCalculation: bytesOf })

/** @param index of the articles, which is of one version of the analysis @param hash see `ArticleDocument` */
export const articleKey = (index: string, id: string, hash: string): string => `${index} ${hash} ${id}`

/** About: a token takes 11 bytes, a word of an article with its terms and letters 30, an object 500. */
const bytesOf = ({ named: { article, reading, told = '' } }: RememberedArticle): number =>
  500 + 2 * article.text.length + 11 * reading.tokens.length + 30 * reading.words.length + told.length
