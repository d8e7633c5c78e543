import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault = 'none' | 'gone' | 'silent' | 'busy'

/** A way to the cluster that can be blocked. */
export class Proxy {
  fault: Fault = 'none'
  /** Requests that are still to fail, whatever the fault. */
  failing = 0
  /** Requests whose path matches meet a busy cluster. */
  blocked: RegExp | undefined
  private readonly server = createServer((request, response) => {
    this.handle(request, response)
  })

  constructor(private readonly target: URL) {}

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1')
    await once(this.server, 'listening')
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const isBusy = this.failing > 0 || this.blocked?.test(request.url ?? '') === true
    const fault = isBusy ? 'busy' : this.fault
    if (this.failing > 0) this.failing--
    if (fault === 'silent') return
    if (fault === 'gone') {
      request.socket.destroy()
      return
    }
    if (fault === 'busy') {
      request.resume()
      response.writeHead(429, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({ error: { type: 'rejected_execution_exception', reason: 'full' }, status: 429 })
      )
      return
    }
    const { method, url: path, headers } = request
    const { hostname, port } = this.target
    const asked = forward({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    asked.on('error', () => response.destroy())
    request.pipe(asked)
  }
}
