import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { OpenSearchClient } from '../open-search-client.js'
import type { Asked } from './load.js'

/** Articles of one bulk request. */
const BULK = 500
/** Bulk requests at the same time. */
const WRITERS = 4

/** A real OpenSearch with its `norwegian` analyser, one shard. @see https://docs.opensearch.org/latest/analyzers/ */
export class ScaleOpenSearch {
  private readonly client: OpenSearchClient

  /** @param url such as `http://127.0.0.1:9201` */
  constructor(readonly url: string) {
    this.client = new OpenSearchClient(url, 'nyhetssok-scale')
  }

  /** Indexes a file of articles. @returns seconds until all can be searched */
  async index(file: string): Promise<number> {
    const text = { type: 'text', analyzer: 'norwegian' }
    await this.client.create({
      settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '-1' },
      mappings: { properties: { title: text, text } }
    })
    const start = performance.now()
    const sending = new Set<Promise<unknown>>()
    const flush = async (lines: readonly string[]): Promise<void> => {
      if (sending.size >= WRITERS) await Promise.race(sending)
      const sent = this.client
        .send('POST', '_bulk', `${lines.join('\n')}\n`)
        .finally(() => sending.delete(sent))
      sending.add(sent)
    }
    let lines: string[] = []
    for await (const line of createInterface({ input: createReadStream(file) })) {
      lines.push('{"index":{}}', line)
      if (lines.length < 2 * BULK) continue
      await flush(lines)
      lines = []
    }
    if (lines.length > 0) await flush(lines)
    await Promise.all(sending)
    await this.client.send('POST', '_refresh')
    return (performance.now() - start) / 1000
  }

  /** All words must match; ten hits with a fragment each. */
  searchFor(q: string): Asked {
    const body = {
      size: 10,
      _source: ['title'],
      query: { match: { text: { query: q, operator: 'and' } } },
      highlight: { fields: { text: { number_of_fragments: 1, fragment_size: 200 } } }
    }
    return { path: `/${this.client.index}/_search`, body: JSON.stringify(body) }
  }

  /** Resident memory of the process in MB; undefined where it runs on another machine, or another system. */
  async memoryMB(): Promise<number | undefined> {
    const { nodes } = (await this.client.send('GET', '/_nodes/process')) as {
      readonly nodes: Readonly<Record<string, { readonly process: { readonly id: number } }>>
    }
    const id = Object.values(nodes)[0]?.process.id
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
    const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000
  }

  remove(): Promise<void> {
    return this.client.remove()
  }
}
