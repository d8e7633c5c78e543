import type { Clause, Field, WordClause } from '../../segment/clause.js'
import type { SearchIndex } from '../../segment/search-index.js'
import type { TermId, WordId } from '../../segment/words/vocabulary.js'
import type { ExpandedWord, TypedWord } from './expand.js'
import { TermBuilder } from './term-builder.js'
import { WEIGHTS } from './weights.js'

export interface PrefixOptions {
  readonly field?: Field | undefined
  /** Words of the collection that it may stand for. */
  readonly most: number
}

export interface ExpandedPrefix extends ExpandedWord {
  /** More words than `most` begin so. */
  readonly isCut: boolean
}

/**
 * `digital*`: the words that begin so, the most frequent ones where they are very many; `Norg*` finds `IKT-Norge` too. An
 * inflection that begins otherwise is not found: `bøk*` finds `bøker` and not `bok`.
 *
 * All of them count as often as the most frequent one, so that the rarest word does not weigh most.
 */
export const expandPrefix = (
  index: SearchIndex,
  { text, word: prefix }: TypedWord,
  { field, most }: PrefixOptions
): ExpandedPrefix => {
  const { vocabulary } = index
  const all = vocabulary.wordsWithPrefix(prefix)
  const termIds = new Set(mostFrequent(index, all, most).map((word) => vocabulary.termOf(word)))
  const terms = Array.from(termIds, (id) => vocabulary.term(id))
  const frequency = terms.reduce((highest, term) => Math.max(highest, index.documentFrequency(term)), 0)
  const builder = new TermBuilder(index, { text, term: prefix, field, frequency })
  for (const term of terms) builder.search('prefix', term, term, WEIGHTS.prefix)
  const wholly = new Set([...termIds].filter((term) => beginWith(index, term, prefix)))
  for (const term of wholly) builder.addWordsUnder(term, WEIGHTS.prefix)
  for (const word of all) {
    const term = vocabulary.termOf(word)
    if (termIds.has(term) && !wholly.has(term)) builder.addWord(word, { grade: WEIGHTS.prefix })
  }
  const words = new Set(builder.words.keys())
  const clauseOf = (only: readonly TermId[], among?: WordClause['among']): WordClause => {
    const keys = only.map((term) => vocabulary.term(term))
    return { kind: 'word', keys, ...(among && { among }) }
  }
  const partly = [...termIds].filter((term) => !wholly.has(term))
  const clause: Clause =
    field === undefined
      ? { kind: 'any', clauses: [clauseOf([...wholly]), clauseOf(partly, { words })] }
      : clauseOf([...termIds], { words, field })
  return { term: builder.finish(), clause, relaxed: clause, isCut: all.length > most }
}

/** Do all words with a term begin so? Then its postings tell all, and no article must be read. */
const beginWith = ({ vocabulary }: SearchIndex, term: TermId, prefix: string): boolean =>
  vocabulary.wordsOf(term).every((word) => vocabulary.word(word).startsWith(prefix))

/** In the order given; of equally frequent ones the first. */
const mostFrequent = ({ vocabulary }: SearchIndex, words: Uint32Array, most: number): WordId[] => {
  if (words.length <= most) return [...words]
  const frequencies = words.map((word) => vocabulary.wordFrequency(word))
  const limit = frequencies.slice().sort().at(-most)!
  let atLimit = most - frequencies.reduce((count, frequency) => count + (frequency > limit ? 1 : 0), 0)
  return [...words.filter((_, i) => frequencies[i]! > limit || (frequencies[i] === limit && atLimit-- > 0))]
}
