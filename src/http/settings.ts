/** How the service meets clients and what stands before it. */
export interface HttpSettings {
  /** Pages of which origins may read answers: `*` for all, else origins with commas between; empty for none. */
  readonly corsOrigin: string
  /** Proxies whose `X-Forwarded-*` is believed: addresses, networks, a number of hops, or `true` for any. */
  readonly trustProxy: string
  /** Requests a minute that one key or address may make; 0 for any number. */
  readonly rateLimit: number
  /** Requests are refused while the event loop is later than this, in milliseconds; 0 for never. */
  readonly maxDelay: number
}

/** As a test or a program that embeds the service has it, where nothing is said. */
export const DEFAULT_SETTINGS: HttpSettings = { corsOrigin: '*', trustProxy: '', rateLimit: 0, maxDelay: 0 }

/** What Fastify takes for trusted proxies. */
export const proxiesOf = (
  stated: string
): boolean | string[] | ((address: string, hop: number) => boolean) => {
  if (stated === '' || stated === 'false') return false
  if (stated === 'true') return true
  if (/^\d+$/.test(stated)) return (_address, hop) => hop < Number(stated)
  return stated.split(',').map((proxy) => proxy.trim())
}
