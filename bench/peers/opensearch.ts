import { OpenSearchClient } from '../open-search-client.js'
import type { Item, Peer } from './peer.js'

const BULK = 1000

/** An OpenSearch that runs, with its `norwegian` analyzer; it makes an index of its own there and removes it. */
export class OpenSearch implements Peer {
  readonly name = 'OpenSearch, norwegian'

  private readonly client: OpenSearchClient

  /** @param url such as `http://127.0.0.1:9201` */
  constructor(url: string) {
    this.client = new OpenSearchClient(url, 'nyhetssok-bench')
  }

  async load(items: readonly Item[]): Promise<void> {
    await this.client.create({
      settings: { number_of_shards: 1, number_of_replicas: 0 },
      mappings: { properties: { text: { type: 'text', analyzer: 'norwegian' } } }
    })
    for (let from = 0; from < items.length; from += BULK) {
      const lines = items
        .slice(from, from + BULK)
        .flatMap(({ id, text }) => [JSON.stringify({ index: { _id: id } }), JSON.stringify({ text })])
      await this.client.send('POST', '_bulk', `${lines.join('\n')}\n`)
    }
    await this.client.send('POST', '_refresh')
  }

  async search(query: string, size: number): Promise<string[]> {
    const { hits } = (await this.client.send('POST', '_search', {
      size,
      _source: false,
      query: { match: { text: query } }
    })) as { hits: { hits: { _id: string }[] } }
    return hits.hits.map(({ _id }) => _id)
  }

  close(): Promise<void> {
    return this.client.remove()
  }
}
