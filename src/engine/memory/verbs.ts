import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { Generation } from '../../segment/generation.js'
import { EngineError, type Answer, type Request, type Verb } from '../engine.js'
import { analyzeText } from './analyze.js'
import { listArticles } from './articles.js'
import { describeEntity, listEntities } from './entities.js'
import { drawGraph } from './graph.js'
import { findMentions, mentionPage, mentionsWith } from './mentions.js'
import { findQuotes, findQuotesBy, findQuotesIn } from './quotes.js'
import { relatedArticles } from './related-articles.js'
import { relatedEntities } from './related.js'
import { search } from './search.js'
import { findSnippets, findSnippetsIn } from './snippets.js'
import { listSpeakers } from './speakers.js'
import { suggest } from './suggest.js'
import { listVersions } from './versions.js'

/**
 * What one generation answers to a question.
 *
 * @throws {EngineError} `article-not-found`, `entity-not-found`
 * @throws {NotAnnotatedError} where the question is about names or quotes, and they are not known
 */
export const answerFrom = <V extends Verb>(generation: Generation, verb: V, request: Request<V>): Answer<V> =>
  VERBS[verb](generation, request)

type VerbTable = { readonly [V in Verb]: (generation: Generation, request: Request<V>) => Answer<V> }

const VERBS: VerbTable = {
  search,
  snippets: findSnippets,
  articleSnippets: (generation, request) =>
    findSnippetsIn(generation, articleNumber(generation, request.id), request),
  articles: listArticles,
  versions: listVersions,
  article: (generation, { id, minConfidence }) => {
    const article = articleNumber(generation, id)
    return {
      ...generation.segment.articles.article(article),
      ...(generation.annotations && mentionsWith(generation, article, { minConfidence }))
    }
  },
  existingArticles: ({ segment }, { ids }) => ({
    ids: ids.filter((id) => segment.articles.find(id) !== undefined)
  }),
  relatedArticles: (generation, request) =>
    relatedArticles(generation, articleNumber(generation, request.id), request),
  entities: listEntities,
  entity: (generation, { id, minConfidence }) =>
    describeEntity(generation, entityNumber(generation, id), minConfidence),
  articleEntities: (generation, { id, ...request }) =>
    mentionPage(generation, articleNumber(generation, id), request),
  entityArticles: (generation, { id, minConfidence = 0, ...request }) => {
    const entity = entityNumber(generation, id)
    const { entities } = annotationsOf(generation)
    return listArticles(
      generation,
      { ...request, filter: { entity: [id] } },
      (article) => minConfidence === 0 || entities.isSurelyIn(article, entity, minConfidence)
    )
  },
  mentions: (generation, request) => findMentions(generation, entityNumber(generation, request.id), request),
  related: (generation, request) =>
    relatedEntities(generation, entityNumber(generation, request.id), request),
  quotes: findQuotes,
  articleQuotes: (generation, request) =>
    findQuotesIn(generation, articleNumber(generation, request.id), request),
  entityQuotes: (generation, request) =>
    findQuotesBy(generation, entityNumber(generation, request.id), request),
  speakers: listSpeakers,
  graph: drawGraph,
  suggest: (generation, { prefix, size }) => ({ items: suggest(generation, prefix, size) }),
  analyze: analyzeText
}

/** @throws {EngineError} `article-not-found` */
const articleNumber = ({ segment }: Generation, id: string): number => {
  const article = segment.articles.find(id) ?? segment.findAlias(id)
  if (article === undefined)
    throw new EngineError('article-not-found', `No article has the id "${id}". GET /v1/articles lists them.`)
  return article
}

/** Entities of one name that a message tells of. */
const NAMED_ENTITIES = 10

/** @throws {EngineError} `entity-not-found` */
const entityNumber = (generation: Generation, id: string): number => {
  const { entities } = annotationsOf(generation)
  const entity = entities.find(id)
  if (entity !== undefined) return entity
  const called = entities.called(id).slice(0, NAMED_ENTITIES)
  const message =
    called.length > 0
      ? `Several entities are called that: ${called.map((other) => entities.id(other)).join(', ')}.`
      : `No entity has the id "${id}". GET /v1/entities lists them.`
  throw new EngineError('entity-not-found', message)
}
