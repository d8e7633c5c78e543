import { Client, errors } from '@opensearch-project/opensearch'
import { EngineError } from '../../engine.js'
import { SearchQueue, type SearchBody } from './search-queue.js'

/** Where the cluster is and how to connect to it. */
export interface ClusterOptions {
  /** Of one node or several, such as `https://search.example.org:9200`. Without user and password. */
  readonly urls: readonly string[]
  readonly user?: string | undefined
  readonly password?: string | undefined
  /** PEM of the authority that signed the cluster's certificate. */
  readonly ca?: string | undefined
  /** Milliseconds that one request may take. */
  readonly timeoutMs?: number
}

/** The fields of an answer that say whether it is complete. */
interface Shards {
  readonly timed_out?: boolean
  readonly _shards?: {
    readonly successful: number
    readonly total: number
    readonly failures?: readonly unknown[]
  }
  readonly error?: { readonly type: string; readonly reason: string }
  readonly status?: number
}

/** The status of an answer that the caller expects and handles. */
export interface ClusterAnswer<Body> {
  readonly status: number
  readonly body: Body
}

const TIMEOUT_MS = 10_000
const TOO_MANY_REQUESTS = 429
const UNAVAILABLE = new Set([502, 503, 504])

/** An OpenSearch cluster: requests in JSON, and what goes wrong as an `EngineError`. */
export class Cluster {
  private readonly client: Client
  private readonly queue = new SearchQueue((bodies) => this.sendSearches(bodies))

  constructor({ urls, user, password, ca, timeoutMs = TIMEOUT_MS }: ClusterOptions) {
    this.client = new Client({
      nodes: [...urls],
      // A node that does not answer is left out for a while, and another one is asked.
      maxRetries: urls.length > 1 ? urls.length : 1,
      requestTimeout: timeoutMs,
      ...(user !== undefined && { auth: { username: user, password: password ?? '' } }),
      ...(ca !== undefined && { ssl: { ca } })
    })
  }

  /**
   * @param expected statuses besides those below 300 that are no fault
   * @throws {EngineError} `cluster-unavailable`, `cluster-busy`
   */
  async send<Body>(
    method: string,
    path: string,
    body?: object | string,
    expected: readonly number[] = []
  ): Promise<ClusterAnswer<Body>> {
    try {
      const isLines = typeof body === 'string'
      const answer = await this.client.transport.request(
        { method, path, ...(body !== undefined && (isLines ? { bulkBody: body } : { body })) },
        { ignore: [...expected] }
      )
      return { status: answer.statusCode ?? 0, body: answer.body as Body }
    } catch (error) {
      throw clusterError(error)
    }
  }

  /**
   * @throws {EngineError} `cluster-unavailable`, also where not all shards have answered: an answer of some of them is
   * none; `generation-gone` where the point in time is no more
   */
  async search<Body>({ index, preference, body }: SearchBody): Promise<Body> {
    const where = index === undefined ? '/_search' : `/${index}/_search`
    const path = preference === undefined ? where : `${where}?preference=${preference}`
    const answer = await this.send<Body & Shards>('POST', path, body, [404])
    return completeAnswer(answer.body, answer.status)
  }

  /**
   * Several searches, in the order of their bodies; those that are asked for at the same time go in one request.
   *
   * @throws {EngineError} as `search`
   */
  async searches<Body>(bodies: readonly SearchBody[]): Promise<Body[]> {
    if (bodies.length === 0) return []
    const answers = (await this.queue.ask(bodies)) as readonly (Body & Shards)[]
    return answers.map((one) => completeAnswer(one, one.status))
  }

  private async sendSearches(bodies: readonly SearchBody[]): Promise<readonly unknown[]> {
    const lines = bodies.flatMap(({ body, ...where }) => [JSON.stringify(where), JSON.stringify(body)])
    const { body } = await this.send<{ responses: readonly unknown[] }>(
      'POST',
      '/_msearch',
      `${lines.join('\n')}\n`
    )
    return body.responses
  }

  async close(): Promise<void> {
    await this.client.close()
  }
}

/** The answer, where it is of all shards. */
const completeAnswer = <Body>(answer: Body & Shards, status = 200): Body => {
  const { error, _shards: shards } = answer
  if (error !== undefined)
    throw isContextMissing(error) ? generationGone() : refusal(error.type, error.reason, status)
  if (answer.timed_out === true) throw unavailable('The cluster did not finish the search in time.')
  if (shards !== undefined && (shards.successful < shards.total || shards.total === 0)) {
    if (isContextMissing(shards.failures)) throw generationGone()
    throw unavailable(`Of ${shards.total} shards of the index ${shards.successful} have answered.`)
  }
  return answer
}

const refusal = (type: string, reason: string, status: number, cause?: unknown): Error => {
  const options = { cause }
  if (status === TOO_MANY_REQUESTS || /rejected_execution|circuit_breaking/.test(type))
    return new EngineError('cluster-busy', 'The cluster has more to do than it can.', options)
  if (status === 401 || status === 403)
    return unavailable('The cluster refuses the user or the password of OPENSEARCH_USER.', options)
  if (
    UNAVAILABLE.has(status) ||
    /all_shards_failed|search_phase|no_shard|cluster_block|not_connected/.test(type)
  )
    return unavailable(`The cluster cannot search all shards of the index (${type}).`, options)
  return new Error(`OpenSearch: ${status} ${type}: ${reason}`, options)
}

/** Is the point in time no more, or a part of it, or its index? Nodes forget points in time when they stop. */
const isContextMissing = (failures: unknown): boolean =>
  /search_context_missing|index_not_found/.test(JSON.stringify(failures ?? ''))

const generationGone = (): EngineError =>
  new EngineError('generation-gone', 'The point in time of this generation is no more.')

const unavailable = (message: string, options?: ErrorOptions): EngineError =>
  new EngineError('cluster-unavailable', message, options)

interface ErrorBody {
  readonly error?: { readonly type?: string; readonly reason?: string } | string
}

/** The engine's error for an error of the client; without addresses, which may hold secrets. */
const clusterError = (error: unknown): Error => {
  if (error instanceof errors.ResponseError) {
    const { error: failure } = error.body as ErrorBody
    if (isContextMissing(failure)) return generationGone()
    const { type = '', reason = '' } = typeof failure === 'object' ? failure : { reason: failure ?? '' }
    return refusal(type, reason, error.statusCode, error)
  }
  if (error instanceof errors.TimeoutError)
    return unavailable('The cluster did not answer in time.', { cause: error })
  if (error instanceof errors.ConnectionError || error instanceof errors.NoLivingConnectionsError)
    return unavailable('The cluster cannot be reached.', { cause: error })
  return error as Error
}
