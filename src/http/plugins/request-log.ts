import { LogController, type FastifyReply, type FastifyRequest } from 'fastify'
import { isProbe } from './probes.js'

/**
 * Logs each request once, when it has been answered: its path, its status and how long it took in milliseconds. Probes
 * are logged at level debug.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // The line of its end tells all.
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply
  ): void {
    const line = { req: request, res: reply, responseTime: Math.round(reply.elapsedTime * 100) / 100 }
    if (error) request.log.error({ ...line, err: error }, 'request failed')
    else request.log[isProbe(request) ? 'debug' : 'info'](line, 'request completed')
  }
}
