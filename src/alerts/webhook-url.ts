import { lookup as resolve, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A webhook is at an address that nothing is posted to; the message says why. */
export class WebhookUrlError extends Error {
  override readonly name = 'WebhookUrlError'
}

const ONLY_HTTPS = 'must be an https: URL'

/**
 * A URL as nothing is posted to, whatever its name resolves to.
 *
 * @throws {WebhookUrlError} unless it is `https:`, without a password, and no private address
 */
export const checkWebhookUrl = (stated: string, allowPrivate: boolean): URL => {
  const url = URL.canParse(stated) ? new URL(stated) : undefined
  if (url === undefined) throw new WebhookUrlError('must be a URL, as in https://example.org/hook')
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    throw new WebhookUrlError(ONLY_HTTPS)
  if (url.username !== '' || url.password !== '') throw new WebhookUrlError('must have no name or password')
  const address = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(address) !== 0 && !isPublic(address))
    throw new WebhookUrlError(`must not be at ${address}, which is no public address`)
  if (!allowPrivate && isIP(address) === 0 && isPrivateName(address))
    throw new WebhookUrlError(`must not be at ${address}, which is a name within a network`)
  return url
}

/**
 * Names that public DNS has nowhere: one label alone, and those that are set apart for networks of one's own (RFC 6761,
 * 6762 and 8375, and `internal`, which ICANN reserves). Any other is looked up when something is posted.
 */
const isPrivateName = (name: string): boolean =>
  !name.replace(/\.$/, '').includes('.') ||
  /\.(?:localhost|local|internal|lan|home\.arpa|test|invalid)\.?$/i.test(name)

/** Is it one that all of the internet reaches? Of IPv4 in IPv6 the IPv4 counts. */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/**
 * Resolves a name for a connection, which is made to just the addresses that are checked here: a name that resolves to
 * another one a moment later gets nowhere.
 */
export const publicLookup: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error !== null) {
      done(error, [])
      return
    }
    const hidden = found.find(({ address }) => !isPublic(address))
    if (hidden !== undefined) {
      done(new WebhookUrlError(`${host} is at ${hidden.address}, which is no public address`), [])
      return
    }
    const [first] = found as [LookupAddress, ...LookupAddress[]]
    if (options.all === true) done(null, found)
    else done(null, first.address, first.family)
  })
}
