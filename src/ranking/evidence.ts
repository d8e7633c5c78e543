import type { Generation } from '../segment/generation.js'
import type { Plan, QueryTerm } from '../query/planning/plan.js'
import { answerReader } from './answers.js'
import { occurrenceReader } from './occurrence-reader.js'
import { Occurrences, type Occurrence } from './occurrences.js'
import { TypedPairs } from './typed-pairs.js'

/** What the signals read of one article. Valid until the next one is read. */
export interface Evidence {
  /** By term of the query: its share of the idf of all, so that a signal of everything is 1. */
  readonly share: Float64Array
  readonly occurrences: Occurrences
  /** Length of the article over that of the average one, and of its title in tokens. */
  readonly relativeLength: number
  readonly titleLength: number
  /** Positions of words that could answer the question, in order; none where it asks for nothing in particular. */
  readonly answers: readonly number[]
  /** The idf of the pairs of words that stand side by side as they were typed, over the idf of all terms. */
  readonly typedPairs: number
  /** By term: for a signal to write to, whatever stands there. */
  readonly scratch: Float64Array
}

/** How well an article answers a query, in one respect: 0 (not at all) to about 1. */
export type Signal = (evidence: Evidence) => number

/** Articles are read closely up to here, in tokens: that bounds the time a search takes. */
const LONGEST = 20_000

/** The evidence of one article after the other. Prepared once for a query. */
export const evidenceReader = (
  generation: Generation,
  { terms, question }: Plan
): ((article: number) => Evidence) => {
  const { first, text, starts, sentences } = generation.segment.positions
  const { articles, tokens } = generation.statistics
  const mass = idfMass(terms)
  const share = Float64Array.from(terms, ({ idf }) => idf / mass)
  const scratch = new Float64Array(terms.length)
  const averageLength = (tokens.title + tokens.text) / Math.max(1, articles)
  const pairs = new TypedPairs(generation, question.words)
  const occurrences = new Occurrences()
  const read = occurrenceReader(generation, terms)
  const answersIn = answerReader(generation, question)

  const readOccurrences = (article: number): void => {
    occurrences.length = 0
    let sentence = sentences.first[article]!
    const last = sentences.first[article + 1]! - 1
    const readOn = (match: Omit<Occurrence, 'position'>, position: number): void => {
      const isText = position >= text[article]!
      if (isText) while (sentence < last && starts[position]! >= sentences.ends[sentence]!) sentence++
      occurrences.add(position, isText ? sentence - sentences.first[article]! : -1, match)
    }
    read(article, readOn, { from: 0, to: first[article]! + LONGEST })
  }

  return (article) => {
    readOccurrences(article)
    const [from, end] = [first[article]!, first[article + 1]!]
    const to = Math.min(end, from + LONGEST)
    return {
      share,
      occurrences,
      relativeLength: (end - from) / averageLength,
      titleLength: text[article]! - from,
      answers: answersIn?.(text[article]!, to, occurrences) ?? [],
      typedPairs: pairs.weightIn(from, to) / mass,
      scratch
    }
  }
}

/** The idf of all terms together; what signals are shares of. */
export const idfMass = (terms: readonly QueryTerm[]): number =>
  terms.reduce((sum, { idf }) => sum + idf, 0) || 1
