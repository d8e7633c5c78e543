import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { ProblemError } from '../errors.js'
import { createMcpServer } from '../mcp/mcp-server.js'
import type { Ask } from '../mcp/tool.js'
import type { Routes } from '../type-provider.js'

/** Messages of one request, at most; newer versions of the protocol have one. */
const MOST_MESSAGES = 20

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP, without sessions. Each request is answered at once with
 * JSON, so that there is no stream to open (GET) and no session to end (DELETE).
 *
 * @see https://modelcontextprotocol.io/specification/2025-06-18/basic/transports
 */
export const mcpRoutes: Routes = (app, _options, done) => {
  const ask: Ask = (verb, question) => app.engine.ask(verb, question)

  app.post('/mcp', { schema: { hide: true } }, async (request, reply) => {
    const { body, log, headers } = request
    if (Array.isArray(body) && body.length > MOST_MESSAGES)
      throw new ProblemError('bad-request', `One request may have ${MOST_MESSAGES} messages.`)
    const server = createMcpServer(ask, (err) => {
      log.error({ err }, 'tool failed')
    })
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    try {
      await server.connect(transport)
      const answer = await transport.handleRequest(
        new Request('http://localhost/mcp', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            // The answer is JSON, also for a client that does not say that it reads streams too.
            accept: 'application/json, text/event-stream',
            ...(typeof headers['mcp-protocol-version'] === 'string' && {
              'mcp-protocol-version': headers['mcp-protocol-version']
            })
          }
        }),
        { parsedBody: body }
      )
      reply.code(answer.status).header('cache-control', 'no-store')
      const type = answer.headers.get('content-type')
      if (type !== null) reply.type(type)
      return await reply.send(await answer.text())
    } finally {
      await server.close()
    }
  })
  done()
}
