import { readText } from '../analysis/text/reading.js'
import { isCreditAt, spanAt } from '../entities/catalogue/stored-article.js'
import type { Clause } from '../query/clause.js'
import { askedEntities, type AskedEntities } from '../query/selection/asked-entities.js'
import { annotationsOf } from '../segment/annotations/annotations.js'
import type { Generation } from '../segment/generation.js'
import { caseAt, CASES } from '../segment/positions/positions.js'
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

/** How much articles are about what a query asks for by fields. */
export interface AboutReader {
  /** The sum of value × weight of what is asked for. */
  readonly score: (article: number) => number
  /** What is asked for and named, in the order of the query. */
  readonly shares: (article: number) => AboutShare[]
}

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

/**
 * Titles are searched for the names of so many entities of what is asked for, those with most mentions: `person:k*`
 * asks for thousands. All that is asked for shares three times as many.
 */
const MOST_TITLED = 100
const MOST_TITLED_IN_ALL = 300

/** How often an article mentions each that is asked for, in their order: written anew for the next article. */
interface MentionCounts {
  /** Mentions that name it. */
  readonly own: Uint32Array
  /** Where the first one begins, in UTF-16 code units. */
  readonly first: Uint32Array
  /** Mentions of anybody. */
  all: number
}

/** Prepared once for a query; undefined for one that asks for no name by a field. */
export const aboutReader = (generation: Generation, clause: Clause): AboutReader | undefined => {
  const asked = askedEntities(generation, clause).filter(({ entities }) => entities.length > 0)
  if (asked.length === 0) return undefined
  // What is asked for twice counts twice, and is looked for once.
  const different = [...new Map(asked.map((one) => [textOf(one.clause), one])).values()]
  const readMentions = mentionReader(generation, different)
  const titled = Math.min(MOST_TITLED, Math.floor(MOST_TITLED_IN_ALL / different.length))
  const readers = different.map((one, i) => readerOf(generation, one, { place: i, titled }))
  const places = asked.map(({ clause: own }) =>
    different.findIndex(({ clause: other }) => textOf(own) === textOf(other))
  )
  return {
    score: (article) => {
      const counts = readMentions(article)
      let sum = 0
      for (const place of places)
        if (counts.own[place]! > 0) sum += readers[place]!.weight * readers[place]!.valueIn(article, counts)
      return sum
    },
    shares: (article) => {
      const counts = readMentions(article)
      return places
        .filter((place) => counts.own[place]! > 0)
        .map((place) => {
          const { text, weight, valueIn } = readers[place]!
          return { text, weight, value: valueIn(article, counts) }
        })
    }
  }
}

const textOf = ({ type, value, prefix }: AskedEntities['clause']): string =>
  `${type}:${value}${prefix ? '*' : ''}`

/**
 * Reads the mentions of an article once for all that is asked for: at most 32 names, which a query's limits see to.
 */
const mentionReader = (
  generation: Generation,
  asked: readonly AskedEntities[]
): ((article: number) => MentionCounts) => {
  const { entities } = annotationsOf(generation)
  /** By entity: which ask for it, a bit each. */
  const askedBy = new Uint32Array(entities.size)
  for (const [i, { entities: wanted }] of asked.entries())
    for (const entity of wanted) askedBy[entity]! |= 1 << i
  const counts: MentionCounts = {
    own: new Uint32Array(asked.length),
    first: new Uint32Array(asked.length),
    all: 0
  }
  return (article) => {
    counts.own.fill(0)
    counts.all = 0
    entities.forEachMention(article, (entity, mentions, at) => {
      if (isCreditAt(mentions, at)) return
      counts.all++
      for (let left = askedBy[entity]!; left !== 0; left &= left - 1) {
        const i = 31 - Math.clz32(left & -left)
        if (counts.own[i]!++ === 0) counts.first[i] = spanAt(mentions, at).start
      }
    })
    return counts
  }
}

/** How much an article is about one thing that is asked for. */
interface ValueReader extends Pick<AboutShare, 'text' | 'weight'> {
  /** @param counts of the article, where it names it */
  readonly valueIn: (article: number, counts: MentionCounts) => number
}

/** @param place among what is asked for @param titled entities whose names titles are searched for */
const readerOf = (
  generation: Generation,
  { clause, entities: wanted }: AskedEntities,
  { place, titled }: { readonly place: number; readonly titled: number }
): ValueReader => {
  const { entities } = annotationsOf(generation)
  const isInTitle = titleReader(generation, wanted.slice(0, titled))
  return {
    text: textOf(clause),
    weight: idfOf(generation.statistics.articles, entities.articleCountOfAny(wanted)),
    valueIn: (article, { own, first, all }) =>
      PARTS.share * (own[place]! / all) +
      PARTS.frequency * (own[place]! / (own[place]! + HALF_MENTIONS)) +
      PARTS.position * (HALF_CHARACTERS / (HALF_CHARACTERS + first[place]!)) +
      (isInTitle(article) ? PARTS.title : 0)
  }
}

/** Has the title of an article one of the names of the entities, as a name, or its genitive? */
const titleReader = (generation: Generation, wanted: readonly number[]): ((article: number) => boolean) => {
  const { positions } = generation.segment
  const { first, text, words } = positions
  const names = namesByWord(generation, wanted)
  return (article) => {
    const end = text[article]!
    for (let position = first[article]!; position < end; position++) {
      if (caseAt(positions, position) === CASES.small) continue
      const fits = (name: Name): boolean =>
        position + name.length <= end && name.every((place, i) => place.has(words[position + i]!))
      if (names.get(words[position]!)?.some(fits) === true) return true
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
