import { parseQuery } from '../../query/language/parser.js'
import { makePlan } from '../../query/planning/make-plan.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import { countSpeakers } from '../../segment/annotations/speaker-counts.js'
import type { Generation } from '../../segment/generation.js'
import type { QueriedPage, Speaker, SpeakersRequest } from '../questions.js'
import { selectCounted } from './collapse.js'
import { queryAnswer } from './query-answer.js'

/** Who is quoted in the articles that match, those with most quotes (or articles) first. */
export const listSpeakers = (generation: Generation, request: SpeakersRequest): QueriedPage<Speaker> => {
  const { type, sort, minConfidence, offset, size } = request
  const annotations = annotationsOf(generation)
  const { entities } = annotations
  const plan = makePlan(generation, parseQuery(request.q), request)
  const { articles, ...selection } = selectCounted(generation, plan, request)
  const counts = countSpeakers(annotations, articles, minConfidence)
  const quotesOf = (entity: number): number => counts.direct[entity]! + counts.reported[entity]!
  const articlesOf = (entity: number): number => counts.articles[entity]!
  const [first, second] = sort === 'quotes' ? [quotesOf, articlesOf] : [articlesOf, quotesOf]
  const speakers: number[] = []
  counts.articles.forEach((count, entity) => {
    if (count > 0 && (type?.includes(entities.type(entity)) ?? true)) speakers.push(entity)
  })
  speakers.sort((a, b) => first(b) - first(a) || second(b) - second(a) || a - b)
  const items = speakers.slice(offset, offset + size).map((entity) => ({
    id: entities.id(entity),
    type: entities.type(entity),
    name: entities.name(entity),
    quotes: quotesOf(entity),
    direct: counts.direct[entity]!,
    reported: counts.reported[entity]!,
    articles: articlesOf(entity)
  }))
  return { query: queryAnswer(generation, plan, request.q, selection), total: speakers.length, items }
}
