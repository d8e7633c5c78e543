import { createHmac, randomBytes } from 'node:crypto'

/** What a key begins with, before its bytes in base64. */
const PREFIX = 'whsec_'

export const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`

/**
 * `whsec_` and 24 to 64 bytes in base64 (https://www.standardwebhooks.com/): 8 to 21 groups of four letters, the last
 * of one or two bytes filled up with `=`.
 */
export const SECRET =
  /^whsec_(?:(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/][AQgw]==)?|(?:[A-Za-z0-9+/]{4}){8,20}[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)$/

/**
 * The headers of a body: HMAC-SHA256 over its id, the time and itself, so that nobody else makes one, nor sends it
 * again later.
 *
 * @param seconds since 1970
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signatureHeaders = (
  { id, body }: { readonly id: string; readonly body: string },
  secret: string,
  seconds: number
): Readonly<Record<string, string>> => ({
  'webhook-id': id,
  'webhook-timestamp': String(seconds),
  'webhook-signature': `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`
})

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64')
