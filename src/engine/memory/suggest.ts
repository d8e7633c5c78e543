import type { Suggestion } from '../questions.js'
import type { Generation } from '../../segment/generation.js'

/** Entities may be so many of the suggestions. */
const ENTITY_SHARE = 1 / 3

/**
 * What a person may be typing: words that complete the last one, the frequent ones first, then entities with a name
 * that has all of it, then titles that begin with all of it. Of what entities leave, half are words, more where there
 * are few titles, and the other way.
 */
export const suggest = (generation: Generation, prefix: string, size: number): Suggestion[] => {
  const named = suggestEntities(generation, prefix, Math.floor(size * ENTITY_SHARE))
  const most = size - named.length
  const { title, word } = generation.completions
  const [before, last] = splitLast(prefix)
  const words = last === '' ? [] : word.find(last, most)
  const titles = title.find(prefix, most)
  const wordCount = Math.max(Math.ceil(most / 2), most - titles.length)
  return [
    ...words
      .slice(0, wordCount)
      .map(({ text, count }) => ({ text: before + text, kind: 'word' as const, count })),
    ...named,
    ...titles.map(({ text, count }) => ({ text, kind: 'title' as const, count }))
  ].slice(0, size)
}

/** None while they are being read. */
const suggestEntities = ({ annotations }: Generation, prefix: string, most: number): Suggestion[] => {
  if (annotations === undefined) return []
  const { entities } = annotations
  return entities
    .withWords(prefix, { prefix: !/\s$/.test(prefix), most })
    .filter((entity) => entities.mentionCount(entity) > 0)
    .map((entity) => ({
      text: entities.name(entity),
      kind: 'entity',
      count: entities.mentionCount(entity)
    }))
}

/** `kommunal dig` → `kommunal `, `dig` */
const splitLast = (prefix: string): readonly [string, string] => {
  const [last] = /\S*$/.exec(prefix) ?? ['']
  return [prefix.slice(0, prefix.length - last.length), last]
}
