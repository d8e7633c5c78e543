import type { FastifyInstance, RouteOptions } from 'fastify'
import { METHODS } from 'node:http'
import { ProblemError } from '../errors.js'

/** Lets the router know the methods that Node reads but Fastify does not (`PROPFIND`), so that they can be refused. */
export const knowAllMethods = (app: FastifyInstance): void => {
  // CONNECT never comes to the router.
  const others = METHODS.filter((method) => method !== 'CONNECT' && !app.supportedMethods.includes(method))
  for (const method of others) app.addHttpMethod(method)
}

/** Remembers the URL patterns of the routes as they are registered. Call it before the routes. */
export const watchRoutes = (app: FastifyInstance): ReadonlySet<string> => {
  const urls = new Set<string>()
  app.addHook('onRoute', ({ url }: RouteOptions) => {
    urls.add(url)
  })
  return urls
}

/** Answers 405 with `Allow` for the methods that a known route does not have. Call it after the routes. */
export const refuseOtherMethods = (app: FastifyInstance, urls: ReadonlySet<string>): void => {
  for (const url of [...urls]) {
    const isAllowed = (method: string): boolean => app.hasRoute({ url, method })
    const allow = app.supportedMethods.filter(isAllowed).join(', ')
    const others = app.supportedMethods.filter((method) => !isAllowed(method))
    if (url.includes('*') || others.length === 0) continue
    app.route({
      method: others,
      url,
      schema: { hide: true },
      // Before the body is read: its type and size do not matter here.
      onRequest: ({ method }) => {
        const detail = `${method} is not allowed here; allowed: ${allow}.`
        return Promise.reject(new ProblemError('method-not-allowed', detail, { headers: { allow } }))
      },
      handler: () => undefined
    })
  }
}
