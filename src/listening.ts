import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import type { Config } from './config.js'
import { readableLines } from './readable-log.js'
import { UserError } from './user-error.js'
import type { Terminal } from './terminal.js'

// What a process that serves needs, whatever answers in it.

/** The address cannot be listened on. */
export class ListenError extends UserError {
  override readonly name = 'ListenError'
}

/** How long requests in flight may take to finish when the process is asked to stop, in milliseconds. */
export const GRACE = 10_000

/** Where the log goes: as JSON to standard output, or for a person, who may be at a terminal. */
export const logLines = (
  { logFormat }: Config,
  terminal: Terminal | undefined
): DestinationStream | undefined => {
  const isReadable = logFormat === 'pretty' || (logFormat === 'auto' && terminal !== undefined)
  if (!isReadable) return undefined
  const print = (text: string): void => {
    if (terminal === undefined) process.stdout.write(text)
    else terminal.print(text)
  }
  return readableLines(print, terminal !== undefined && process.stdout.hasColors())
}

/** One that a browser on this machine can open. */
export const addressOf = ({ server }: FastifyInstance): string => {
  const { address, family, port } = server.address() as AddressInfo
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

/** @throws {ListenError} after the app is closed */
export const listen = async (app: FastifyInstance, { host, port }: Config): Promise<void> => {
  // Before anybody asks: making them takes a while, and nothing else goes on meanwhile.
  app.openApi.json()
  app.openApi.yaml()
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    await app.close()
    const reason =
      code === 'EADDRINUSE' ? 'it is in use; choose another with --port or PORT' : (error as Error).message
    throw new ListenError(`Cannot listen on ${host}, port ${port}: ${reason}.`)
  }
}
