import type { Field } from '../../segment/field.js'
import { termKey } from '../../segment/postings/postings.js'
import { joinedLists } from '../../structures/lists.js'
import type { Clause, WordClause } from '../clause.js'
import type { Generation } from '../../segment/generation.js'
import type { Vocabulary } from '../../segment/words/vocabulary.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import type { ExpandedWord, TypedWord } from './expand.js'
import { mostFrequent } from './most-frequent.js'
import { TermBuilder } from './term-builder.js'
import { WEIGHTS } from './weights.js'

export interface PrefixOptions {
  readonly field?: Field | undefined
  /** Words of the collection that it may stand for. */
  readonly most: number
  /** Articles that have them, counted word by word; the most frequent word may have more. */
  readonly mostArticles: number
}

export interface ExpandedPrefix extends ExpandedWord {
  /** How many words it stands for, where more begin so. */
  readonly cutTo: number | undefined
}

/**
 * `digital*`: the words that begin so, in any spelling (`kafe*` finds `kafé`), the most frequent ones where they are
 * very many, or very many articles have them; `Norg*` finds `IKT-Norge` too. An inflection that begins otherwise is not
 * found: `bøk*` finds `bøker` and not `bok`.
 *
 * All of them count as often as the most frequent one, so that the rarest word does not weigh most.
 */
export const expandPrefix = (
  generation: Generation,
  { text, word: prefix }: TypedWord,
  { field, most, mostArticles }: PrefixOptions
): ExpandedPrefix => {
  const { vocabulary, statistics } = generation
  const { counted: exact, has } = vocabulary.wordsWithPrefix(prefix)
  const folded = new Set(vocabulary.wordsWithFoldedPrefix(prefix))
  const begins = (word: WordId): boolean => has(word) || folded.has(word)
  const others = Uint32Array.from(folded)
  const { words: frequent, isCut } = mostFrequent(
    joinedLists([exact.words, others]),
    joinedLists([statistics.wordFrequencies(exact), statistics.wordFrequencies({ words: others })]),
    most
  )
  const termIds = affordable(
    generation,
    new Set(frequent.map((word) => vocabulary.termOf(word))),
    mostArticles
  )
  const searched = frequent.filter((word) => termIds.has(vocabulary.termOf(word))).length
  let frequency = 0
  for (const term of termIds) frequency = Math.max(frequency, statistics.documentFrequency(termKey(term)))
  const builder = new TermBuilder(generation, { text, term: prefix, field, frequency })
  for (const term of termIds) builder.search('prefix', term, termKey(term), WEIGHTS.prefix)
  // Where all words with a term begin so, its postings tell all, and no article must be read.
  const wholly = new Set(
    [...termIds].filter((term) => vocabulary.knowsWordsOf(term) && vocabulary.wordsOf(term).every(begins))
  )
  for (const term of wholly) builder.addWordsUnder(term, WEIGHTS.prefix)
  const partly = [...termIds].filter((term) => !wholly.has(term))
  for (const term of partly) {
    for (const word of vocabulary.wordsOf(term))
      if (vocabulary.termOf(word) === term && begins(word) && statistics.wordFrequency(word) > 0)
        builder.addWord(word, { grade: WEIGHTS.prefix })
    for (const word of vocabulary.wordsWithPart(term))
      if (vocabulary.isMarked(word) && markedForms(vocabulary, word, term).some(begins))
        builder.addWord(word, { grade: WEIGHTS.prefix * WEIGHTS.markedPart, part: term })
  }
  const words = new Set(builder.words.keys())
  const clauseOf = (only: readonly TermId[], among?: WordClause['among']): WordClause => {
    return { kind: 'word', keys: only.map(termKey), ...(among && { among }) }
  }
  const clause: Clause =
    field === undefined
      ? { kind: 'any', clauses: [clauseOf([...wholly]), clauseOf(partly, { words, withMarked: true })] }
      : clauseOf([...termIds], { words, field, withMarked: true })
  const cutTo = isCut || searched < frequent.length ? searched : undefined
  return { term: builder.finish(), clause, relaxed: clause, cutTo }
}

/** The most frequent terms that no more articles have than may be read, in the order given; at least one. */
const affordable = (
  { statistics }: Generation,
  terms: ReadonlySet<TermId>,
  mostArticles: number
): ReadonlySet<TermId> => {
  const frequencies = [...terms].map((term) => ({
    term,
    articles: statistics.documentFrequency(termKey(term))
  }))
  let left = mostArticles
  for (const { articles } of frequencies) left -= articles
  if (left >= 0) return terms
  const kept = new Set(terms)
  // The rarest go first.
  for (const { term, articles } of frequencies.sort((a, b) => a.articles - b.articles)) {
    if (left >= 0 || kept.size === 1) break
    kept.delete(term)
    left += articles
  }
  return kept
}

/** The words that are written as the parts of a compound with a term. */
const markedForms = (vocabulary: Vocabulary, compound: WordId, part: TermId): WordId[] => {
  const written = vocabulary.word(compound)
  return vocabulary
    .partSpans(written, part)
    .flatMap(({ start, end }) => vocabulary.numberOfWord(written.slice(start, end)) ?? [])
}
