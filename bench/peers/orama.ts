import { create, insertMultiple, search, type AnyOrama } from '@orama/orama'
import { stemmer } from '@orama/stemmers/norwegian'
import { stopwords } from '@orama/stopwords/norwegian'
import type { Item, Peer } from './peer.js'

/** Orama with its own stemmer and stop words for Norwegian. */
export class Orama implements Peer {
  readonly name = 'Orama'
  private index: AnyOrama | undefined

  async load(items: readonly Item[]): Promise<void> {
    this.index = create({
      schema: { text: 'string' },
      components: {
        tokenizer: { language: 'norwegian', stemming: true, stemmer, stopWords: stopwords }
      }
    })
    await insertMultiple(this.index, [...items], 500)
  }

  async search(query: string, size: number): Promise<string[]> {
    const { hits } = await search(this.index!, { term: query, limit: size, threshold: 1 })
    return hits.map(({ id }) => id)
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
