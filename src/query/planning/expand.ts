import type { AnalysedPart, WordAnalysis } from '../../analysis/analyzer.js'
import { addAlias, type Alias } from './aliases.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import type { Field } from '../../segment/field.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import type { Clause, PhraseClause, PhraseSlot, WordClause } from '../clause.js'
import { partKey, termKey } from '../../segment/postings/postings.js'
import type { Generation } from '../../segment/generation.js'
import type { QueryTerm } from './plan.js'
import { formsWithoutNames } from './names-apart.js'
import { TermBuilder } from './term-builder.js'
import type { LikelyTerm, TypingErrors } from './typing-errors.js'
import { formsMeant } from './forms-meant.js'
import { compoundVariants } from './compound-variants.js'
import { compoundsOfPart } from './compounds-of-part.js'
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
  readonly typingErrors: Pick<TypingErrors, 'likelyTerms'>
  /** Of the name that the word is in. */
  readonly alias?: Alias | undefined
  /** Do the parts of a compound count wherever they are in an article, as where any word will do? */
  readonly partsAnywhere: boolean
}

/**
 * All that a word of the query finds: the word itself in any inflection, its other spellings, the compounds it is
 * part of, and, if it is a compound itself, its parts near each other.
 */
export const expandWord = (
  generation: Generation,
  { text, word }: TypedWord,
  { compounds, variants, fuzzy, field, typingErrors, partsAnywhere, alias }: ExpandOptions
): ExpandedWord => {
  const analysis = partsFound(generation, word)
  const { term, parts, marked } = analysis
  const builder = new TermBuilder(generation, { text, term, field })
  addWholes(builder, generation, analysis)
  if (compounds) addCompounds(builder, generation, word)
  if (variants) addVariants(builder, generation, analysis, compounds)
  const isUnknown = builder.words.size === 0
  const isAsked = fuzzy === true
  const isLookedFor = isAsked || (fuzzy === 'auto' && isUnknown)
  const likely = isLookedFor ? typingErrors.likelyTerms(word, { asked: isAsked }) : []
  addLikely(builder, generation, likely)
  const whole = builder.clause(field)
  const finish = (): QueryTerm => {
    if (alias !== undefined) addAlias(builder, generation, alias)
    return builder.finish()
  }
  const correction = isUnknown && likely[0] !== undefined && { correction: likely[0].word }
  const isSplit = areParts(generation, parts, likely.length > 0)
  if (!compounds || !isSplit) return { term: finish(), clause: whole, relaxed: whole, ...correction }

  const grade = marked ? WEIGHTS.markedPart : WEIGHTS.part
  const slots = parts.map((part) => partSlot(generation, part))
  const near: PhraseClause = {
    kind: 'phrase',
    slots,
    within: PARTS_WITHIN,
    hasWhole: true,
    ...(field !== undefined && { field })
  }
  addParts(builder, generation, parts, { grade, isAnywhere: partsAnywhere })
  const clause: Clause = { kind: 'any', clauses: [whole, near] }
  if (!partsAnywhere) {
    builder.addNear({ clause: near, grade, marked })
    return { term: finish(), clause, relaxed: clause, ...correction }
  }
  const apart: Clause = {
    kind: 'all',
    clauses: slots.map(({ keys, words }) => ({ kind: 'word', keys, ...inField(words, field) }))
  }
  return {
    term: finish(),
    clause,
    relaxed: { kind: 'any', clauses: [whole, apart] },
    ...correction
  }
}

/** The analysis of a word without the parts that it finds only together, and those of a name. */
const partsFound = ({ models, vocabulary }: Generation, word: string): WordAnalysis => {
  const analysis = models.analyze(word)
  const isName = !analysis.listed && !analysis.marked && vocabulary.isName(word)
  return analysis.together || isName ? { ...analysis, parts: [] } : analysis
}

