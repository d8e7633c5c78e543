import { slug } from '../../entities/slug.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { EntitiesRequest, Entity, Page } from '../questions.js'
import type { Generation } from '../../segment/generation.js'

export const listEntities = (
  generation: Generation,
  { q, type, credits, sort, offset, size }: EntitiesRequest
): Page<Entity> => {
  const { entities } = annotationsOf(generation)
  const countOf = (entity: number): number =>
    credits === 'only' ? entities.creditCount(entity) : entities.mentionCount(entity)
  const found = matching(generation, q).filter(
    (entity) => countOf(entity) > 0 && (type?.includes(entities.type(entity)) ?? true)
  )
  if (credits === 'only') found.sort((a, b) => countOf(b) - countOf(a) || a - b)
  if (sort === 'articles')
    found.sort((a, b) => entities.articles(b).length - entities.articles(a).length || a - b)
  if (sort === 'name') found.sort((a, b) => entities.alphabetic(a) - entities.alphabetic(b))
  const items = found.slice(offset, offset + size).map((entity) => describeEntity(generation, entity))
  return { total: found.length, items }
}

/** Those with most mentions first; every word of `q` must begin a word of a name, all but the last must be whole. */
const matching = (generation: Generation, q: string): number[] => {
  const { entities } = annotationsOf(generation)
  const words = slug(q)
    .split('-')
    .filter((word) => word !== '')
  if (words.length === 0)
    return q.trim() === '' ? Array.from({ length: entities.size }, (_, entity) => entity) : []
  const [first = new Set<number>(), ...others] = words.map(
    (word, i) => new Set(entities.withWords(word, { prefix: i === words.length - 1 }))
  )
  return [...first].filter((entity) => others.every((set) => set.has(entity))).sort((a, b) => a - b)
}

export const describeEntity = (generation: Generation, entity: number): Entity => {
  const { facts, articles } = generation.segment
  const { entities, quotes } = annotationsOf(generation)
  const mentioned = entities.articles(entity)
  const dated = mentioned.filter((article) => !Number.isNaN(facts.instants[article]!))
  const seen = (isBetter: (a: number, b: number) => boolean): string | undefined => {
    if (dated.length === 0) return undefined
    const best = dated.reduce((a, b) => (isBetter(facts.instants[b]!, facts.instants[a]!) ? b : a))
    return articles.facts(best).publishedAt
  }
  const [firstSeen, lastSeen] = [seen((a, b) => a < b), seen((a, b) => a > b)]
  const roles = entities.roles(entity)
  return {
    id: entities.id(entity),
    type: entities.type(entity),
    name: entities.name(entity),
    aliases: entities.aliases(entity),
    articleCount: mentioned.length,
    mentionCount: entities.mentionCount(entity),
    creditCount: entities.creditCount(entity),
    quoteCount: quotes.of(entity).length,
    ...(firstSeen !== undefined && { firstSeen }),
    ...(lastSeen !== undefined && { lastSeen }),
    ...(roles.length > 0 && { roles })
  }
}
