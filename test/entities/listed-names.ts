import type { EntityType } from '../../src/entities/entity-type.js'
import type { NameFinder } from '../../src/entities/mention.js'

/**
 * A recogniser that knows just these names, and finds them wherever they stand as words; the longer before the shorter.
 */
export const listedNames = (names: Readonly<Record<string, EntityType>>): NameFinder => {
  const known = new Map(Object.entries(names))
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
  return (text) =>
    Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({
      type: known.get(name)!,
      start: index,
      end: index + name.length,
      confidence: 0.9
    }))
}