/**
 * Are the parts looked for apart? A stop word is in every article: `overse` is no `over` near `se`. Of `mormor` and
 * `barnebarn` the parts are the same, which is near itself. And what a slip has left of a compound is no part:
 * `strateig` in `digitaliseringsstrateig`.
 */
const areParts = ({ vocabulary }: Generation, parts: readonly AnalysedPart[], isMisspelt: boolean): boolean =>
  parts.length > 0 &&
  new Set(parts.map(({ stem }) => stem)).size === parts.length &&
  parts.every(
    ({ word, term, stem, bound }) =>
      !bound &&
      !isStopWord(word) &&
      !isStopWord(stem) &&
      (!isMisspelt || vocabulary.termId(term) !== undefined || vocabulary.termId(stem) !== undefined)
  )

/** A word of a phrase: no compounds, no other spellings; as it is written, or `inflected`. */
export const quotedWord = (
  generation: Generation,
  { text, word }: TypedWord,
  inflected: boolean
): { readonly term: QueryTerm; readonly slot: PhraseSlot } => {
  const { term } = generation.models.analyze(word)
  const builder = new TermBuilder(generation, { text, term })
  const id = generation.vocabulary.termId(term)
  if (id === undefined) return { term: builder.finish(), slot: { keys: [], words: new Set() } }
  builder.search('whole', id, termKey(id), 1)
  const form = generation.vocabulary.wordId(word)
  if (inflected) builder.addWordsOf(id, 1)
  else if (form !== undefined) builder.addWord(form, { grade: 1 })
  const words = new Set(builder.words.keys())
  const slot = { keys: [termKey(id)], words, term: id, ...(!inflected && { form: word }) }
  return { term: builder.finish(), slot }
}

const inField = (
  words: ReadonlySet<number>,
  field: Field | undefined
): Pick<WordClause, 'among'> | undefined => field && { among: { words, field, areAll: true } }

/**
 * The word in all its forms. Where it is the dictionary form of one word and an inflection of another, the other is
 * worth less, and nothing beside the first: `seier` and *sier*. A stop word is no such other one: `vær` is no form of
 * *være*, which every article has.
 */
const addWholes = (builder: TermBuilder, generation: Generation, analysis: WordAnalysis): void => {
  const { word, term, further, stop } = analysis
  addWhole(builder, generation, word, term)
  for (const stem of further.asked) addWhole(builder, generation, word, stem)
  for (const stem of further.meant)
    if (term !== word) addWhole(builder, generation, word, stem)
    else if (stop || !isStopWord(stem)) addHomograph(builder, generation, stem)
}

const addHomograph = (builder: TermBuilder, { vocabulary }: Generation, stem: string): void => {
  const term = vocabulary.termId(stem)
  if (term === undefined) return
  builder.search('whole', term, termKey(term), WEIGHTS.homograph)
  for (const word of vocabulary.wordsOf(term))
    builder.addWord(word, { grade: WEIGHTS.homograph, isHomograph: true })
}

const addWhole = (builder: TermBuilder, generation: Generation, word: string, stem: string): void => {
  const { vocabulary } = generation
  const term = vocabulary.termId(stem)
  if (term === undefined) return
  const key = { term, key: termKey(term) }
  const apart = formsWithoutNames(generation, word, term)
  const forms = formsMeant(generation, word, stem) ?? apart?.forms
  if (forms !== undefined) {
    builder.addSome('whole', key, forms, { grade: 1 })
    builder.addSome('whole', key, apart?.marked ?? [], { grade: WEIGHTS.markedPart, part: term })
    return
  }
  builder.search('whole', term, termKey(term), 1)
  builder.addWordsUnder(term, 1)
}

/** Compounds whose parts the writer marked stand under the term itself, the others under its `partKey`. */
const addCompounds = (builder: TermBuilder, { vocabulary, models }: Generation, word: string): void => {
  for (const part of models.partTerms.found(word)) {
    const term = vocabulary.termId(part)
    if (term !== undefined) builder.searchCompounds(term, WEIGHTS.compound)
  }
}

