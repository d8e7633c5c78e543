import type { ArticleProblem } from '../../articles/article.js'
import type { Progress } from '../../collection/collection.js'
import { listExpansions } from '../../query/planning/expansions.js'
import { annotationsOf, NotAnnotatedError } from '../../segment/annotations/annotations.js'
import type { SearchIndex } from '../../segment/search-index.js'
import {
  EngineError,
  notReady,
  withoutNames,
  type Answer,
  type Engine,
  type Request,
  type Status,
  type Verb
} from '../engine.js'
import type { SearchAnswer, SearchRequest } from '../questions.js'
import { analyzeText } from './analyze-text.js'
import { findMentions, mentionsIn } from './entity-mentions.js'
import { findQuotes, findQuotesBy, findQuotesIn } from './find-quotes.js'
import { findSnippets, findSnippetsIn } from './find-snippets.js'
import { listArticles } from './list-articles.js'
import { describeEntity, listEntities } from './list-entities.js'
import { relatedEntities } from './related-entities.js'
import { search } from './search.js'
import { suggest } from './suggest.js'

/** Where the engine gets its generations from: a `Collection`. */
export interface Generations {
  /** The generation that answers now; undefined before the first one. */
  readonly current: SearchIndex | undefined
  readonly progress: Pick<Progress, 'state' | 'read' | 'indexed' | 'annotated'>
  readonly problems: readonly ArticleProblem[]
  onChange(listener: (generation: string) => void): () => void
}

/** Answers from the generations that a collection has in memory. */
export const createMemoryEngine = (collection: Generations): Engine => ({
  get generation() {
    return collection.current?.generation
  },
  get status() {
    return statusOf(collection)
  },
  ask: (verb, request, at) =>
    new Promise((resolve) => {
      resolve(answer(collection, verb, request, at))
    }),
  onChange: (listener) => collection.onChange(listener),
  close: () => Promise.resolve()
})

const statusOf = ({ current, progress, problems }: Generations): Status => {
  const { state, read, indexed, annotated } = progress
  return {
    state,
    articles: current?.size ?? 0,
    read,
    indexed,
    annotated,
    names: namesOf(current, state),
    problems
  }
}

const namesOf = (current: SearchIndex | undefined, state: Progress['state']): Status['names'] => {
  if (current?.annotations !== undefined) return 'ready'
  return state === 'ready' ? 'reading' : 'waiting'
}

/** @throws {EngineError} */
const answer = <V extends Verb>(
  collection: Generations,
  verb: V,
  request: Request<V>,
  at: string | undefined
): Answer<V> => {
  try {
    return VERBS[verb](generationAt(collection, at), request)
  } catch (error) {
    throw error instanceof NotAnnotatedError ? withoutNames(statusOf(collection)) : error
  }
}

/** @throws {EngineError} `not-ready`, `generation-gone` */
const generationAt = (collection: Generations, at: string | undefined): SearchIndex => {
  const { current } = collection
  if (current === undefined) throw notReady(statusOf(collection))
  if (at !== undefined && at !== current.generation)
    throw new EngineError('generation-gone', `The generation ${at} has been replaced.`)
  return current
}

type Verbs = { readonly [V in Verb]: (index: SearchIndex, request: Request<V>) => Answer<V> }

const VERBS: Verbs = {
  search: (index, request) => searchAnswer(index, request),
  snippets: findSnippets,
  articleSnippets: (index, request) => findSnippetsIn(index, articleNumber(index, request.id), request),
  articles: listArticles,
  article: (index, { id }) => {
    const article = articleNumber(index, id)
    return {
      ...index.articles.article(article),
      ...(index.annotations && { entities: mentionsIn(index, article) })
    }
  },
  entities: listEntities,
  entity: (index, { id }) => describeEntity(index, entityNumber(index, id)),
  articleEntities: (index, { id, offset, size }) => {
    const mentions = mentionsIn(index, articleNumber(index, id))
    return { total: mentions.length, items: mentions.slice(offset, offset + size) }
  },
  entityArticles: (index, { id, ...request }) => {
    entityNumber(index, id)
    return listArticles(index, { ...request, filter: { entity: [id] } })
  },
  mentions: (index, request) => findMentions(index, entityNumber(index, request.id), request),
  related: (index, request) => relatedEntities(index, entityNumber(index, request.id), request),
  quotes: findQuotes,
  articleQuotes: (index, request) => findQuotesIn(index, articleNumber(index, request.id), request),
  entityQuotes: (index, request) => {
    entityNumber(index, request.id)
    return findQuotesBy(index, request.id, request)
  },
  suggest: (index, { prefix, size }) => ({ items: suggest(index, prefix, size) }),
  analyze: (index, { text, lang }) => analyzeText(index, text.normalize('NFC'), lang)
}

const searchAnswer = (index: SearchIndex, request: SearchRequest): SearchAnswer => {
  const { plan, relaxed, didYouMean, ...found } = search(index, request)
  const terms = plan.terms.map((term) => {
    const expansions = listExpansions(index, term)
    return { text: term.text, term: term.term, ...(expansions.length > 0 && { expansions }) }
  })
  const query = { terms, relaxed, warnings: plan.warnings, ...(didYouMean !== undefined && { didYouMean }) }
  return { query, ...found }
}

/** @throws {EngineError} `article-not-found` */
const articleNumber = (index: SearchIndex, id: string): number => {
  const article = index.articles.find(id)
  if (article === undefined)
    throw new EngineError('article-not-found', `No article has the id "${id}". GET /v1/articles lists them.`)
  return article
}

/** Entities of one name that a message tells of. */
const NAMED_ENTITIES = 10

/** @throws {EngineError} `entity-not-found` */
const entityNumber = (index: SearchIndex, id: string): number => {
  const { entities } = annotationsOf(index)
  const entity = entities.find(id)
  if (entity !== undefined) return entity
  const called = entities.called(id).slice(0, NAMED_ENTITIES)
  const message =
    called.length > 0
      ? `Several entities are called that: ${called.map((other) => entities.id(other)).join(', ')}.`
      : `No entity has the id "${id}". GET /v1/entities lists them.`
  throw new EngineError('entity-not-found', message)
}
