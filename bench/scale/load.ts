import { Agent, request } from 'node:http'

/** One request of a load. */
export interface Asked {
  readonly path: string
  /** JSON that is posted; absent: GET. */
  readonly body?: string
}

/** What a load met: latencies in milliseconds, of answers with status 200. */
export interface Measured {
  readonly requestsPerSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** Answers of another status, and broken connections. */
  readonly failed: number
}

export interface LoadOptions {
  /** Each asks one request after the other, over a connection of its own. */
  readonly clients: number
  readonly seconds: number
  /** So many requests in all, at most. */
  readonly most?: number
}

/**
 * Lets clients ask a service: each request once and in order, and from the first one again where they are used up.
 * autocannon, which `bench:latency` uses, measures in whole milliseconds: too coarse to compare engines by.
 */
export const loadOf = async (
  base: string,
  requests: readonly Asked[],
  { clients, seconds, most = Infinity }: LoadOptions
): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const latencies: number[] = []
  let [next, failed] = [0, 0]
  const start = performance.now()
  const end = start + seconds * 1000
  const client = async (): Promise<void> => {
    while (performance.now() < end && next < most) {
      const asked = requests[next++ % requests.length]!
      const before = performance.now()
      const isGood = await send(base, asked, agent).catch(() => false)
      if (isGood) latencies.push(performance.now() - before)
      else failed++
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const elapsed = (performance.now() - start) / 1000
  agent.destroy()
  return { requestsPerSecond: latencies.length / elapsed, ...percentiles(latencies), failed }
}

/** Reads the whole answer. @returns whether its status is 200 */
const send = (base: string, { path, body }: Asked, agent: Agent): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = request(new URL(path, base), { agent, headers, method: body === undefined ? 'GET' : 'POST' })
    sent.on('response', (response) => {
      response.on('end', () => {
        resolve(response.statusCode === 200)
      })
      response.on('error', reject)
      response.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })

export const percentiles = (latencies: readonly number[]): Pick<Measured, 'p50' | 'p99' | 'max'> => {
  const sorted = [...latencies].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) ?? NaN }
}
