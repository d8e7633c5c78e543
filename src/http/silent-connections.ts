import type { FastifyInstance } from 'fastify'
import type { Socket } from 'node:net'

/**
 * Closes with the service the connections on which nothing has been asked. Browsers open some in advance; to Node they
 * are not idle, so that it would wait for them.
 */
export const closeSilentConnections = (app: FastifyInstance): void => {
  const connections = new Set<Socket>()
  app.server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  app.addHook('preClose', (done) => {
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
    done()
  })
}
