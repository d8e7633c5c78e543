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

/**
 * Answers OPTIONS with `Allow`, and 405 with it for the methods that a known route does not have. Call it after the
 * routes.
 *
 * @param whyNot what else to say of a method that a route could have, a sentence
 */
export const refuseOtherMethods = (
  app: FastifyInstance,
  urls: ReadonlySet<string>,
  whyNot: (method: string, url: string) => string | undefined
): void => {
  for (const url of [...urls]) {
    const isAllowed = (method: string): boolean => app.hasRoute({ url, method })
    if (url.includes('*')) continue
    const allow = app.supportedMethods
      .filter((method) => isAllowed(method) || method === 'OPTIONS')
      .join(', ')
    if (!isAllowed('OPTIONS'))
      app.options(url, { schema: { hide: true } }, (_request, reply) =>
        reply.code(204).header('allow', allow).send()
      )
    const others = app.supportedMethods.filter((method) => !isAllowed(method))
    if (others.length === 0) continue
    app.route({
      method: others,
      url,
      schema: { hide: true },
      // Before the body is read: its type and size do not matter here.
      onRequest: ({ method }) => {
        const detail = [`${method} is not allowed here; allowed: ${allow}.`, whyNot(method, url) ?? []].flat()
        return Promise.reject(
          new ProblemError('method-not-allowed', detail.join(' '), { headers: { allow } })
        )
      },
      handler: () => undefined
    })
  }
}
