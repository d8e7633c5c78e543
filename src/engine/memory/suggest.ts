import { readText } from '../../analysis/text/reading.js'
import { wordForm } from '../../analysis/text/word-form.js'
import { plainText, type Completion } from '../../segment/completions/completions.js'
import type { Suggestion } from '../questions.js'
import type { Generation } from '../../segment/generation.js'

/** Entities may be so many of the suggestions. */
const ENTITY_SHARE = 1 / 3

/** So many more words than are wanted are looked at, as some may be in no article any more. */
const SPARE_CANDIDATES = 10

/** Words that may complete the last of several, of which those stay that articles have after the one before. */
const MOST_CANDIDATES = 500

/**
 * What a person may be typing: words that complete the last one, the frequent ones first, then entities with a name
 * that has all of it, then titles that begin with all of it. An entity that is called just so comes first, and of
 * several words all entities do. Words that an entity is called by are not told twice. Of what entities leave, half are
 * words, more where there are few titles, and the other way. Words and titles that begin so without their marks alone
 * come after all that begins with the very letters: `ål` is Ålesund before it is Alta.
 */
export const suggest = (generation: Generation, prefix: string, size: number): Suggestion[] => {
  const named = suggestEntities(generation, prefix, mostEntities(size))
  const most = size - named.length
  const titles = generation.completions.title.find(prefix, most)
  const words = suggestWords(generation, prefix, most)
  return inSuggestedOrder(prefix, size, { named, words, titles })
}

export const mostEntities = (size: number): number => Math.max(1, Math.floor(size * ENTITY_SHARE))

/** What a prefix may be completed to, by kind, each the best first. */
export interface Suggested {
  readonly named: readonly Suggestion[]
  readonly words: readonly Suggestion[]
  readonly titles: readonly Completion[]
}

export const inSuggestedOrder = (
  prefix: string,
  size: number,
  { named, words, titles }: Suggested
): Suggestion[] => {
  const most = size - named.length
  const isFirst = ({ text }: Suggestion): boolean =>
    /\S\s+\S/.test(prefix) || text.toLowerCase() === prefix.trim().toLowerCase()
  const names = new Set(named.map(({ text }) => text.toLowerCase()))
  const completed = [
    ...words
      .filter(({ text }) => !names.has(text.toLowerCase()))
      .slice(0, Math.max(Math.ceil(most / 2), most - titles.length)),
    ...titles.map(({ text, count }) => ({ text, kind: 'title' as const, count }))
  ]
  const exact = plainText(prefix)
  const isExact = ({ text }: Suggestion): boolean => plainText(text).startsWith(exact)
  return [
    ...named.filter(isFirst),
    ...completed.filter((one) => one.kind === 'word' && isExact(one)),
    ...named.filter((one) => !isFirst(one)),
    ...completed.filter((one) => one.kind === 'title' && isExact(one)),
    ...completed.filter((one) => !isExact(one))
  ].slice(0, size)
}

/** Of several words the last is completed to those that stand after the one before it somewhere. */
const suggestWords = (generation: Generation, prefix: string, most: number): Suggestion[] => {
  const { vocabulary, statistics, completions } = generation
  const [before, last] = splitLast(prefix)
  if (last === '') return []
  const previous = readText(before.normalize('NFC')).tokens.at(-1)
  if (previous === undefined)
    return completions.word
      .find(last, 2 * most + SPARE_CANDIDATES)
      .flatMap(({ text }): Suggestion[] => {
        const word = vocabulary.wordId(wordForm(text))
        const count = word === undefined ? 0 : statistics.wordFrequency(word)
        return count === 0 ? [] : [{ text: before + text, kind: 'word', count }]
      })
      .slice(0, most)
  const first = vocabulary.wordId(previous.word)
  if (first === undefined) return []
  const counted = completions.word.find(last, MOST_CANDIDATES).flatMap(({ text }): Suggestion[] => {
    const second = vocabulary.wordId(wordForm(text))
    const count = second === undefined ? 0 : statistics.pairFrequency(new Set([first]), new Set([second]))
    return count === 0 ? [] : [{ text: before + text, kind: 'word', count }]
  })
  return counted.sort((a, b) => b.count - a.count).slice(0, most)
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
      count: entities.mentionCount(entity),
      entity: entities.id(entity)
    }))
}

/** `kommunal dig` → `kommunal `, `dig` */
export const splitLast = (prefix: string): readonly [string, string] => {
  const [last] = /\S*$/.exec(prefix) ?? ['']
  return [prefix.slice(0, prefix.length - last.length), last]
}
