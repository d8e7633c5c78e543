import type { Clause, Field, PhraseSlot, WordClause } from '../../segment/clause.js'
import { partKey } from '../../segment/postings/postings.js'
import type { SearchIndex } from '../../segment/search-index.js'
import type { QueryTerm } from './plan.js'
import { TermBuilder } from './term-builder.js'
import type { LikelyTerm, TypingErrors } from './typing-errors.js'
import { variantTerms } from './variants.js'
import { PARTS_WITHIN, WEIGHTS } from './weights.js'

/** A word of the query with all that it finds. */
export interface ExpandedWord {
  readonly term: QueryTerm
  /** The articles that have it. */
  readonly clause: Clause
  /** The same where not every word must match: the parts of a compound may stand anywhere in an article. */
  readonly relaxed: Clause
  /** The word of the collection that was probably meant, where the one that was typed finds nothing. */
  readonly correction?: string
}

/** A word as it was typed, and its `wordForm`. */
export interface TypedWord {
  readonly text: string
  readonly word: string
  /** Where it begins in the NFC query, in UTF-16 code units. */
  readonly start: number
}

/** What a word finds beside itself. */
export interface WordOptions {
  /** The compounds it is part of, and if it is a compound, its parts. */
  readonly compounds: boolean
  /** Its other spellings: bokmål and nynorsk, with and without marks. */
  readonly variants: boolean
  /** Words that are nearly it: always, never, or where it finds nothing itself. */
  readonly fuzzy: boolean | 'auto'
}

export interface ExpandOptions extends WordOptions {
  readonly field?: Field | undefined
  readonly typingErrors: TypingErrors
}

/**
 * All that a word of the query finds: the word itself in any inflection, its other spellings, the compounds it is part of,
 * and, if it is a compound itself, its parts near each other.
 */
export const expandWord = (
  index: SearchIndex,
  { text, word }: TypedWord,
  { compounds, variants, fuzzy, field, typingErrors }: ExpandOptions
): ExpandedWord => {
  const { term, parts, marked } = index.vocabulary.analyze(word)
  const builder = new TermBuilder(index, { text, term, field })
  addWhole(builder, index, term)
  if (compounds) addCompounds(builder, index, { term, weight: 1 })
  if (variants) addVariants(builder, index, { word, compounds })
  const isUnknown = builder.words.size === 0
  const likely = fuzzy === true || (fuzzy === 'auto' && isUnknown) ? typingErrors.likelyTerms(word) : []
  addLikely(builder, index, likely)
  const whole = wordClause(builder, field)
  const correction = isUnknown && likely[0] !== undefined && { correction: likely[0].word }
  // What a slip has left of a compound is no part: `strateig` in `digitaliseringsstrateig`.
  const isSplit =
    likely.length === 0 || parts.every((part) => index.vocabulary.termId(part.term) !== undefined)
  if (!compounds || parts.length === 0 || !isSplit)
    return { term: builder.finish(), clause: whole, relaxed: whole, ...correction }

  const partTerms = parts.map((part) => part.term)
  addParts(builder, index, partTerms, marked ? WEIGHTS.markedPart : WEIGHTS.part)
  const slots = partTerms.map((part) => partSlot(index, part))
  const near: Clause = { kind: 'phrase', slots, within: PARTS_WITHIN, ...(field !== undefined && { field }) }
  const apart: Clause = {
    kind: 'all',
    clauses: slots.map(({ keys, words }) => ({ kind: 'word', keys, ...inField(words, field) }))
  }
  return {
    term: builder.finish(),
    clause: { kind: 'any', clauses: [whole, near] },
    relaxed: { kind: 'any', clauses: [whole, apart] },
    ...correction
  }
}

/** A word of a phrase: itself in any inflection, no compounds, no other spellings. */
export const quotedWord = (
  index: SearchIndex,
  { text, word }: TypedWord
): { readonly term: QueryTerm; readonly slot: PhraseSlot } => {
  const { term } = index.vocabulary.analyze(word)
  const builder = new TermBuilder(index, { text, term })
  const id = index.vocabulary.termId(term)
  builder.search('whole', term, term, 1)
  if (id !== undefined) builder.addWordsOf(id, 1)
  const slot = { keys: [term], words: new Set(builder.words.keys()), ...(id !== undefined && { term: id }) }
  return { term: builder.finish(), slot }
}

/** The articles under the keys so far; in a field, those with one of the words so far there. */
const wordClause = ({ keys, words }: TermBuilder, field: Field | undefined): WordClause => ({
  kind: 'word',
  keys,
  ...inField(new Set(words.keys()), field)
})

const inField = (
  words: ReadonlySet<number>,
  field: Field | undefined
): Pick<WordClause, 'among'> | undefined => field && { among: { words, field } }

const addWhole = (builder: TermBuilder, { vocabulary }: SearchIndex, term: string): void => {
  builder.search('whole', term, term, 1)
  const id = vocabulary.termId(term)
  if (id !== undefined) builder.addWordsUnder(id, 1)
}

/** Compounds whose parts the writer marked stand under the term itself, the others under its `partKey`. */
const addCompounds = (
  builder: TermBuilder,
  { vocabulary }: SearchIndex,
  { term, weight }: { readonly term: string; readonly weight: number }
): void => {
  const id = vocabulary.termId(term)
  if (id === undefined) return
  builder.search('compound', term, partKey(term), weight * WEIGHTS.compound)
  builder.addWordsWithPart(id, weight * WEIGHTS.compound)
}

/** The likeliest counts as what was meant: a slip in an article, or a rare word, weighs no more than it. */
const addLikely = (builder: TermBuilder, index: SearchIndex, likely: readonly LikelyTerm[]): void => {
  const terms = likely.map(({ term: id, weight }) => ({ id, weight, term: index.vocabulary.term(id) }))
  if (terms[0] !== undefined) builder.countAs(index.documentFrequency(terms[0].term))
  for (const { id, weight, term } of terms) {
    builder.search('fuzzy', term, term, weight)
    builder.addWordsOf(id, weight)
  }
}

const addVariants = (
  builder: TermBuilder,
  index: SearchIndex,
  { word, compounds }: { readonly word: string; readonly compounds: boolean }
): void => {
  for (const [id, weight] of variantTerms(index.vocabulary, word)) {
    const term = index.vocabulary.term(id)
    builder.search('variant', term, term, weight)
    builder.addWordsUnder(id, weight)
    if (compounds) addCompounds(builder, index, { term, weight })
  }
}

const addParts = (
  builder: TermBuilder,
  { vocabulary }: SearchIndex,
  parts: readonly string[],
  weight: number
): void => {
  for (const part of new Set(parts)) {
    const id = vocabulary.termId(part)
    if (id === undefined) continue
    builder.search('part', part, part, weight)
    builder.search('part', part, partKey(part), weight * WEIGHTS.compound)
    builder.addWordsOf(id, weight)
    builder.addWordsWithPart(id, weight * WEIGHTS.compound)
  }
}

const partSlot = ({ vocabulary }: SearchIndex, part: string): PhraseSlot => {
  const id = vocabulary.termId(part)
  const words = id === undefined ? [] : [...vocabulary.wordsOf(id), ...vocabulary.wordsWithPart(id)]
  return { keys: [part, partKey(part)], words: new Set(words) }
}
