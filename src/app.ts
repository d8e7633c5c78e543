import accepts from '@fastify/accepts'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Alerts } from './alerts/alerts.js'
import type { Engine } from './engine/engine.js'
import { addBodies } from './http/bodies.js'
import { ApiKeys } from './api-keys.js'
import { addAuthorization } from './http/plugins/authorization.js'
import { addCaching } from './http/plugins/caching.js'
import { answerClientError } from './http/plugins/client-error.js'
import { handleError } from './http/plugins/error-handler.js'
import { addGeneration } from './http/plugins/generation.js'
import { ProblemError } from './http/errors.js'
import { knowAllMethods, refuseOtherMethods, watchRoutes } from './http/plugins/method-not-allowed.js'
import { addMetrics, metricsRoutes } from './http/plugins/metrics.js'
import { addBrowserHeaders } from './http/plugins/browsers.js'
import { addCompression } from './http/plugins/compression.js'
import { addLimits } from './http/plugins/limits.js'
import { addNegotiation, addPlainJson } from './http/plugins/negotiation.js'
import type { Examples } from './http/openapi/examples.js'
import { addOpenApi, addOpenApiRoutes } from './http/plugins/openapi.js'
import { addOwnFacets } from './http/plugins/own-facets.js'
import { addSwaggerUi } from './http/plugins/swagger-ui.js'
import { alertFeedRoutes, alertRoutes } from './http/routes/alerts.js'
import { analyzeRoutes } from './http/routes/analyze.js'
import { articleRoutes } from './http/routes/articles.js'
import { graphRoutes } from './http/routes/graph.js'
import { mcpRoutes } from './http/routes/mcp.js'
import { quoteRoutes } from './http/routes/quotes.js'
import { entityRoutes } from './http/routes/entities.js'
import { searchRoutes } from './http/routes/search.js'
import { serviceRoutes } from './http/routes/service.js'
import { snippetRoutes } from './http/routes/snippets.js'
import { suggestRoutes } from './http/routes/suggest.js'
import { writingRoutes } from './http/routes/writing.js'
import { exportRoutes } from './http/routes/export.js'
import { feedRoutes } from './http/routes/feed.js'
import { sitemapRoutes } from './http/routes/sitemap.js'
import { openSearchRoutes, openSearchSuggestions } from './http/routes/opensearch.js'
import { addRequestHead, nameRequest, requestIdOf, tracedLogger } from './http/plugins/request-head.js'
import { RequestLog } from './http/plugins/request-log.js'
import { serializerCompiler } from './http/serializer.js'
import { DEFAULT_SETTINGS, proxiesOf, type HttpSettings } from './http/settings.js'
import { addWebPage } from './http/plugins/web-page.js'
import { BODY_TIMEOUTS, refuseSlowBodies, type BodyTimeouts } from './http/plugins/slow-bodies.js'
import { closeSilentConnections } from './http/plugins/silent-connections.js'

export interface AppOptions {
  /** Answers the questions; it is not closed with the app. */
  readonly engine: Engine
  /** Absent: nothing is logged. */
  readonly logger?: FastifyBaseLogger
  /** Answers that the OpenAPI document shows; absent: those of the articles that come along. */
  readonly examples?: Examples
  /** Absent: pages of any origin may read answers, no proxy is believed, nobody is refused. */
  readonly settings?: HttpSettings
  /** Of those who may write; absent: nobody. */
  readonly keys?: ApiKeys
  /** For those who may write; it is not closed with the app. Absent: there are none. */
  readonly alerts?: Alerts
  /** Absent: half a minute without a byte, and a minute for a body that is read whole. */
  readonly bodyTimeouts?: BodyTimeouts
}

/** Room for the longest query and the headers beside it; Node answers 431 above it. */
const MAX_HEADER_SIZE = 64 * 1024

/** How long a connection is kept for the next request, in milliseconds: longer than most proxies do (60 s). */
const KEEP_ALIVE_TIMEOUT = 72_000

/** How long the headers of a request may take to arrive, in milliseconds. */
const HEADERS_TIMEOUT = 60_000

const NO_ALERTS =
  'This service has no alerts: start it with a key in `API_KEYS` (`nyhetssok key` makes one) and a `DATA_DIR` other than ' +
  '`none`.'

