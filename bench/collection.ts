import { IndexBuilder } from '../src/segment/index-builder.js'
import type { SearchIndex } from '../src/segment/search-index.js'

export const indexArticles = (articles: readonly { id: string; text: string }[]): Promise<SearchIndex> => {
  const builder = new IndexBuilder()
  for (const article of articles) builder.add(article)
  return builder.finish()
}
