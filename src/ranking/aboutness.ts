import { readText } from '../analysis/text/reading.js'
import { isCreditAt, spanAt } from '../entities/catalogue/stored-article.js'
import type { Clause } from '../query/clause.js'
import { askedEntities, type AskedEntities } from '../query/selection/asked-entities.js'
import { annotationsOf } from '../segment/annotations/annotations.js'
import type { Generation } from '../segment/generation.js'
import { CASES } from '../segment/positions/positions.js'
import { idfOf } from '../segment/postings/bm25f.js'
import type { WordId } from '../segment/words/vocabulary-tables.js'

/** What an article is worth to a query that asks for a name by a field: `person:berg`. */
export interface AboutShare {
  /** What was asked for: `person:berg`. */
  readonly text: string
  /** How much the article is about it, 0–1. */
  readonly value: number
  /** The idf of what was asked for. */
  readonly weight: number
}

export type AboutReader = (article: number) => AboutShare[]

/** The parts of `AboutShare.value`, set by hand; they sum to 1. */
const PARTS = {
  /** The share of all mentions that name it. */
  share: 0.35,
  /** How often it is named, saturated: 3 mentions are half of it. */
  frequency: 0.2,
  /** How early it is named first: half of it 500 characters into the text. */
  position: 0.15,
  /** The title names it. */
  title: 0.3
} as const
const HALF_MENTIONS = 3
const HALF_CHARACTERS = 500

/** Titles are searched for the names of so many entities, those with most mentions: `person:k*` asks for thousands. */
const MOST_TITLED = 100

/** Prepared once for a query; undefined for one that asks for no name by a field. */
export const aboutReader = (generation: Generation, clause: Clause): AboutReader | undefined => {
  const asked = askedEntities(generation, clause).filter(({ entities }) => entities.size > 0)
  if (asked.length === 0) return undefined
  const readers = asked.map((one) => readerOf(generation, one))
  return (article) => readers.map((read) => read(article)).filter(({ value }) => value > 0)
}

const readerOf = (
  generation: Generation,
  { clause, entities: wanted }: AskedEntities
): ((article: number) => AboutShare) => {
  const { entities } = annotationsOf(generation)
  const { articles } = generation.statistics
  const weight = idfOf(articles, entities.articlesNaming([...wanted]))
  const isInTitle = titleReader(generation, [...wanted])
  const text = `${clause.type}:${clause.value}${clause.prefix ? '*' : ''}`
  return (article) => {
    let [own, all, first] = [0, 0, 0]
    entities.forEachMention(article, (entity, mentions, i) => {
      if (isCreditAt(mentions, i)) return
      all++
      if (!wanted.has(entity)) return
      if (own === 0) first = spanAt(mentions, i).start
      own++
    })
    if (own === 0) return { text, value: 0, weight }
    const value =
      PARTS.share * (own / all) +
      PARTS.frequency * (own / (own + HALF_MENTIONS)) +
      PARTS.position * (HALF_CHARACTERS / (HALF_CHARACTERS + first)) +
      (isInTitle(article) ? PARTS.title : 0)
    return { text, value, weight }
  }
}

/** Has the title of an article one of the names of the entities, as a name, or its genitive? */
const titleReader = (generation: Generation, wanted: readonly number[]): ((article: number) => boolean) => {
  const { first, text, words, cases } = generation.segment.positions
  const names = namesByWord(generation, wanted.slice(0, MOST_TITLED))
  return (article) => {
    const end = text[article]!
    for (let position = first[article]!; position < end; position++) {
      if (cases[position] === CASES.small) continue
      const begun = names.get(words[position]!) ?? []
      const fits = (name: Name): boolean =>
        position + name.length <= end && name.every((place, i) => place.has(words[position + i]!))
      if (begun.some(fits)) return true
    }
    return false
  }
}

/** By place: the words that may stand there. */
type Name = readonly ReadonlySet<WordId>[]

/** All that the entities are called, by the first word. */
const namesByWord = (
  { vocabulary, annotations }: Generation,
  wanted: readonly number[]
): ReadonlyMap<WordId, readonly Name[]> => {
  const { entities } = annotations!
  const byWord = new Map<WordId, Name[]>()
  for (const text of wanted.flatMap((entity) => [entities.name(entity), ...entities.aliases(entity)])) {
    const forms = readText(text).tokens.map(({ word }) => word)
    const name = forms.map((form, i) => {
      const written = i === forms.length - 1 ? [form, `${form}s`] : [form]
      return new Set(written.flatMap((one) => vocabulary.wordId(one) ?? []))
    })
    for (const word of name[0] ?? []) byWord.set(word, [...(byWord.get(word) ?? []), name])
  }
  return byWord
}
