import type { Item, Peer } from './peer.js'

const INDEX = 'nyhetssok-bench'
const BULK = 1000

/** An OpenSearch that runs, with its `norwegian` analyzer; it makes an index of its own there and removes it. */
export class OpenSearch implements Peer {
  readonly name = 'OpenSearch, norwegian'

  /** @param url such as `http://127.0.0.1:9201` */
  constructor(private readonly url: string) {}

  async load(items: readonly Item[]): Promise<void> {
    await this.close()
    await this.send('PUT', INDEX, {
      settings: { number_of_shards: 1, number_of_replicas: 0 },
      mappings: { properties: { text: { type: 'text', analyzer: 'norwegian' } } }
    })
    for (let from = 0; from < items.length; from += BULK) {
      const lines = items
        .slice(from, from + BULK)
        .flatMap(({ id, text }) => [JSON.stringify({ index: { _id: id } }), JSON.stringify({ text })])
      const { errors } = (await this.send('POST', `${INDEX}/_bulk`, `${lines.join('\n')}\n`)) as {
        errors: boolean
      }
      if (errors) throw new Error('OpenSearch refused some of the articles.')
    }
    await this.send('POST', `${INDEX}/_refresh`)
  }

  async search(query: string, size: number): Promise<string[]> {
    const { hits } = (await this.send('POST', `${INDEX}/_search`, {
      size,
      _source: false,
      query: { match: { text: query } }
    })) as { hits: { hits: { _id: string }[] } }
    return hits.hits.map(({ _id }) => _id)
  }

  async close(): Promise<void> {
    await fetch(new URL(INDEX, this.url), { method: 'DELETE' })
  }

  private async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: { 'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}
