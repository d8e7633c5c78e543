import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FACETS } from '../../engine/questions.js'

type Query = Readonly<Record<string, string | readonly string[]>>

/** What the names of a query string may mean. */
interface Names {
  /** Parameters of the operation: they keep their meaning. */
  readonly parameters: readonly string[]
  /** Facets of the user's own that some article has. */
  readonly facets: readonly string[]
}

/** A facet of the user's own is a parameter and a value of `facets`, as those are that every collection has. */
export const addOwnFacets = (scope: FastifyInstance): void => {
  scope.addHook('preValidation', (request, _reply, done) => {
    const { querystring } = request.routeOptions.schema ?? {}
    const parameters = querystring instanceof z.ZodObject ? Object.keys(querystring.shape) : []
    if (parameters.includes('facet')) {
      const { facets = [] } = request.server.engine.status
      if (facets.length > 0) request.query = withOwnFacets(request.query as Query, { parameters, facets })
    }
    done()
  })
}

/**
 * A query with the parameters that the operation has.
 *
 * `{ kommune: 'Oslo', facets: 'kommune,year' }` → `{ facets: ['facet', 'year'], facet: ['kommune:Oslo'] }`
 */
export const withOwnFacets = (query: Query, { parameters, facets }: Names): Query => {
  const wanted = [query.facet ?? []].flat()
  const others: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(query)) {
    if (name === 'facets') others.facets = facetsIn(value, facets)
    else if (parameters.includes(name) || !facets.includes(name)) others[name] = value
    else for (const each of [value].flat()) wanted.push(`${name}:${each}`)
  }
  return { ...others, ...(wanted.length > 0 && { facet: wanted }) }
}

const facetsIn = (value: string | readonly string[], own: readonly string[]): readonly string[] => {
  const isOwn = (name: string): boolean => own.includes(name) && !(FACETS as readonly string[]).includes(name)
  const names = [value].flat().flatMap((each) => each.split(',').map((name) => name.trim()))
  return [...new Set(names.map((name) => (isOwn(name) ? 'facet' : name)))]
}