/** The likeliest counts as what was meant: a slip in an article, or a rare word, weighs no more than it. */
const addLikely = (builder: TermBuilder, generation: Generation, likely: readonly LikelyTerm[]): void => {
  if (likely[0] !== undefined)
    builder.countAs(generation.statistics.documentFrequency(termKey(likely[0].term)))
  for (const { term, weight } of likely) {
    builder.search('fuzzy', term, termKey(term), weight)
    builder.addWordsOf(term, weight)
  }
}

/**
 * Its other spellings; with `compounds`, also those of the compound that it is. A variant finds no compounds of its
 * own: such a chain is seldom what was asked for.
 */
const addVariants = (
  builder: TermBuilder,
  generation: Generation,
  { word, parts }: Pick<WordAnalysis, 'word' | 'parts'>,
  compounds: boolean
): void => {
  for (const variant of variantTerms(generation, word)) {
    const { term, weight, forms, isHomograph, notIn } = variant
    const match = { grade: weight, ...(isHomograph && { isHomograph }), ...(notIn && { notIn }) }
    if (notIn !== undefined) builder.addVariant(term, forms, { ...match, notIn })
    else if (forms !== undefined) builder.addSome('variant', { term, key: termKey(term) }, forms, match)
    else {
      builder.search('variant', term, termKey(term), weight)
      builder.addWordsUnder(term, weight)
    }
  }
  if (compounds) addCompoundVariants(builder, generation, parts)
}

/** A compound with its parts in the other standard: `trafikkulukka` for `trafikkulykke`. */
const addCompoundVariants = (
  builder: TermBuilder,
  generation: Generation,
  parts: readonly AnalysedPart[]
): void => {
  for (const { word, weight } of compoundVariants(generation, parts)) {
    const term = generation.vocabulary.termOf(word)
    if (!builder.words.has(word)) builder.search('variant', term, termKey(term), weight)
    builder.addWordsUnder(term, weight)
  }
}

const addParts = (
  builder: TermBuilder,
  generation: Generation,
  parts: readonly AnalysedPart[],
  { grade, isAnywhere }: { readonly grade: number; readonly isAnywhere: boolean }
): void => {
  const { vocabulary } = generation
  for (const part of parts) {
    const [stem, term] = [vocabulary.termId(part.stem), vocabulary.termId(part.term)]
    if (stem !== undefined) builder.search('part', stem, termKey(stem), grade)
    if (term !== undefined) builder.search('part', term, partKey(term), grade * WEIGHTS.compound)
    if (!isAnywhere) continue
    for (const word of wholeWords(generation, part)) builder.addWord(word, { grade })
    if (term !== undefined) builder.addWordsWithPart(term, grade * WEIGHTS.compound)
  }
}

const partSlot = (generation: Generation, part: AnalysedPart): PhraseSlot => {
  const { vocabulary } = generation
  const [stem, term] = [vocabulary.termId(part.stem), vocabulary.termId(part.term)]
  const whole = wholeWords(generation, part)
  const keys = stem === undefined ? [] : [termKey(stem)]
  if (term === undefined) return { keys, words: whole }
  const words = new Set([...whole, ...compoundsOfPart(generation, term).words])
  return {
    keys: [...keys, partKey(term)],
    words,
    part: { term, whole },
    ...(stem !== undefined && { term: stem })
  }
}

/** The words that a part is: `føreren` of `fører`, and not `førte`, which has the same stem. */
const wholeWords = ({ vocabulary, models }: Generation, { stem, term }: AnalysedPart): Set<WordId> => {
  const id = vocabulary.termId(stem)
  if (id === undefined) return new Set()
  const isIt = (word: WordId): boolean => models.partTerms.found(vocabulary.word(word)).includes(term)
  return new Set(vocabulary.wordsOf(id).filter(isIt))
}
