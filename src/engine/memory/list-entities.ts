import { slug } from '../../entities/slug.js'
import type { EntityType } from '../../entities/entity-type.js'
import type { TextCount } from '../../entities/catalogue/display-names.js'
import { annotationsOf } from '../../segment/annotations/annotations.js'
import type { SearchIndex } from '../../segment/search-index.js'

/** Someone or something that the articles name. */
export interface Entity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  /** How else it is written, the most frequent first. */
  readonly aliases: readonly string[]
  readonly articleCount: number
  readonly mentionCount: number
  /** When the oldest and the newest article that state a date were published, as they state it. */
  readonly firstSeen?: string
  readonly lastSeen?: string
  /** What the person is called, the most frequent first. */
  readonly roles?: readonly TextCount[]
}

export interface EntityListRequest {
  /** Words of a name, the last may be the beginning of one; empty: all. */
  readonly q: string
  readonly type?: readonly EntityType[] | undefined
  readonly sort: 'mentions' | 'articles' | 'name'
  readonly offset: number
  readonly size: number
}

export const listEntities = (
  index: SearchIndex,
  { q, type, sort, offset, size }: EntityListRequest
): { total: number; items: Entity[] } => {
  const { entities } = annotationsOf(index)
  const found = matching(index, q).filter((entity) => type?.includes(entities.type(entity)) ?? true)
  if (sort === 'articles')
    found.sort((a, b) => entities.articles(b).length - entities.articles(a).length || a - b)
  if (sort === 'name') found.sort((a, b) => entities.alphabetic(a) - entities.alphabetic(b))
  const items = found.slice(offset, offset + size).map((entity) => describeEntity(index, entity))
  return { total: found.length, items }
}

/** Those with most mentions first; every word of `q` must begin a word of a name, all but the last must be whole. */
const matching = (index: SearchIndex, q: string): number[] => {
  const { entities } = annotationsOf(index)
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

export const describeEntity = (index: SearchIndex, entity: number): Entity => {
  const { facts, articles } = index
  const { entities } = annotationsOf(index)
  const mentioned = entities.articles(entity)
  const dated = mentioned.filter((article) => !Number.isNaN(facts.instants[article]!))
  const seen = (isBetter: (a: number, b: number) => boolean): string | undefined => {
    if (dated.length === 0) return undefined
    const best = dated.reduce((a, b) => (isBetter(facts.instants[b]!, facts.instants[a]!) ? b : a))
    return articles.stated(best).publishedAt
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
    ...(firstSeen !== undefined && { firstSeen }),
    ...(lastSeen !== undefined && { lastSeen }),
    ...(roles.length > 0 && { roles })
  }
}
