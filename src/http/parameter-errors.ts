import { closest, distance } from 'fastest-levenshtein'
import type { FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { z } from 'zod'
import type { ParameterError } from './errors.js'

/** The validator's findings as one message a parameter; an unknown one names the nearest known. */
export const parameterErrors = (
  issues: readonly FastifySchemaValidationError[],
  { query, routeOptions }: Pick<FastifyRequest, 'query' | 'routeOptions'>
): ParameterError[] =>
  issues.flatMap((issue) => {
    if (issue.keyword === 'unrecognized_keys') {
      const known = knownParameters(routeOptions.schema?.querystring)
      return (issue.params.keys as string[]).map((key) => ({
        path: key,
        message: unknownParameter(key, known)
      }))
    }
    const [, path = '', item] = issue.instancePath.split('/')
    const given = (query as Readonly<Record<string, unknown>>)[path]
    const isWholeList = Array.isArray(given) && item === undefined && issue.keyword !== 'too_big'
    return [{ path, message: isWholeList ? 'is given more than once' : messageOf(issue, given) }]
  })

const messageOf = (
  { keyword, params, message = 'is not valid' }: FastifySchemaValidationError,
  given: unknown
): string => {
  if (keyword === 'invalid_type' && given === undefined) return 'is missing'
  if (keyword === 'invalid_value' && message.startsWith('Invalid'))
    return `must be one of ${(params.values as string[]).join(', ')}`
  return message
}

const knownParameters = (schema: unknown): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

/** `snippetLenght` → `is not a parameter here; did you mean "snippetLength"?` */
const unknownParameter = (name: string, known: readonly string[]): string => {
  if (known.length === 0) return 'is not a parameter here, there are none'
  const start = name.slice(0, 100)
  const nearest = closest(start, known)
  const isNear = distance(start, nearest) <= Math.max(1, Math.max(start.length, nearest.length) / 3)
  const hint = isNear
    ? `did you mean "${nearest}"?`
    : `the nearest is "${nearest}", all are: ${known.join(', ')}`
  return `is not a parameter here; ${hint}`
}
