import { connect } from 'node:net'
import type { HostileRequest } from './hostile-requests.js'

/** What came of a request. */
export interface Exchange {
  /** Absent where the client hung up, or the service did without an answer. */
  readonly status?: number
  /** Until the whole answer was there, in milliseconds. */
  readonly ms: number
  /** Until its first bytes were there, in milliseconds; absent without any. */
  readonly firstMs?: number
  /** Status line and headers. */
  readonly head: string
  readonly body: string
}

/** Sends bytes over a connection of their own, and reads what comes until the service closes it. */
export const exchange = (port: number, { bytes, cut }: HostileRequest): Promise<Exchange> =>
  new Promise((resolve) => {
    const started = performance.now()
    const parts: Buffer[] = []
    let firstMs: number | undefined
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (): void => {
      const text = Buffer.concat(parts).toString('latin1')
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      const [head = '', body = ''] = text.split('\r\n\r\n', 2)
      resolve({
        ms: performance.now() - started,
        head,
        body,
        ...(firstMs !== undefined && { firstMs }),
        ...(status !== undefined && { status: Number(status) })
      })
    }
    // A reset after an answer to half of a request is no fault.
    socket.on('error', () => undefined)
    socket.on('close', end)
    socket.on('data', (part: Buffer) => {
      firstMs ??= performance.now() - started
      parts.push(part)
    })
    socket.on('connect', () => {
      if (cut === undefined) socket.write(bytes)
      else socket.write(bytes.subarray(0, cut), () => socket.destroy())
    })
  })
