import { createHmac, randomBytes } from 'node:crypto'

/** What a key begins with, before its bytes in base64. */
const PREFIX = 'whsec_'

/** Bytes of a key: https://www.standardwebhooks.com/ has 24 to 64. */
const [LEAST_BYTES, MOST_BYTES] = [24, 64]

export const newSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`

/** Is it `whsec_` and 24 to 64 bytes in base64? */
export const isSecret = (stated: string): boolean => {
  const bytes = keyOf(stated)
  return (
    stated === `${PREFIX}${bytes.toString('base64')}` &&
    bytes.length >= LEAST_BYTES &&
    bytes.length <= MOST_BYTES
  )
}

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
