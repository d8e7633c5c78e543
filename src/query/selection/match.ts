import { isWrittenIn } from '../../segment/articles/written-in.js'
import { Bitset } from '../../structures/bitset.js'
import type { Clause, FactClause, PhraseClause, WordClause } from '../clause.js'
import { articlesWithWords, keep, tokensOf } from './articles-with-words.js'
import { articlesNaming, articlesNamingId, entitiesFor } from './asked-entities.js'
import { PhraseBudget } from './phrase-budget.js'
import { phraseFinder } from './phrase-finder.js'
import { articlesWithPhrase, phraseCost } from './phrase-positions.js'
import { occurrencesOf } from '../../segment/positions/word-positions.js'
import type { Generation } from '../../segment/generation.js'
import type { PostingKey } from '../../segment/postings/postings.js'
import { SlotTable } from './slot-table.js'

type Matchable = Pick<Generation, 'segment' | 'vocabulary' | 'annotations'>

/**
 * The articles of `among` that match a clause: posting lists become bitsets, the boolean operators theirs. Phrases and
 * fields are looked up in the articles themselves, and only in those whose answer is still open.
 */
export const matchClause = (
  generation: Matchable,
  clause: Clause,
  among = generation.segment.all(),
  budget = new PhraseBudget()
): Bitset => {
  switch (clause.kind) {
    case 'every':
      return among.copy()
    case 'word':
      return matchWord(generation, clause, among)
    case 'phrase':
      return matchPhrase(generation, clause, among, budget)
    case 'fact':
      return matchFact(generation, clause, among)
    case 'entity':
      return articlesNaming(generation, entitiesFor(generation, clause)).and(among)
    case 'mention':
      return articlesNamingId(generation, clause.entity).and(among)
    case 'not':
      return among.copy().andNot(matchClause(generation, clause.clause, among, budget))
    case 'any':
      return matchAny(generation, cheapFirst(alternatives(clause.clauses)), among, budget)
    case 'all':
      return matchAll(generation, cheapFirst(clause.clauses), among, budget)
  }
}

const matchAny = (
  generation: Matchable,
  clauses: readonly Clause[],
  among: Bitset,
  budget: PhraseBudget
): Bitset => {
  const open = among.copy()
  for (const clause of clauses) {
    if (open.isEmpty) break
    open.andNot(matchClause(generation, clause, open, budget))
  }
  return among.copy().andNot(open)
}

const matchAll = (
  generation: Matchable,
  clauses: readonly Clause[],
  among: Bitset,
  budget: PhraseBudget
): Bitset => {
  let open = among.copy()
  for (const clause of clauses) {
    if (open.isEmpty) break
    open = matchClause(generation, clause, open, budget)
  }
  return open
}

/** With those of alternatives among them, so that all that postings answer comes before what articles are read for. */
const alternatives = (clauses: readonly Clause[]): readonly Clause[] =>
  clauses.flatMap((clause) => (clause.kind === 'any' ? alternatives(clause.clauses) : clause))

/** Clauses that postings answer before those that read articles. */
const cheapFirst = (clauses: readonly Clause[]): Clause[] =>
  [...clauses].sort((a, b) => Number(readsArticles(a)) - Number(readsArticles(b)))

const readsArticles = (clause: Clause): boolean => {
  switch (clause.kind) {
    case 'phrase':
      return true
    case 'word':
      return clause.among !== undefined
    case 'not':
      return readsArticles(clause.clause)
    case 'any':
    case 'all':
      return clause.clauses.some(readsArticles)
    case 'every':
    case 'fact':
    case 'entity':
    case 'mention':
      return false
  }
}

const underKeys = ({ segment }: Matchable, keys: readonly PostingKey[]): Bitset => {
  const set = new Bitset(segment.size)
  for (const key of keys) {
    segment.postings.forEachBlock(key, (articles, from, to) => {
      for (let i = from; i < to; i++) set.add(articles[i]!)
    })
  }
  return set
}

const matchWord = (
  generation: Matchable,
  { keys, notIn, among: wanted }: WordClause,
  among: Bitset
): Bitset => {
  const under = underKeys(generation, keys).and(among)
  const candidates = notIn === undefined ? under : without(under, isWrittenIn(generation.segment, notIn))
  if (wanted === undefined) return candidates
  const unsure = unsureAmong(generation, wanted, candidates)
  if (unsure === undefined) return articlesWithWords(generation, wanted, candidates)
  return candidates.andNot(unsure).or(articlesWithWords(generation, wanted, unsure))
}

const without = (articles: Bitset, isOne: (article: number) => boolean): Bitset =>
  keep(articles, (article) => !isOne(article))

/** The candidates that may have none of the words; undefined where that is not known of the others. */
const unsureAmong = (
  generation: Matchable,
  { words, unsure, others }: NonNullable<WordClause['among']>,
  candidates: Bitset
): Bitset | undefined => {
  if (unsure !== undefined) return underKeys(generation, unsure).and(candidates)
  if (others === undefined) return undefined
  const { wordPositions } = generation.segment
  if (occurrencesOf(wordPositions, words) < occurrencesOf(wordPositions, others)) return undefined
  return articlesWithWords(generation, { words: others }, candidates)
}

const matchPhrase = (
  generation: Matchable,
  phrase: PhraseClause,
  among: Bitset,
  budget: PhraseBudget
): Bitset => {
  if (phrase.slots.length === 0) return new Bitset(generation.segment.size)
  const candidates = among.copy()
  for (const { keys } of phrase.slots) {
    if (candidates.isEmpty) return candidates
    candidates.and(underKeys(generation, keys))
  }
  const table = new SlotTable(generation, phrase.slots)
  const finder = phraseFinder(generation, phrase, table)
  const { positions } = generation.segment
  if (phraseCost(generation, phrase.within, table) < tokensOf(positions, candidates))
    return candidates.and(articlesWithPhrase(generation, { phrase, table, finder, budget, candidates }))
  return keep(candidates, (article) => {
    if (budget.isUsedUp) return false
    budget.spend(positions.first[article + 1]! - positions.first[article]!)
    return finder.isIn(article)
  })
}

const matchFact = (generation: Matchable, clause: FactClause, among: Bitset): Bitset => {
  const { fact, value, words, prefix } = clause
  const column = generation.segment.facts.listed[fact]
  const whole = (): ReadonlySet<number> => (prefix ? column.findPrefix(value) : column.find([value]))
  const wanted = words ? column.findWords(value, prefix) : whole()
  return keep(among.copy(), (article) => column.hasAny(article, wanted))
}
