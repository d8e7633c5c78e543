import { closest, distance } from 'fastest-levenshtein'
import type { FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { z } from 'zod'
import { MOST_ERRORS, ProblemError } from '../errors.js'

interface Finding {
  readonly path: string
  /** Made only where it is told. */
  readonly message: () => string
}

/** The validator's findings as a problem: one message a parameter; an unknown one names the nearest known. */
export const parameterProblem = (
  issues: readonly FastifySchemaValidationError[],
  { query, routeOptions }: Pick<FastifyRequest, 'query' | 'routeOptions'>
): ProblemError => {
  const known = knownParameters(routeOptions.schema?.querystring)
  const findings = issues.flatMap((issue): Finding[] =>
    issue.keyword === 'unrecognized_keys'
      ? (issue.params.keys as string[]).map((path) => ({
          path,
          message: () => unknownParameter(path, known)
        }))
      : [wrongParameter(issue, query as Readonly<Record<string, unknown>>)]
  )
  const errors = findings.slice(0, MOST_ERRORS).map(({ path, message }) => ({ path, message: message() }))
  const sentences = errors.map(({ path, message }) => `${path}: ${message}`)
  const left = findings.length - errors.length
  if (left > 0) sentences.push(`and ${left} more`)
  return new ProblemError('invalid-parameter', sentences.join('; '), { errors })
}

const wrongParameter = (
  issue: FastifySchemaValidationError,
  query: Readonly<Record<string, unknown>>
): Finding => {
  const [, path = '', item] = issue.instancePath.split('/')
  const given = query[path]
  const isWholeList = Array.isArray(given) && item === undefined && issue.keyword !== 'too_big'
  return { path, message: () => (isWholeList ? 'is given more than once' : messageOf(issue, given)) }
}

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
