import type { FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { z } from 'zod'
import { MOST_ERRORS, ProblemError } from '../errors.js'
import { byNearness, nearestOf } from '../../structures/nearest.js'

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
  const { querystring, body } = routeOptions.schema ?? {}
  const isOfBody = querystring === undefined && body !== undefined
  const known = knownParameters(querystring)
  const findings = issues.flatMap((issue): Finding[] => {
    if (isOfBody) return wrongProperties(issue)
    return issue.keyword === 'unrecognized_keys'
      ? (issue.params.keys as string[]).map((path) => ({
          path,
          message: () => unknownParameter(path, known)
        }))
      : [wrongParameter(issue, query as Readonly<Record<string, unknown>>)]
  })
  const errors = findings.slice(0, MOST_ERRORS).map(({ path, message }) => ({ path, message: message() }))
  const sentences = errors.map(({ path, message }) => `${path}: ${message}`)
  const left = findings.length - errors.length
  if (left > 0) sentences.push(`and ${left} more`)
  return new ProblemError('invalid-parameter', sentences.join('; '), { errors })
}

/** What is wrong with a property of a body, named from the outermost on: `query.lang`. */
const wrongProperties = (issue: FastifySchemaValidationError): Finding[] => {
  const place = issue.instancePath.split('/').filter((name) => name !== '')
  const message = inOwnWords(issue.message ?? 'is not valid')
  if (issue.keyword !== 'unrecognized_keys') return [{ path: place.join('.'), message: () => message }]
  return (issue.params.keys as string[]).map((key) => ({
    path: [...place, key].join('.'),
    message: () => 'is not known here'
  }))
}

/** `Invalid input: expected object, received undefined` → `is missing: it must be an object` */
const inOwnWords = (message: string): string => {
  const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? []
  if (expected === undefined) return message
  const wanted = `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`
  return received === 'undefined' ? `is missing: it must be ${wanted}` : `must be ${wanted}, not ${received}`
}

const wrongParameter = (
  issue: FastifySchemaValidationError,
  query: Readonly<Record<string, unknown>>
): Finding => {
  const [, path = '', item] = issue.instancePath.split('/')
  const given = query[path]
  const isWholeList = Array.isArray(given) && item === undefined && issue.keyword !== 'too_big'
  // The body as a whole has no name.
  return {
    path: path === '' ? 'body' : path,
    message: () => (isWholeList ? 'is given more than once' : messageOf(issue, given))
  }
}

const messageOf = (
  { keyword, message = 'is not valid' }: FastifySchemaValidationError,
  given: unknown
): string => {
  if (keyword === 'invalid_type' && given === undefined) return 'is missing'
  return message
}

const knownParameters = (schema: unknown): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

/** Names that other services have for a parameter. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  q: [
    'query',
    'search',
    'searchterm',
    'keyword',
    'keywords',
    'term',
    'terms',
    'text',
    'prefix',
    's',
    'sok',
    'søk'
  ],
  prefix: ['q', 'query', 'text', 'term'],
  text: ['q', 'query'],
  lang: ['language', 'languages', 'locale', 'hl', 'sprak', 'språk', 'målform'],
  size: [
    'limit',
    'count',
    'rows',
    'num',
    'n',
    'top',
    'take',
    'perpage',
    'per_page',
    'pagesize',
    'page_size',
    'hits'
  ],
  offset: ['start', 'skip'],
  page: ['p', 'pagenumber', 'page_number', 'side'],
  fields: ['select', 'fl', 'include', 'only', '_source', 'attributes', 'columns', 'felt'],
  cursor: ['after', 'scroll', 'scroll_id', 'token', 'pagetoken', 'page_token', 'next'],
  from: [
    'since',
    'after',
    'start',
    'startdate',
    'start_date',
    'datefrom',
    'date_from',
    'publishedafter',
    'fra',
    'gte'
  ],
  to: ['until', 'before', 'end', 'enddate', 'end_date', 'dateto', 'date_to', 'publishedbefore', 'til', 'lte'],
  sort: ['order', 'orderby', 'order_by', 'sortby', 'sort_by'],
  facets: ['aggs', 'aggregations', 'groupby', 'group_by'],
  fuzzy: ['fuzziness', 'typos'],
  snippets: ['highlight', 'highlights'],
  entity: ['person', 'organisation', 'organization', 'place', 'product', 'event'],
  source: ['publisher', 'newspaper', 'site', 'domain', 'kilde'],
  author: ['byline', 'journalist', 'forfatter'],
  tag: ['category', 'section', 'topic', 'emne']
}

/**
 * Names the nearest known parameter: what another service calls so, or what looks alike.
 *
 * - `snippetLenght` → `is not a parameter here; did you mean "snippetLength"?`
 * - `limit` → `is not a parameter here; did you mean "size"?`
 * - `colour` → `is not a parameter here; the parameters are, nearest first: source, cursor, …`
 */
const unknownParameter = (name: string, known: readonly string[]): string => {
  if (known.length === 0) return 'is not a parameter here; there are none'
  const start = name.slice(0, 100).toLowerCase()
  const meant = known.find((one) => SYNONYMS[one]?.includes(start)) ?? nearestOf(name, known)
  const hint =
    meant === undefined
      ? `the parameters are, nearest first: ${byNearness(name, known).join(', ')}`
      : `did you mean "${meant}"?`
  return `is not a parameter here; ${hint}`
}
