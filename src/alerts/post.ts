import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Delivery, Webhook } from './alert.js'
import { signatureHeaders } from './signature.js'
import { checkWebhookUrl, publicLookup } from './webhook-url.js'

/** How long a receiver may take to answer, in milliseconds. */
const TIMEOUT_MS = 15_000

export interface PostOptions {
  readonly allowPrivate: boolean
  /** Ends the attempt. */
  readonly signal: AbortSignal
}

/**
 * Posts a body once. What is answered is not read, and redirects are not followed.
 *
 * @returns the status
 * @throws {WebhookUrlError} where nothing is posted there; the system's error where there is no answer
 */
export const post = (
  { url, secret }: Webhook,
  delivery: Delivery,
  { allowPrivate, signal }: PostOptions
): Promise<number> =>
  new Promise((resolve, reject) => {
    const target = checkWebhookUrl(url, allowPrivate)
    const request = (target.protocol === 'http:' ? requestHttp : requestHttps)(
      target,
      {
        method: 'POST',
        // A connection of its own, to an address that is checked now.
        agent: false,
        ...(!allowPrivate && { lookup: publicLookup }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(delivery.body),
          'user-agent': 'nyhetssok',
          ...signatureHeaders(delivery, secret, Math.floor(Date.now() / 1000))
        }
      },
      (answer) => {
        resolve(answer.statusCode ?? 0)
        answer.on('error', () => undefined).destroy()
      }
    )
    request.on('error', reject)
    request.end(delivery.body)
  })
