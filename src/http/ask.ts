import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer, Engine, Request, Verb } from '../engine/engine.js'
import type { Page, PageRequest, SearchRequest, WordsRequest } from '../engine/questions.js'
import { linksOf, type Links } from './page.js'
import { selectFields } from './schemas/fields.js'
import { FILTER } from './schemas/parameters.js'

declare module 'fastify' {
  interface FastifyInstance {
    engine: Engine
  }
}

/** Verbs that answer with a page of a list. */
type ListVerb = { [V in Verb]: Answer<V> extends Page<unknown> ? V : never }[Verb]

/**
 * Asks the engine for what a request asks of its generation.
 *
 * @throws {EngineError}
 */
export const ask = <V extends Verb>(
  { server, generation }: Pick<FastifyRequest, 'server' | 'generation'>,
  verb: V,
  question: Request<V>
): Promise<Answer<V>> => server.engine.ask(verb, question, generation)

/**
 * The same for a page of a list: the items, with the properties that `fields` names, and the links to other pages.
 *
 * @throws {EngineError}
 */
export const askPage = async <V extends ListVerb>(
  request: FastifyRequest,
  reply: FastifyReply,
  verb: V,
  question: Request<V>
): Promise<Answer<V> & { readonly links: Links }> => {
  const page = await ask(request, verb, question)
  const { fields } = request.query as { readonly fields?: readonly string[] }
  const items = (page.items as readonly object[]).map(selectFields(fields))
  const selected = { ...page, items } as unknown as Answer<V>
  return { ...selected, links: linksOf(request, reply, question, page.total) }
}

// Parts of questions, made of the parameters that ask for them.

export const pageOf = ({
  offset,
  query
}: {
  readonly offset: number
  readonly query: { readonly size: number }
}): PageRequest => ({ offset, size: query.size })

type WordsParameters = Omit<WordsRequest, 'fuzzy'> & { readonly fuzzy: 'auto' | 'true' | 'false' }

export const wordsOf = ({ match, compounds, variants, fuzzy }: WordsParameters): WordsRequest => ({
  match,
  compounds,
  variants,
  fuzzy: fuzzy === 'auto' ? fuzzy : fuzzy === 'true'
})

type Filter = SearchRequest['filter']

interface HitsParameters extends WordsParameters, Filter {
  readonly q: string
  readonly sort?: SearchRequest['sort'] | undefined
  readonly collapse: boolean
  readonly snippets: number
  readonly snippetLength: number
  /** The properties of a hit that are answered with; absent: all. */
  readonly fields?: readonly string[] | undefined
}

/** A search for nothing but its hits. */
export const hitsOf = (query: HitsParameters): Omit<SearchRequest, keyof PageRequest> => ({
  q: query.q,
  ...wordsOf(query),
  filter: filterOf(query),
  sort: query.sort ?? defaultSort(query),
  facets: [],
  facetSize: 0,
  facetSort: 'count',
  snippets: {
    count: query.fields?.includes('snippets') === false ? 0 : query.snippets,
    length: query.snippetLength
  },
  explain: false,
  collapse: query.collapse
})

const defaultSort = ({ q }: { readonly q: string }): SearchRequest['sort'] =>
  q.trim() === '' ? 'newest' : 'relevance'

/** The filter that a request states. */
export const filterOf = (query: Filter): Filter => {
  const facts = Object.keys(FILTER) as (keyof Filter)[]
  return Object.fromEntries(
    facts.filter((fact) => query[fact] !== undefined).map((fact) => [fact, query[fact]])
  )
}
