import type { FastifyInstance } from 'fastify'
import { Readable } from 'node:stream'
import { ProblemError } from '../errors.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is read as a stream, and may take any time as long as it goes on to arrive. */
    readonly streamsBody?: boolean
  }
}

export const NOT_IN_TIME = 'The body was not sent in time: send all of it without a long pause.'

/** How long bodies may take, in milliseconds. */
export interface BodyTimeouts {
  /** Without a byte, while the service waits for one. */
  readonly idle: number
  /** From the first byte to the last, of a body that is read whole. */
  readonly whole: number
}

export const BODY_TIMEOUTS: BodyTimeouts = { idle: 30_000, whole: 60_000 }

/**
 * Answers 408 to a client that does not go on to send the body it has begun, and closes the connection. Time that the
 * service takes itself, while a body waits to be read, does not count. What is left of a body whose request is answered
 * is thrown away, for as long.
 */
export const refuseSlowBodies = (app: FastifyInstance, { idle, whole }: BodyTimeouts): void => {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const { streamsBody = false } = request.routeOptions.config
    done(null, new AwaitedBody(payload as Readable, idle, streamsBody ? undefined : whole))
  })
  app.server.on('request', (request, response) => {
    response.once('finish', () => {
      if (request.complete) return
      const timer = setTimeout(() => {
        if (!request.complete) request.socket.destroy()
      }, idle)
      request.once('close', () => {
        clearTimeout(timer)
      })
    })
  })
}

/** A body that is asked for a part at a time, each of which has to come in time. */
class AwaitedBody extends Readable {
  private readonly sent: Readable
  private readonly idleTime: number
  private readonly wholeTime: number | undefined
  private isBegun = false
  /** Of the part that is waited for. */
  private partTimer: NodeJS.Timeout | undefined
  /** Of the whole body. */
  private wholeTimer: NodeJS.Timeout | undefined

  constructor(body: Readable, idle: number, whole: number | undefined) {
    // No part is asked for before the reader wants it.
    super({ highWaterMark: 0 })
    this.sent = body
    this.idleTime = idle
    this.wholeTime = whole
    // Who reads no more need not hear that no more came.
    this.on('error', () => undefined)
  }

  override _read(): void {
    if (!this.isBegun) this.begin()
    clearTimeout(this.partTimer)
    this.partTimer = setTimeout(this.expire, this.idleTime)
    this.sent.resume()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.partTimer)
    clearTimeout(this.wholeTimer)
    this.sent.off('data', this.takePart).off('end', this.takeEnd).off('error', this.takeError)
    // What is left is thrown away.
    this.sent.resume()
    done(error)
  }

  private begin(): void {
    this.isBegun = true
    this.sent.on('data', this.takePart).on('end', this.takeEnd).on('error', this.takeError)
    if (this.wholeTime !== undefined) this.wholeTimer = setTimeout(this.expire, this.wholeTime)
  }

  private readonly takePart = (part: Buffer): void => {
    clearTimeout(this.partTimer)
    this.sent.pause()
    this.push(part)
  }

  private readonly takeEnd = (): void => {
    this.push(null)
  }

  private readonly takeError = (error: Error): void => {
    this.destroy(error)
  }

  private readonly expire = (): void => {
    this.destroy(new ProblemError('request-timeout', NOT_IN_TIME))
  }
}
