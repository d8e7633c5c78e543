import type { Field, PhraseClause } from '../index/clause.js'
import { phraseFinder } from '../index/phrase.js'
import { SlotTable } from '../index/slot-table.js'
import type { SearchIndex } from '../index/search-index.js'
import type { TermId, WordId } from '../index/vocabulary.js'
import { WordFilter } from '../index/word-filter.js'
import type { QueryTerm } from '../query/plan.js'

/** A place in an article where a word of the query is. */
export interface Occurrence {
  /** See `ForwardIndex`. */
  readonly position: number
  /** Index into the plan's terms. */
  readonly term: number
  /** 0–1, how good a match it is. */
  readonly grade: number
  /** Only this part of the word matches. */
  readonly part: TermId | undefined
}

/** The occurrences of a query in an article, title before text, by position. */
export type OccurrenceReader = (article: number) => readonly Occurrence[]

const prepared = new WeakMap<readonly QueryTerm[], OccurrenceReader>()

/** Prepared once for the terms of a plan: the ranking and the snippets read alike. */
export const occurrenceReader = (index: SearchIndex, terms: readonly QueryTerm[]): OccurrenceReader => {
  const reader = prepared.get(terms) ?? createReader(index, terms)
  prepared.set(terms, reader)
  return reader
}

const createReader = (index: SearchIndex, terms: readonly QueryTerm[]): OccurrenceReader => {
  const readWords = wordReader(index, terms)
  const readPhrases = phraseReader(index, terms)
  return (article) => {
    const words = readWords(article)
    const inPhrases = readPhrases(article)
    if (inPhrases.length === 0) return words
    return [...words, ...inPhrases].sort((a, b) => a.position - b.position || a.term - b.term)
  }
}

/** What a word of the collection is to one word of the query. */
interface Match extends Omit<Occurrence, 'position'> {
  readonly field: Field | undefined
}

const wordReader = (index: SearchIndex, terms: readonly QueryTerm[]): OccurrenceReader => {
  const matches = matchesByWord(terms)
  const filter = new WordFilter(matches.size)
  for (const word of matches.keys()) filter.add(word)
  const { first, text, words } = index.forward
  return (article) => {
    const occurrences: Occurrence[] = []
    for (let position = first[article]!; position < first[article + 1]!; position++) {
      const word = words[position]!
      const found = filter.bitsOf(word) === 0 ? undefined : matches.get(word)
      if (found === undefined) continue
      const here: Field = position < text[article]! ? 'title' : 'text'
      for (const { term, grade, part, field } of found)
        if (field === undefined || field === here) occurrences.push({ position, term, grade, part })
    }
    return occurrences
  }
}

const matchesByWord = (terms: readonly QueryTerm[]): ReadonlyMap<WordId, Match[]> => {
  const byWord = new Map<WordId, Match[]>()
  terms.forEach(({ words, field, phrase }, term) => {
    if (phrase !== undefined) return
    for (const [word, { grade, part }] of words) {
      const match = { term, grade, part, field }
      const matches = byWord.get(word)
      if (matches === undefined) byWord.set(word, [match])
      else matches.push(match)
    }
  })
  return byWord
}

/** Words of a phrase occur only where the phrase does. */
const phraseReader = (index: SearchIndex, terms: readonly QueryTerm[]): OccurrenceReader => {
  const phrases = new Map<PhraseClause, number[]>()
  terms.forEach(({ phrase }, term) => {
    if (phrase === undefined) return
    const termOfSlot = phrases.get(phrase.clause) ?? []
    termOfSlot[phrase.slot] = term
    phrases.set(phrase.clause, termOfSlot)
  })
  const finders = Array.from(phrases, ([clause, termOfSlot]) => ({
    slots: clause.slots,
    termOfSlot,
    finder: phraseFinder(index, clause, new SlotTable(index, clause.slots))
  }))
  return (article) => {
    const occurrences: Occurrence[] = []
    for (const { slots, termOfSlot, finder } of finders) {
      finder.forEachWord(article, (position, slot) => {
        const { words, term } = slots[slot]!
        // A word that is not the slot's own has a part that is: `IKT-Norge` in `"IKT Norge"`.
        const part = words.has(index.forward.words[position]!) ? undefined : term
        occurrences.push({ position, term: termOfSlot[slot]!, grade: 1, part })
      })
    }
    return occurrences
  }
}
