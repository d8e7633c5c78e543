import type { FastifyInstance } from 'fastify'
import type { Socket } from 'node:net'

/** How long a request that has begun to arrive when the service stops may take to arrive, in milliseconds. */
const ARRIVAL = 1000

/**
 * Closes with the service the connections on which no request waits for its answer; to Node they are not idle, so that
 * it would wait for them. Browsers open some in advance, on which nothing is asked: they are closed at once. What was
 * half sent has a moment to arrive and is answered then.
 */
export const closeSilentConnections = (app: FastifyInstance): void => {
  /** The requests that are being answered on each connection. */
  const connections = new Map<Socket, number>()
  const count = (socket: Socket, change: number): void => {
    const requests = connections.get(socket)
    if (requests !== undefined) connections.set(socket, requests + change)
  }
  app.server.on('connection', (socket) => {
    connections.set(socket, 0)
    socket.once('close', () => connections.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    count(socket, 1)
    response.once('close', () => {
      count(socket, -1)
    })
  })
  app.addHook('preClose', (done) => {
    for (const socket of connections.keys()) if (socket.bytesRead === 0) socket.destroy()
    setTimeout(() => {
      for (const [socket, requests] of connections) if (requests === 0) socket.destroy()
    }, ARRIVAL).unref()
    done()
  })
}
