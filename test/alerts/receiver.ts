import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { on } from 'node:events'
import type { Test } from 'tap'

export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  /** All that was posted. */
  readonly received: readonly Received[]
  /** The next that is posted, or was and has not been asked for. */
  readonly next: () => Promise<Received>
}

/** Takes what is posted to it on loopback. @param statuses of its answers, in turn; then 204 */
export const startReceiver = async (
  t: Test,
  statuses: readonly number[] = [],
  headers: Record<string, string> = {}
): Promise<Receiver> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      response.writeHead(statuses[received.length] ?? 204, headers).end()
      received.push({ headers: request.headers, body })
      server.emit('received', received.at(-1))
    })
  })
  const ended = new AbortController()
  const events = on(server, 'received', { signal: ended.signal })
  t.teardown(() => {
    ended.abort()
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook?token=hemmelig`,
    received,
    next: async () => {
      const event = (await events.next()) as { readonly value: [Received] }
      return event.value[0]
    }
  }
}
