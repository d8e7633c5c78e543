import { searchedTerms } from '../../analysis/analyzer.js'
import type { Field } from '../../segment/field.js'
import type { Generation } from '../../segment/generation.js'
import { CASES } from '../../segment/positions/positions.js'
import { termKey } from '../../segment/postings/postings.js'
import type { CaseCounts } from '../../segment/statistics.js'
import type { WordId } from '../../segment/words/vocabulary-tables.js'
import { leavesOf, type QueryNode } from '../language/ast.js'
import { addAlias, type Alias } from './aliases.js'
import type { ExpandedWord, TypedWord } from './expand.js'
import { TermBuilder } from './term-builder.js'
import { WEIGHTS } from './weights.js'

/** Longer words in a query of capitals are mostly words. */
const LONGEST_ABBREVIATION = 5
/** A name that has the form of another word is as short: `Eid`, `Moss`. Longer ones say what bears them: `Rødt`. */
const SHORT_NAME = /^\p{Lu}\p{Ll}{1,3}$/u
/** So short a word that no article has is an abbreviation. */
const LONGEST_UNKNOWN = 3

/** Are all words of a query in capitals, so that they say nothing? One that holds no letters is not. */
export const isShouted = (root: QueryNode): boolean => {
  const texts = leavesOf(root).map(({ text }) => text)
  return texts.some((text) => /\p{Lu}/u.test(text)) && !texts.some((text) => /\p{Ll}/u.test(text))
}

/**
 * Is a word typed in capitals a name? Where other words are not, a short one always, and a longer one where an article
 * has it so; in a query that is all capitals where the articles have it in capitals or with one rather than without. A
 * short one with one capital is where the articles have it so, and it has the form of another word.
 *
 *     LO streik → LO     STRØMPRISER I NORGE → none     Lo → no     Eid → Eid, and no form of eie
 */
export const isTypedName = (
  generation: Generation,
  { text, word }: TypedWord,
  { shouted }: { readonly shouted: boolean }
): boolean => {
  if (SHORT_NAME.test(text)) return isShortName(generation, word)
  if (!/^(?:\p{Lu}{2,}|(?:\p{Lu}\.?){2,}|\p{Lu}+ ?& ?\p{Lu}+|\p{Lu}\/\p{Lu})$/u.test(text)) return false
  const [small, capital, alone] = countCases(generation, generation.vocabulary.wordId(word))
  const isShort = word.length <= LONGEST_ABBREVIATION
  if (!shouted) return alone > 0 || isShort
  const capitals = alone + (isShort ? countCapitals(generation, hyphenatedWith(generation, word)) : 0)
  if (capitals > 0 && isShort) return true
  return small <= capital + capitals && (capital + capitals > 0 || word.length <= LONGEST_UNKNOWN)
}

/** Do the articles have it as a name, that has one form with another word: `Eid`, which is of *eie* too? */
const isShortName = ({ vocabulary, models }: Generation, word: string): boolean =>
  models.stem(word) !== word && vocabulary.wordId(word) !== undefined && vocabulary.isName(word)

/**
 * All that a name in capitals finds: itself and its genitive, with a capital if the articles have it so (no *lo* for
 * `LO`), and hyphenated words with it (`LO-leder`, `it-bransjen`). Nothing that its letters only look like.
 */
export const expandName = (
  generation: Generation,
  { text, word }: TypedWord,
  { field, alias }: { readonly field: Field | undefined; readonly alias?: Alias | undefined }
): ExpandedWord => {
  const { vocabulary, statistics } = generation
  const [name, genitive] = [word, `${word}s`].map((form) => vocabulary.wordId(form))
  const ids = [name, genitive].filter((id) => id !== undefined)
  const frequency = ids.reduce((sum, id) => sum + statistics.wordFrequency(id), 0)
  const builder = new TermBuilder(generation, {
    ...{ text, term: word, field },
    frequency: Math.min(frequency, statistics.articles)
  })
  for (const id of ids) builder.addWord(id, { grade: 1 })
  const parts = partTerms(generation, word)
  for (const term of new Set([...ids.map((id) => vocabulary.termOf(id)), ...parts]))
    builder.search('whole', term, termKey(term), 1)
  const hyphenated = hyphenatedWith(generation, word)
  for (const [id, part] of hyphenated) builder.addWord(id, { grade: WEIGHTS.markedPart, part })
  const inCapitals = countCapitals(generation, hyphenated)
  const cases = leastCases(generation, { name, genitive, isHyphenated: inCapitals > 0 })
  const among = {
    ...{ words: new Set(builder.words.keys()), cases, markedForm: word },
    ...(field !== undefined && { field })
  }
  const clause = { kind: 'word', keys: builder.keys, among } as const
  if (alias !== undefined) addAlias(builder, generation, alias)
  const term = builder.finish()
  return { term: { ...term, cases: new Map([...(term.cases ?? []), ...cases]) }, clause, relaxed: clause }
}

/** The words of the collection that a name is. */
interface WrittenName {
  readonly name: WordId | undefined
  readonly genitive: WordId | undefined
  /** Is it in capitals in hyphenated words? */
  readonly isHyphenated: boolean
}

/**
 * How a name and its genitive must be written: with a capital where the articles have them so, in hyphenated words at
 * least, and the genitive with two where they have the name in capitals, or have what looks like its genitive more
 * often than it, so that `LO` finds `LOs` and no `Los`.
 */
const leastCases = (
  generation: Generation,
  { name, genitive, isHyphenated }: WrittenName
): ReadonlyMap<WordId, number> => {
  const [, nameCapital, nameCapitals] = countCases(generation, name)
  const [, capital, capitals] = countCases(generation, genitive)
  const isName = isHyphenated || nameCapital + nameCapitals > 0
  const cases = new Map<WordId, number>()
  if (name !== undefined) cases.set(name, isName ? CASES.capital : CASES.small)
  if (genitive === undefined) return cases
  const isOther = nameCapitals > nameCapital || capital > nameCapital
  return cases.set(
    genitive,
    capital + capitals === 0 ? CASES.small : isOther ? CASES.capitals : CASES.capital
  )
}

const partTerms = ({ vocabulary, models }: Generation, word: string): number[] =>
  searchedTerms(models.analyze(word)).flatMap((term) => vocabulary.termId(term) ?? [])

/** The hyphenated words with a word, and the term of that part: `LO-leder`. */
const hyphenatedWith = (generation: Generation, word: string): [id: WordId, part: number][] => {
  const { vocabulary } = generation
  return partTerms(generation, word).flatMap((part) =>
    Array.from(vocabulary.wordsWithPart(part))
      .filter((id) => vocabulary.isMarked(id) && hasPart(generation, id, word))
      .map((id): [WordId, number] => [id, part])
  )
}

/** How often articles have one of the words in capitals. */
const countCapitals = (
  generation: Generation,
  words: readonly (readonly [id: WordId, part: number])[]
): number => words.reduce((sum, [id]) => sum + countCases(generation, id)[2], 0)

const hasPart = ({ vocabulary, models }: Generation, id: WordId, form: string): boolean =>
  models.analyze(vocabulary.word(id)).parts.some(({ word }) => word === form)

const countCases = ({ statistics }: Generation, id: WordId | undefined): CaseCounts =>
  id === undefined ? [0, 0, 0] : statistics.casesOf(id)
