import { caseAt } from '../segment/positions/positions.js'
import { isWrittenIn } from '../segment/articles/written-in.js'
import type { Generation } from '../segment/generation.js'
import type { QueryTerm } from '../query/planning/plan.js'
import type { Range } from '../structures/prefix-range.js'
import { MatchTable } from './match-table.js'
import type { Occurrence } from './occurrences.js'
import { phraseReader } from './phrase-occurrences.js'

/**
 * Calls `visit` for the occurrences of a query in an article, title before text, by position.
 *
 * @param range reads no words before and after these positions. All where it is absent
 * @param phrases where phrases are read, which may tell of words near it too: wherever they are where it is absent
 */
export type OccurrenceReader = (
  article: number,
  visit: (occurrence: Omit<Occurrence, 'position'>, position: number) => void,
  range?: Range,
  phrases?: Range
) => void

const EVERYWHERE: Range = { from: 0, to: Infinity }

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
  return (article, visit, range, phrases) => {
    const all = readPhrases(article, phrases)
    readWords(article, (match, position) => all.push({ ...match, position }), range)
    all.sort((a, b) => a.position - b.position || a.term - b.term)
    for (const occurrence of all) visit(occurrence, occurrence.position)
  }
}

const wordReader = (generation: Generation, terms: readonly QueryTerm[]): OccurrenceReader => {
  const table = new MatchTable(generation.vocabulary, terms)
  const { positions } = generation.segment
  const { first, text, words } = positions
  const isIn = { nb: isWrittenIn(generation.segment, 'nb'), nn: isWrittenIn(generation.segment, 'nn') }
  /** The terms that the article has a whole word of, and not only one that is written alike. */
  const termsIn = (article: number): ReadonlySet<number> => {
    const found = new Set<number>()
    for (let position = first[article]!; position < first[article + 1]!; position++)
      for (const { term, grade, part, isHomograph } of table.of(words[position]!) ?? [])
        if (grade === 1 && part === undefined && isHomograph !== true) found.add(term)
    return found
  }
  return (article, visit, { from, to } = EVERYWHERE) => {
    const textStart = text[article]!
    const end = Math.min(first[article + 1]!, to)
    let named: ReadonlySet<number> | undefined
    const isNamed = (term: number): boolean => (named ??= termsIn(article)).has(term)
    for (let position = Math.max(first[article]!, from); position < end; position++) {
      const matches = table.of(words[position]!)
      if (matches === undefined) continue
      const here = position < textStart ? 'title' : 'text'
      for (const match of matches)
        if (match.field === undefined || match.field === here)
          if (match.isHomograph !== true || !isNamed(match.term))
            if (match.leastCase === undefined || caseAt(positions, position) >= match.leastCase)
              if (match.notIn === undefined || !isIn[match.notIn](article)) visit(match, position)
    }
  }
}
