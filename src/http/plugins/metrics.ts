import type { FastifyInstance } from 'fastify'
import process from 'node:process'
import { z } from 'zod'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { version } from '../../version.js'
import { PROBE_PROBLEMS } from '../schemas/problem.js'
import type { Routes } from '../type-provider.js'

/** Measures requests by route, and, when asked, the articles, problems and the process itself. */
export const addMetrics = (app: FastifyInstance): Registry => {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route pattern',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [register]
  })
  const gauge = (name: string, help: string, value: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(value())
      }
    })
  new Gauge({
    name: 'nyhetssok_build_info',
    help: 'Always 1; the labels tell the version of the service and of Node',
    labelNames: ['version', 'node'] as const,
    registers: [register]
  }).set({ version, node: process.version }, 1)
  gauge('nyhetssok_articles', 'Articles that are served', () => app.engine.status.articles)
  gauge(
    'nyhetssok_index_bytes',
    'Bytes of the index outside the JavaScript heap',
    () => app.engine.status.indexBytes
  )
  gauge(
    'nyhetssok_articles_annotated',
    'Articles that have been read for names and quotes',
    () => app.engine.status.annotated
  )
  gauge(
    'nyhetssok_article_problems',
    'What is wrong with files, or records of one, whether they are served all the same or not',
    () => app.engine.status.problems.count
  )
  gauge(
    'nyhetssok_articles_left_out',
    'Files, or records of one, that were left out',
    () => app.engine.status.problems.leftOut
  )
  const counter = (name: string, help: string, value: () => number): Counter =>
    new Counter({
      name,
      help,
      registers: [register],
      collect() {
        this.reset()
        this.inc(value())
      }
    })
  gauge('nyhetssok_threads', 'Threads that answer questions', () => app.engine.status.work.threads)
  gauge(
    'nyhetssok_questions_waiting',
    'Questions that wait for a thread',
    () => app.engine.status.work.waiting
  )
  counter(
    'nyhetssok_threads_lost_total',
    'Threads that ended by themselves and were replaced',
    () => app.engine.status.work.threadsLost
  )
  counter(
    'nyhetssok_questions_total',
    'Questions to the engine; those that were remembered are among them',
    () => app.engine.status.work.asked
  )
  counter(
    'nyhetssok_questions_remembered_total',
    'Questions whose answers were remembered',
    () => app.engine.status.work.remembered
  )
  gauge('nyhetssok_ready', '1 when the index serves', () => (app.engine.generation === undefined ? 0 : 1))

  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  // Each look begins a new count of the event loop's lag: nobody could ask while the app was made.
  app.addHook('onListen', async () => {
    await register.metrics()
  })
  return register
}

/** `GET /metrics` */
export const metricsRoutes =
  (register: Registry): Routes =>
  (app, _options, done) => {
    app.get(
      '/metrics',
      {
        config: { produces: [register.contentType] },
        schema: {
          operationId: 'getMetrics',
          tags: ['Running'],
          summary: 'Metrics for Prometheus',
          description: 'Requests by route and status, articles and their problems, and the process itself.',
          response: {
            200: {
              description: 'Prometheus text format.',
              content: { 'text/plain': { schema: z.string() } }
            },
            ...PROBE_PROBLEMS
          }
        }
      },
      async (_request, reply) => {
        reply.type(register.contentType).header('cache-control', 'no-store')
        return register.metrics()
      }
    )
    done()
  }
