import { createHash } from 'node:crypto'
import { ENTITY_TYPES, isEntityType, type EntityType } from './entity-type.js'

/**
 * A name as the catalogue keeps it: people and other things that are called alike are two, `p/berg` and `n/berg`;
 * whether an organisation, a place or something else is meant is decided later, for all of the name's mentions at once.
 */
export const nameKey = (type: EntityType, slug: string): string => `${type === 'person' ? 'p' : 'n'}/${slug}`

/**
 * The name of one article alone: whoever is only called Kari there is no other article's Kari. No slug has a full
 * stop.
 *
 *     p/kari → p/kari.5f0c3a9e
 */
export const keyInArticle = (key: string, articleId: string): string =>
  `${key}.${createHash('sha256').update(articleId).digest('hex').slice(0, 8)}`

export const isPerson = (key: string): boolean => key.startsWith('p')

export const slugOf = (key: string): string => key.slice(2)

/** The same name of the other sort: `p/berg` → n/berg. */
export const twinOf = (key: string): string => `${isPerson(key) ? 'n' : 'p'}/${slugOf(key)}`

export interface EntityId {
  readonly type: EntityType
  readonly slug: string
}

/** @param type its number in `ENTITY_TYPES` @param key the name's, as `nameKey` makes it */
export const formatId = (type: number, key: string): string => `${ENTITY_TYPES[type]!}:${slugOf(key)}`

/** `person:paul-chaffey` → its type and slug; undefined for what has not the form of an id. */
export const parseId = (id: string): EntityId | undefined => {
  const [, type = '', slug = ''] = /^([a-z]+):([^:/\s]+)$/u.exec(id) ?? []
  return isEntityType(type) ? { type, slug } : undefined
}
