import { byFrequency, type TextCount } from '../../entities/catalogue/display-names.js'
import { slug } from '../../entities/slug.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { StoredMention } from '../../segment/annotations/entity-index.js'
import { countMentions, type MentionCounts } from '../../segment/annotations/mention-counts.js'
import type { EntitiesRequest, Entity, Page } from '../questions.js'
import type { Generation } from '../../segment/generation.js'

export const listEntities = (
  generation: Generation,
  { q, type, credits, sort, minConfidence, offset, size }: EntitiesRequest
): Page<Entity> => {
  const { entities } = annotationsOf(generation)
  const counts = countsOf(generation, minConfidence)
  const countOf = credits === 'only' ? counts.credits : counts.mentions
  const found = matching(generation, q).filter(
    (entity) => countOf(entity) > 0 && (type?.includes(entities.type(entity)) ?? true)
  )
  if (sort === 'mentions') found.sort((a, b) => countOf(b) - countOf(a) || a - b)
  if (sort === 'articles') found.sort((a, b) => counts.articles(b) - counts.articles(a) || a - b)
  if (sort === 'name') found.sort((a, b) => entities.alphabetic(a) - entities.alphabetic(b))
  const describe = entityReader(generation, counts, minConfidence)
  return { total: found.length, items: found.slice(offset, offset + size).map(describe) }
}

type Count = (entity: number) => number
type Counts = Readonly<Record<keyof MentionCounts, Count>>

/** What is kept is not counted again. */
const countsOf = (generation: Generation, minConfidence = 0): Counts => {
  const { entities } = annotationsOf(generation)
  if (minConfidence === 0)
    return {
      articles: (entity) => entities.articles(entity).length,
      mentions: (entity) => entities.mentionCount(entity),
      credits: (entity) => entities.creditCount(entity)
    }
  const counted = countMentions(entities, generation.segment.all().toArray(), minConfidence)
  return {
    articles: (entity) => counted.articles[entity]!,
    mentions: (entity) => counted.mentions[entity]!,
    credits: (entity) => counted.credits[entity]!
  }
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

export const describeEntity = (generation: Generation, entity: number, minConfidence?: number): Entity =>
  entityReader(generation, countsOf(generation, minConfidence), minConfidence)(entity)

/** Describes entities by their mentions and quotes that are so sure. @param counts of these */
const entityReader = (
  generation: Generation,
  counts: Counts,
  minConfidence = 0
): ((entity: number) => Entity) => {
  const { entities, quotes } = annotationsOf(generation)
  return (entity) => {
    const mentioned = Array.from(entities.articles(entity))
    const sure = mentioned.map((article) =>
      minConfidence === 0
        ? []
        : Array.from(entities.mentionsOf(article, entity)).filter((one) => one.confidence >= minConfidence)
    )
    const roles = minConfidence === 0 ? entities.roles(entity) : countRoles(sure.flat())
    const own = quotes.of(entity)
    return {
      id: entities.id(entity),
      type: entities.type(entity),
      name: entities.name(entity),
      aliases: entities.aliases(entity),
      articleCount: counts.articles(entity),
      mentionCount: counts.mentions(entity),
      creditCount: counts.credits(entity),
      quoteCount: own.filter((quote) => quotes.confidence(quote) >= minConfidence).length,
      ...seen(generation, minConfidence === 0 ? mentioned : mentioned.filter((_, i) => sure[i]!.length > 0)),
      ...(roles.length > 0 && { roles })
    }
  }
}

const countRoles = (mentions: readonly StoredMention[]): TextCount[] => {
  const counts = new Map<string, number>()
  for (const { role } of mentions)
    if (role !== undefined) counts.set(role.text, (counts.get(role.text) ?? 0) + 1)
  return Array.from(counts, ([text, count]) => ({ text, count })).sort(byFrequency)
}

/** When the oldest and the newest of the articles that state a date were published. */
const seen = (
  { segment: { facts, articles } }: Generation,
  mentioned: readonly number[]
): Pick<Entity, 'firstSeen' | 'lastSeen'> => {
  let [oldest, newest]: [number?, number?] = []
  for (const article of mentioned) {
    const instant = facts.instants[article]!
    if (Number.isNaN(instant)) continue
    if (oldest === undefined || instant < facts.instants[oldest]!) oldest = article
    if (newest === undefined || instant > facts.instants[newest]!) newest = article
  }
  const [first, last] = [oldest, newest].map((article) =>
    article === undefined ? undefined : articles.facts(article).publishedAt
  )
  return { ...(first !== undefined && { firstSeen: first }), ...(last !== undefined && { lastSeen: last }) }
}
