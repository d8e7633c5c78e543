import { isStopWord } from '../../analysis/text/stop-words.js'
import { wordForm } from '../../analysis/text/word-form.js'
import { idfOf } from '../../segment/postings/bm25f.js'
import { termKey } from '../../segment/postings/postings.js'
import type { Generation } from '../../segment/generation.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import type { WordClause } from '../clause.js'
import type { QueryNode, SequenceClause } from '../language/ast.js'
import type { ExpandedWord } from './expand.js'
import type { WordMatch } from './plan.js'
import { WEIGHTS } from './weights.js'

/** By word of a query that is typed apart from its other half: the term of the compound that they are. */
export type WordsApart = ReadonlyMap<QueryNode, TermId>

const LETTERS = /^\p{Ll}{2,}$/u
/** Shorter words beside each other are words: `vi ser`. */
const SHORTEST_COMPOUND = 6
const SHORTEST_HEAD = 3

/**
 * Compounds that are typed as two words, `stats minister`, `barne hage`: the collection has them as one word that is no
 * name, and more often than side by side.
 */
export const findWordsApart = (generation: Generation, node: QueryNode): WordsApart => {
  const found = new Map<QueryNode, TermId>()
  const visit = (one: QueryNode): void => {
    if ('children' in one) one.children.forEach(visit)
    else if (one.kind === 'sequence') {
      for (const [i, clause] of one.clauses.entries()) {
        const next = one.clauses[i + 1]
        if (next !== undefined && !found.has(clause.node)) takePair(generation, clause, next, found)
        visit(clause.node)
      }
    }
  }
  visit(node)
  return found
}

const takePair = (
  generation: Generation,
  first: SequenceClause,
  second: SequenceClause,
  found: Map<QueryNode, TermId>
): void => {
  const [one, other] = [plainText(first), plainText(second)]
  if (one === undefined || other === undefined) return
  const term = compoundOf(generation, one, other)
  if (term !== undefined) found.set(first.node, term).set(second.node, term)
}

const plainText = ({ occur, node }: SequenceClause): string | undefined => {
  if (occur !== 'plain' || node.kind !== 'word' || node.field !== undefined) return undefined
  const word = wordForm(node.text)
  return LETTERS.test(word) && !isStopWord(word) ? word : undefined
}

const compoundOf = (generation: Generation, first: string, second: string): TermId | undefined => {
  const { models, vocabulary, statistics } = generation
  const word = first + second
  if (word.length < SHORTEST_COMPOUND || second.length < SHORTEST_HEAD || models.isName(word))
    return undefined
  const term = vocabulary.termId(models.stem(word))
  if (term === undefined) return undefined
  const words = vocabulary.wordsOf(term)
  if (words.length === 0 || words.some((id) => vocabulary.isName(vocabulary.word(id)))) return undefined
  const idsOf = (form: string): Set<WordId> =>
    new Set([vocabulary.wordId(form)].filter((id) => id !== undefined))
  const apart = statistics.pairFrequency(idsOf(first), idsOf(second))
  return apart < statistics.documentFrequency(termKey(term)) ? term : undefined
}

/** A word that finds the compound as well which it is a half of. */
export const withCompound = (
  { statistics, vocabulary }: Generation,
  { term, clause, relaxed }: ExpandedWord,
  compound: TermId
): ExpandedWord => {
  const key = termKey(compound)
  const own = idfOf(statistics.articles, statistics.documentFrequency(key))
  const idf = term.matches.length === 0 ? own : Math.min(own, term.idf)
  const words = new Map<WordId, WordMatch>(term.words)
  for (const word of vocabulary.wordsOf(compound)) words.set(word, { grade: WEIGHTS.apart })
  const joined: WordClause = { kind: 'word', keys: [key] }
  const matches = term.matches.filter((match) => match.key !== key)
  return {
    term: {
      ...term,
      idf: term.matches.length === 0 ? own : term.idf,
      matches: [{ kind: 'compound', term: compound, key, weight: WEIGHTS.apart, idf }, ...matches],
      words
    },
    clause: { kind: 'any', clauses: [clause, joined] },
    relaxed: { kind: 'any', clauses: [relaxed, joined] }
  }
}
