/** One index of an OpenSearch that runs, over its REST API. @see https://docs.opensearch.org/latest/api-reference/ */
export class OpenSearchClient {
  /** @param url such as `http://127.0.0.1:9201` */
  constructor(
    readonly url: string,
    readonly index: string
  ) {}

  /**
   * @param path below the index: `_refresh`; of another place where it begins with `/`
   * @param body an object, sent as JSON, or lines of JSON
   * @throws {Error} where it answers with an error, or refuses a line
   */
  async send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(new URL(path.startsWith('/') ? path : `/${this.index}/${path}`, this.url), {
      method,
      headers: { 'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    const answer = (await response.json()) as { readonly errors?: boolean }
    if (answer.errors === true) throw new Error('OpenSearch refused some of the articles.')
    return answer
  }

  /** Makes the index anew, empty. */
  async create(definition: object): Promise<void> {
    await this.remove()
    await this.send('PUT', `/${this.index}`, definition)
  }

  /** Also where there is none. */
  async remove(): Promise<void> {
    await fetch(new URL(this.index, this.url), { method: 'DELETE' })
  }
}
