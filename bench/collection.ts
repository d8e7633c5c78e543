import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { IndexBuilder } from '../src/segment/index-builder.js'
import type { SearchIndex } from '../src/segment/search-index.js'

/** The records of a JSON Lines file, gzip or not. */
export async function* readJsonl<T>(file: string): AsyncGenerator<T> {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input })) if (line !== '') yield JSON.parse(line) as T
}

export const indexArticles = (articles: readonly { id: string; text: string }[]): Promise<SearchIndex> => {
  const builder = new IndexBuilder()
  for (const article of articles) builder.add(article)
  return builder.finish()
}
