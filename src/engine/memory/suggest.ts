import { readText } from '../../analysis/text/reading.js'
import { wordForm } from '../../analysis/text/word-form.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import type { NameTest } from '../../analysis/name-lexicon.js'
import { genderOf } from '../../entities/given-names.js'
import { slug } from '../../entities/slug.js'
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
 * that has all of it, then titles that begin with all of it. An entity that is called just so, also by an alias,
 * comes first (`Ap`), and of several words all entities do. A number is no part of a name, but may be its beginning.
 * Words that an entity is called by are not told twice. Of what entities leave, half are words, more where there are
 * few titles, and the other way. Words and titles that begin so without their marks alone come after all that begins
 * with the very letters: `ål` is Ålesund before it is Alta.
 */
export const suggest = (generation: Generation, prefix: string, size: number): Suggestion[] => {
  const named = suggestEntities(generation, prefix, mostEntities(size))
  const most = size - named.exact.length - named.others.length
  const titles = generation.completions.title.find(prefix, most)
  const words = suggestWords(generation, prefix, most)
  return inSuggestedOrder(prefix, size, { named, words, titles })
}

export const mostEntities = (size: number): number => Math.max(1, Math.floor(size * ENTITY_SHARE))

/** Entities that a prefix may be completed to, the most frequent first. */
export interface SuggestedEntities {
  /** Those that are called just so. */
  readonly exact: readonly Suggestion[]
  readonly others: readonly Suggestion[]
}

/** What a prefix may be completed to, by kind, each the best first. */
export interface Suggested {
  readonly named: SuggestedEntities
  readonly words: readonly Suggestion[]
  readonly titles: readonly Completion[]
}

export const inSuggestedOrder = (
  prefix: string,
  size: number,
  { named, words, titles }: Suggested
): Suggestion[] => {
  const all = [...named.exact, ...named.others]
  const most = size - all.length
  const names = new Set(all.map(({ text }) => text.toLowerCase()))
  const completed = [
    ...words
      .filter(({ text }) => !names.has(text.toLowerCase()))
      .slice(0, Math.max(Math.ceil(most / 2), most - titles.length)),
    ...titles.map(({ text, count }) => ({ text, kind: 'title' as const, count }))
  ]
  const exact = plainText(prefix)
  const isExact = ({ text }: Suggestion): boolean => plainText(text).startsWith(exact)
  const [first, later] = /\S\s+\S/.test(prefix) ? [all, []] : [named.exact, named.others]
  const isFolded = ({ text }: Suggestion): boolean => hasWordsFolded(text, exact)
  return [
    ...first,
    ...completed.filter((one) => one.kind === 'word' && isExact(one)),
    ...later.filter((one) => !isFolded(one)),
    ...completed.filter((one) => one.kind === 'title' && isExact(one)),
    ...later.filter(isFolded),
    ...completed.filter((one) => !isExact(one))
  ].slice(0, size)
}

/** Has a name a word that begins so in other letters alone: `Aarebrot` for `å`? */
const hasWordsFolded = (name: string, begun: string): boolean => {
  if (!`-${slug(name)}`.includes(`-${slug(begun)}`)) return false
  const words = plainText(name).split(/(?<=[^\p{L}\p{N}])/u)
  return !words.some((_, from) => words.slice(from).join('').startsWith(begun))
}

/** An entity that may be called just as what was typed, and how else it is written. */
export interface CalledSo {
  readonly suggestion: Suggestion
  readonly aliases: readonly string[]
}

/**
 * Those that are called just so, in the very letters, by their names or by aliases that are no word of the name (`Ap`,
 * and not `Per` of Per Foss); those that are written with the same capitals first.
 */
export const calledSo = (prefix: string, found: readonly CalledSo[]): Suggestion[] => {
  const typed = prefix.normalize('NFC').trim()
  const called = plainText(typed)
  const namesOf = ({ suggestion: { text }, aliases }: CalledSo): readonly string[] =>
    `-${slug(text)}-`.includes(`-${slug(called)}-`) ? [text] : aliases
  const named = found.filter((one) => namesOf(one).some((name) => plainText(name) === called))
  const isTyped = (one: CalledSo): boolean => namesOf(one).includes(typed)
  return [...named.filter(isTyped), ...named.filter((one) => !isTyped(one))].map(
    ({ suggestion }) => suggestion
  )
}

/** At most so many, each once. */
export const joinedEntities = (
  exact: readonly Suggestion[],
  others: readonly Suggestion[],
  most: number
): SuggestedEntities => {
  const first = exact.slice(0, most)
  const ids = new Set(first.map(({ entity }) => entity))
  const rest = others.filter(({ entity }) => !ids.has(entity))
  return { exact: first, others: rest.slice(0, most - first.length) }
}

/** How entities are looked for that a prefix may name. */
export const entitySearch = (
  prefix: string
): { readonly exact: boolean; readonly first: boolean; readonly prefix: boolean } => ({
  // Of what begins with `den` an entity that is called so is not what somebody types.
  exact: prefix !== prefix.toLowerCase() || !isStopWord(prefix.trim()),
  first: !/\p{L}/u.test(prefix),
  prefix: !/\s$/.test(prefix)
})

/**
 * A word after those before it, which are written as names where it is one and they are: `kari nord` → Kari Nordmann;
 * undefined where a name was begun, `Kari N`, and it is none.
 */
export const completedPair = (
  isName: NameTest,
  [before, last]: readonly [string, string],
  text: string
): string | undefined => {
  const isCapital = /^\p{Lu}/u.test(text)
  if (!isCapital) return /^\p{Lu}/u.test(last) ? undefined : before + text
  const capital = (word: string): string =>
    isName(word) || genderOf(word) !== undefined ? word.charAt(0).toUpperCase() + word.slice(1) : word
  return before.replace(/(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu, capital) + text
}

/** Of several words the last is completed to those that stand after the one before it somewhere. */
const suggestWords = (generation: Generation, prefix: string, most: number): Suggestion[] => {
  const { vocabulary, statistics, completions, models } = generation
  const typed = splitLast(prefix)
  const [before, last] = typed
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
    const pair = completedPair(models.isName, typed, text)
    if (second === undefined || pair === undefined) return []
    const count = statistics.pairFrequency(new Set([first]), new Set([second]))
    return count === 0 ? [] : [{ text: pair, kind: 'word', count }]
  })
  return counted.sort((a, b) => b.count - a.count).slice(0, most)
}

/** None while they are being read. */
const suggestEntities = ({ annotations }: Generation, prefix: string, most: number): SuggestedEntities => {
  if (annotations === undefined) return { exact: [], others: [] }
  const { entities } = annotations
  const { exact: isExact, ...search } = entitySearch(prefix)
  const suggestion = (entity: number): Suggestion => ({
    text: entities.name(entity),
    kind: 'entity',
    count: entities.mentionCount(entity),
    entity: entities.id(entity)
  })
  const mentioned = (found: readonly number[]): number[] =>
    found.filter((entity) => entities.mentionCount(entity) > 0)
  const whole = isExact ? mentioned(entities.withWords(prefix, { whole: true })) : []
  const exact = calledSo(
    prefix,
    whole.map((entity) => ({ suggestion: suggestion(entity), aliases: entities.aliases(entity) }))
  )
  const others = mentioned(entities.withWords(prefix, { ...search, most })).map(suggestion)
  return joinedEntities(exact, others, most)
}

/** `kommunal dig` → `kommunal `, `dig` */
export const splitLast = (prefix: string): readonly [string, string] => {
  const [last] = /\S*$/.exec(prefix) ?? ['']
  return [prefix.slice(0, prefix.length - last.length), last]
}