const NO_WRITING =
  'To write articles, start the service with a key in `API_KEYS` (`nyhetssok key` makes one).'

/** What is there with keys alone: methods and URL patterns. */
const WRITING = new Set(['POST /v1/articles', 'PUT /v1/articles/:id', 'DELETE /v1/articles/:id'])

/** Composes the service. It listens nowhere yet: `server.ts` does that, tests call `inject`. */
export const createApp = async ({
  engine,
  logger,
  examples,
  settings = DEFAULT_SETTINGS,
  keys = new ApiKeys([]),
  alerts,
  bodyTimeouts = BODY_TIMEOUTS
}: AppOptions): Promise<FastifyInstance> => {
  const requestLog = new RequestLog()
  const app: FastifyInstance = Fastify({
    ...(logger !== undefined && { loggerInstance: logger }),
    genReqId: requestIdOf,
    childLoggerFactory: tracedLogger,
    trustProxy: proxiesOf(settings.trustProxy),
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    logController: requestLog,
    // Without a Host header Node would answer itself; `addRequestHead` does.
    http: { maxHeaderSize: MAX_HEADER_SIZE, requireHostHeader: false, headersTimeout: HEADERS_TIMEOUT },
    // Bodies have limits of their own: `refuseSlowBodies`.
    requestTimeout: 0,
    clientErrorHandler: answerClientError(logger),
    // A request that arrives on an open connection while the service stops is still answered.
    return503OnClosing: false,
    // Ids that are too long are refused by the routes' schemas.
    routerOptions: { maxParamLength: MAX_HEADER_SIZE, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      handleError(error, request, nameRequest(request, reply))
      requestLog.requestCompleted(undefined, request, reply)
    }
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(handleError)
  app.setNotFoundHandler(({ method, url }) => {
    const [path = ''] = url.split('?', 1)
    const isOff = alerts === undefined && /^\/v1\/alerts(?:\/|$)/.test(path)
    throw new ProblemError(
      'route-not-found',
      isOff ? NO_ALERTS : `There is nothing at ${method} ${path}. See /docs.`
    )
  })
  app.decorate('engine', engine)
  closeSilentConnections(app)
  addRequestHead(app)
  refuseSlowBodies(app, bodyTimeouts)

  await app.register(accepts)
  await addBrowserHeaders(app, settings.corsOrigin)
  await addLimits(app, settings, keys)
  await addCompression(app)
  addPlainJson(app)
  knowAllMethods(app)
  const routes = watchRoutes(app)
  await addOpenApi(app, examples)
  const metrics = addMetrics(app)
  await addWebPage(app)
  await addSwaggerUi(app)
  await app.register(async (scope) => {
    addNegotiation(scope)
    await scope.register(serviceRoutes)
    await scope.register(openSearchRoutes)
    await scope.register(metricsRoutes(metrics))
    addOpenApiRoutes(scope)
  })
  await app.register(async (scope) => {
    addNegotiation(scope)
    addOwnFacets(scope)
    addGeneration(scope)
    addCaching(scope)
    await scope.register(searchRoutes)
    await scope.register(feedRoutes)
    await scope.register(exportRoutes)
    await scope.register(snippetRoutes)
    await scope.register(articleRoutes)
    await scope.register(quoteRoutes)
    await scope.register(graphRoutes)
    await scope.register(entityRoutes)
    await scope.register(analyzeRoutes)
    await scope.register(suggestRoutes)
    await scope.register(openSearchSuggestions)
    await scope.register(sitemapRoutes)
  })
  await app.register(mcpRoutes)
  if (!keys.isEmpty)
    await app.register(async (scope) => {
      addAuthorization(scope, keys)
      addBodies(scope)
      await scope.register(writingRoutes)
      if (alerts !== undefined) await scope.register(alertRoutes(alerts))
    })
  if (alerts !== undefined)
    await app.register(async (scope) => {
      addNegotiation(scope)
      await scope.register(alertFeedRoutes(alerts))
    })
  refuseOtherMethods(app, routes, (method, url) =>
    keys.isEmpty && WRITING.has(`${method} ${url}`) ? NO_WRITING : undefined
  )
  await app.ready()
  return app
}
