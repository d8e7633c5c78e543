import { annotationsOf } from './annotations/annotations.js'
import { Bitset } from '../structures/bitset.js'
import type { Clause, EntityClause, FactClause, PhraseClause, WordClause } from './clause.js'
import { positionsOf, type ForwardIndex } from './positions/forward-index.js'
import { phraseFinder } from './phrase.js'
import { articlesWithPhrase, positionsRead } from './phrase-positions.js'
import type { Postings } from './postings/postings.js'
import type { SearchIndex } from './search-index.js'
import { SlotTable } from './slot-table.js'
import { WordFilter } from '../structures/word-filter.js'

type Matchable = Pick<SearchIndex, 'size' | 'facts' | 'annotations' | 'forward' | 'vocabulary'> & {
  readonly postings: Postings
}

/**
 * The articles of `among` that match a clause: posting lists become bitsets, the boolean operators theirs. Phrases and
 * fields are looked up in the articles themselves, and only in those whose answer is still open.
 */
export const matchClause = (index: Matchable, clause: Clause, among = Bitset.full(index.size)): Bitset => {
  switch (clause.kind) {
    case 'every':
      return among.copy()
    case 'word':
      return matchWord(index, clause, among)
    case 'phrase':
      return matchPhrase(index, clause, among)
    case 'fact':
      return matchFact(index, clause, among)
    case 'entity':
      return matchEntity(index, clause).and(among)
    case 'not':
      return among.copy().andNot(matchClause(index, clause.clause, among))
    case 'any':
      return matchAny(index, cheapFirst(clause.clauses), among)
    case 'all':
      return matchAll(index, cheapFirst(clause.clauses), among)
  }
}

const matchAny = (index: Matchable, clauses: readonly Clause[], among: Bitset): Bitset => {
  const open = among.copy()
  for (const clause of clauses) open.andNot(matchClause(index, clause, open))
  return among.copy().andNot(open)
}

const matchAll = (index: Matchable, clauses: readonly Clause[], among: Bitset): Bitset => {
  let open = among.copy()
  for (const clause of clauses) {
    if (open.isEmpty) break
    open = matchClause(index, clause, open)
  }
  return open
}

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
      return false
  }
}

const underKeys = (index: Matchable, keys: readonly string[]): Bitset => {
  const set = new Bitset(index.size)
  for (const key of keys) {
    index.postings.forEach(key, (article) => {
      set.add(article)
    })
  }
  return set
}

const matchWord = (index: Matchable, { keys, among: wanted }: WordClause, among: Bitset): Bitset => {
  const candidates = underKeys(index, keys).and(among)
  if (wanted === undefined) return candidates
  const filter = new WordFilter(wanted.words.size)
  for (const word of wanted.words) filter.add(word)
  const { words } = index.forward
  return keep(candidates, (article) => {
    const [from, to] = positionsOf(index.forward, article, wanted.field)
    for (let position = from; position < to; position++) {
      const word = words[position]!
      if (filter.bitsOf(word) !== 0 && wanted.words.has(word)) return true
    }
    return false
  })
}

const matchPhrase = (index: Matchable, phrase: PhraseClause, among: Bitset): Bitset => {
  if (phrase.slots.length === 0) return new Bitset(index.size)
  const candidates = among.copy()
  for (const { keys } of phrase.slots) {
    if (candidates.isEmpty) return candidates
    candidates.and(underKeys(index, keys))
  }
  const table = new SlotTable(index, phrase.slots)
  const finder = phraseFinder(index, phrase, table)
  const isLess = positionsRead(index, phrase.within, table) < tokensOf(index.forward, candidates)
  if (isLess) return candidates.and(articlesWithPhrase(index, phrase, { table, finder }))
  return keep(candidates, (article) => finder.isIn(article))
}

const tokensOf = (forward: ForwardIndex, articles: Bitset): number => {
  let tokens = 0
  articles.forEach((article) => (tokens += forward.first[article + 1]! - forward.first[article]!))
  return tokens
}

const matchFact = (index: Matchable, { fact, value, prefix }: FactClause, among: Bitset): Bitset => {
  const column = index.facts.listed[fact]
  const wanted = prefix ? column.findPrefix(value) : column.find([value])
  return keep(among.copy(), (article) => column.hasAny(article, wanted))
}

const matchEntity = (index: Matchable, { type, value, prefix }: EntityClause): Bitset => {
  const { entities } = annotationsOf(index)
  const set = new Bitset(index.size)
  for (const entity of entities.withWordsOfType(type, value, prefix))
    for (const article of entities.articles(entity)) set.add(article)
  return set
}

const keep = (set: Bitset, holds: (article: number) => boolean): Bitset => {
  for (const article of set.toArray()) if (!holds(article)) set.delete(article)
  return set
}
