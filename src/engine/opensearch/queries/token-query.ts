import type { Field } from '../../../segment/field.js'
import { TOKENS } from '../layout/token-names.js'

/** A query of OpenSearch's. */
export type Query = Readonly<Record<string, unknown>>

/** Articles looked at to tell how frequent a pair of words is, of each shard. */
export const PAIR_SAMPLE = 500

const FIELD_TOKENS: Readonly<Record<Field, string>> = { title: 'titleTokens', text: 'textTokens' }
const FIELDS: readonly Field[] = ['title', 'text']

export const NOTHING: Query = { match_none: {} }
export const EVERYTHING: Query = { match_all: {} }

/** All of the queries, or any of them. Neither is scored. */
export const allOf = (queries: readonly Query[]): Query =>
  queries.length === 1 ? queries[0]! : { bool: { filter: queries } }

export const anyOf = (queries: readonly Query[]): Query => {
  if (queries.length === 0) return NOTHING
  return queries.length === 1 ? queries[0]! : { bool: { should: queries, minimum_should_match: 1 } }
}

/** Any of the tokens, in a field or in either. */
export const tokensQuery = (tokens: readonly string[], field?: Field): Query =>
  anyOf(tokens.length === 0 ? [] : fieldsOf(field).map((name) => ({ terms: { [name]: tokens } })))

/** What may stand at a place: any of these tokens. */
export type Place = readonly string[]

/** The places directly after each other, in a field or in either. */
export const adjacentQuery = (places: readonly Place[], field?: Field): Query =>
  spansQuery(places, { slop: 0, in_order: true }, field)

/** The places in any order, so that the first and the last are `within` tokens of each other, or fewer. */
export const nearQuery = (places: readonly Place[], within: number, field?: Field): Query =>
  // Lucene counts the tokens between the first and the last that are none of the places.
  spansQuery(places, { slop: within - places.length + 1, in_order: false }, field)

interface Near {
  readonly slop: number
  readonly in_order: boolean
}

const spansQuery = (places: readonly Place[], near: Near, field: Field | undefined): Query => {
  if (places.length === 0 || places.some((place) => place.length === 0)) return NOTHING
  if (places.length === 1) return tokensQuery(places[0]!, field)
  return anyOf(
    fieldsOf(field).map((name) => ({
      span_near: { clauses: places.map((place) => placeSpan(name, place)), ...near }
    }))
  )
}

const placeSpan = (name: string, place: Place): Query => {
  const terms = place.map((token) => ({ span_term: { [name]: token } }))
  return terms.length === 1 ? terms[0]! : { span_or: { clauses: terms } }
}

const fieldsOf = (field: Field | undefined): readonly string[] =>
  (field === undefined ? FIELDS : [field]).map((one) => FIELD_TOKENS[one])

/** One of the words `firsts` directly before one of `seconds`. */
export const pairQuery = (firsts: readonly string[], seconds: readonly string[]): Query =>
  adjacentQuery([firsts.map(TOKENS.word), seconds.map(TOKENS.word)])
