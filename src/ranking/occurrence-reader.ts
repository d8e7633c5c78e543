import type { Generation } from '../segment/generation.js'
import type { QueryTerm } from '../query/planning/plan.js'
import { MatchTable } from './match-table.js'
import type { Occurrence } from './occurrences.js'
import { phraseReader } from './phrase-occurrences.js'

/**
 * Calls `visit` for the occurrences of a query in an article, title before text, by position.
 *
 * @param longest reads so many tokens of the article, and its phrases; all where it is absent
 */
export type OccurrenceReader = (
  article: number,
  visit: (occurrence: Omit<Occurrence, 'position'>, position: number) => void,
  longest?: number
) => void

interface Prepared {
  readonly generation: Generation
  readonly terms: readonly QueryTerm[]
  readonly read: OccurrenceReader
}

/**
 * The latest one: the ranking and the snippets of a search read alike, one right after the other. No WeakMap, for its
 * values live on until a full collection of garbage, and a search makes many thousands of objects.
 */
let latest: Prepared | undefined

/** Prepared once for the terms of a plan. */
export const occurrenceReader = (generation: Generation, terms: readonly QueryTerm[]): OccurrenceReader => {
  if (latest?.terms !== terms || latest.generation !== generation)
    latest = { generation, terms, read: createReader(generation, terms) }
  return latest.read
}

const createReader = (generation: Generation, terms: readonly QueryTerm[]): OccurrenceReader => {
  const readWords = wordReader(generation, terms)
  if (terms.every(({ phrase, near }) => phrase === undefined && near === undefined)) return readWords
  const readPhrases = phraseReader(generation, terms)
  return (article, visit, longest) => {
    const all = readPhrases(article)
    readWords(article, (match, position) => all.push({ ...match, position }), longest)
    all.sort((a, b) => a.position - b.position || a.term - b.term)
    for (const occurrence of all) visit(occurrence, occurrence.position)
  }
}

const wordReader = (generation: Generation, terms: readonly QueryTerm[]): OccurrenceReader => {
  const table = new MatchTable(generation.vocabulary, terms)
  const { first, text, words, cases } = generation.segment.positions
  return (article, visit, longest = Infinity) => {
    const textStart = text[article]!
    const end = Math.min(first[article + 1]!, first[article]! + longest)
    for (let position = first[article]!; position < end; position++) {
      const matches = table.of(words[position]!)
      if (matches === undefined) continue
      const here = position < textStart ? 'title' : 'text'
      for (const match of matches)
        if (match.field === undefined || match.field === here)
          if (match.leastCase === undefined || cases[position]! >= match.leastCase) visit(match, position)
    }
  }
}
