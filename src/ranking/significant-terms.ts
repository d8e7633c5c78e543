import { isStopWord } from '../analysis/text/stop-words.js'
import { isCreditAt, spanAt } from '../entities/catalogue/stored-article.js'
import type { Generation } from '../segment/generation.js'
import { positionsOf } from '../segment/positions/positions.js'
import { idfOf, impactOf } from '../segment/postings/bm25f.js'
import { termKey, type PostingKey } from '../segment/postings/postings.js'
import { WORD_KINDS, type TermId, type WordId } from '../segment/words/vocabulary-tables.js'
import type { Span } from '../structures/span.js'

/**
 * The terms and entities of an article that set it apart from others, each with idf × impact as its weight, heaviest
 * first.
 */
export interface SignificantTerms {
  readonly terms: readonly SignificantTerm[]
  readonly entities: readonly SignificantEntity[]
  /** What the article has in common with itself, also in what no other has: the sum of weight × impact. */
  readonly self: number
}

export interface SignificantTerm {
  readonly key: PostingKey
  /** The form that the article has most often. */
  readonly word: WordId
  readonly weight: number
}

export interface SignificantEntity {
  readonly entity: number
  readonly weight: number
}

/** Terms of an article, and entities, that others are looked for by. More find articles that are about less. */
const MOST_SIGNIFICANT = 32

/** Articles listed under them together, in terms and in entities: the heaviest come first, the rest is left out. */
const MOST_LISTED = 200_000

/**
 * Five articles cannot tell a word of their topic from one that every text may have. So articles are weighed as if so
 * many more had been read, which have each word as often as Norwegian texts in general, and no name.
 */
const TEXTS_IN_GENERAL = 200

/** What an entity that an article names weighs in it; how often it does is not looked up for each. */
export const ENTITY_IMPACT = impactOf(1)

/** @returns of an article that shares nothing with any other: no terms and no entities */
export const significantTermsOf = (generation: Generation, article: number): SignificantTerms => {
  const named = namesOf(generation, article)
  const terms = termsOf(generation, article, named.spans)
  const self = sumOf(heaviest(terms)) + sumOf(heaviest(named.entities))
  return { terms: readable(terms), entities: readable(named.entities), self }
}

interface Weighed {
  readonly weight: number
  readonly impact: number
  /** How many articles have it. */
  readonly listed: number
}

const heaviest = <T extends Weighed>(found: readonly T[]): readonly T[] =>
  [...found].sort((a, b) => b.weight - a.weight).slice(0, MOST_SIGNIFICANT)

const sumOf = (found: readonly Weighed[]): number =>
  found.reduce((sum, { weight, impact }) => sum + weight * impact, 0)

/** The heaviest that other articles have as well, as far as their lists together may be read. */
const readable = <T extends Weighed>(found: readonly T[]): readonly T[] => {
  let listed = 0
  return heaviest(found.filter((one) => one.listed > 1)).filter(
    (one) => (listed += one.listed) <= MOST_LISTED
  )
}

/** idf over the collection and texts in general. @param commonness share of texts in general that have it */
const smoothedIdf = (articles: number, listed: number, commonness = 0): number =>
  idfOf(articles + TEXTS_IN_GENERAL, listed + commonness * TEXTS_IN_GENERAL)

/** The terms of an article, without stop words, numbers and names: those tie articles as entities. */
const termsOf = (
  { segment, statistics, vocabulary, models }: Generation,
  article: number,
  names: readonly Span[]
): (SignificantTerm & Weighed)[] => {
  const impactsOf = segment.fieldImpacts(article)
  return Array.from(formsByTerm({ segment, vocabulary }, article, names), ([term, forms]) => {
    const key = termKey(term)
    const listed = statistics.documentFrequency(key)
    const { title, text } = impactsOf(key)
    const impact = title + text
    const [word] = [...forms].reduce((most, one) => (one[1] > most[1] ? one : most))
    const written = Array.from(forms.keys(), (form) => vocabulary.word(form))
    const common = Math.max(...[...written, models.stem(written[0]!)].map(models.commonness))
    return { key, word, listed, impact, weight: smoothedIdf(statistics.articles, listed, common) * impact }
  })
}

/** By term: how often the article has each of its forms outside the names of its text. */
const formsByTerm = (
  { segment, vocabulary }: Pick<Generation, 'segment' | 'vocabulary'>,
  article: number,
  names: readonly Span[]
): ReadonlyMap<TermId, ReadonlyMap<WordId, number>> => {
  const { positions } = segment
  const [first, end] = positionsOf(positions, article)
  const inNames = wordsInNames(positions, article, names)
  const forms = new Map<TermId, Map<WordId, number>>()
  for (let position = first; position < end; position++) {
    const word = positions.words[position]!
    if (inNames.positions.has(position)) continue
    // The title is not read for names; what is a name in the text is one there too.
    if (position < positions.text[article]! && inNames.words.has(word)) continue
    if (vocabulary.kinds[word] === WORD_KINDS.number) continue
    const text = vocabulary.word(word)
    if (text.length < 2 || isStopWord(text)) continue
    const term = vocabulary.termOf(word)
    const counts = forms.get(term) ?? new Map<WordId, number>()
    forms.set(term, counts.set(word, (counts.get(word) ?? 0) + 1))
  }
  return forms
}

interface WordsInNames {
  readonly positions: ReadonlySet<number>
  readonly words: ReadonlySet<WordId>
}

/** @param names in the order of the text */
const wordsInNames = (
  { starts, words, text, first }: Generation['segment']['positions'],
  article: number,
  names: readonly Span[]
): WordsInNames => {
  const found = { positions: new Set<number>(), words: new Set<WordId>() }
  let position = text[article]!
  for (const { start, end } of names) {
    while (position < first[article + 1]! && starts[position]! < start) position++
    for (; position < first[article + 1]! && starts[position]! < end; position++) {
      found.positions.add(position)
      found.words.add(words[position]!)
    }
  }
  return found
}

interface Named {
  readonly entities: readonly (SignificantEntity & Weighed)[]
  /** Where the text has names, also of those that made it, in its order. */
  readonly spans: readonly Span[]
}

/** The entities of an article; none while names are being read. */
const namesOf = ({ annotations, statistics }: Generation, article: number): Named => {
  if (annotations === undefined) return { entities: [], spans: [] }
  const { entities } = annotations
  const spans: Span[] = []
  const counts = new Map<number, number>()
  entities.forEachMention(article, (entity, mentions, i) => {
    spans.push(spanAt(mentions, i))
    if (!isCreditAt(mentions, i)) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  })
  const weighed = Array.from(counts, ([entity, count]) => {
    const listed = entities.articleCount(entity)
    return {
      entity,
      listed,
      impact: ENTITY_IMPACT,
      weight: smoothedIdf(statistics.articles, listed) * impactOf(count)
    }
  })
  return { entities: weighed, spans }
}
