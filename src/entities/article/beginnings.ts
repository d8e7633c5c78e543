import type { EntityType } from '../entity-type.js'
import type { Abbreviation } from './abbreviations.js'
import type { ArticleName } from './article-names.js'

const TYPES: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'event'])

/** Fewer words tell a part or a product from the whole: `Telenor Norge`, `Ford Focus`. */
const LEAST_MORE = 2

/**
 * The names with which longer names of the same type begin, word by word: `Rambøll` and `Rambøll Management Consulting`.
 * Whether they mean the same is for the collection to say.
 */
export const beginningsIn = (names: readonly ArticleName[]): Abbreviation[] => {
  const things = names.filter(({ type }) => TYPES.has(type))
  const known = new Map(things.map((name) => [name.words.join(' '), name]))
  return things.flatMap((long) => {
    // An edition or a model, and not the full name of what makes it.
    if (/\d/.test(long.slug)) return []
    return long.words.slice(0, -LEAST_MORE).flatMap((_, last) => {
      const short = known.get(long.words.slice(0, last + 1).join(' '))
      return short?.type === long.type ? { short: short.name, long: long.name } : []
    })
  })
}
