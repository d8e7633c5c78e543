import { Refusal } from './refusal.js'

/** No news article comes near it; what does is something else, and might not fit in memory. */
export const MAX_ARTICLE_BYTES = 16 * 1024 * 1024

/** The refusal of a text file, or a line of JSON, above the limit. */
export function tooLarge(): Refusal {
  return new Refusal('The article is larger than 16 MiB: split it, or put each article on a line of its own')
}
