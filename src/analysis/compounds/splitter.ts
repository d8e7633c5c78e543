import type { Span } from '../../structures/span.js'
import { isWholeWord } from './bound-parts.js'
import { BoundaryScorer, type ScoredBoundary } from './boundary-scorer.js'
import type { CompoundModel } from './compound-model.js'
import { arePartsByChance, isNoHead, type Dictionary } from './chance-parts.js'
import { areEstablished, areShort } from './established-parts.js'
import { sharedConsonant } from './shared-consonant.js'
import { frequencyOf, jointOf, modifierOf } from './part-facts.js'
import type { PartLexicon } from './part-lexicon.js'
import { isAbbreviation } from '../text/abbreviations.js'
import { wordSet } from '../../structures/word-list.js'

/** A part of a compound; offsets are UTF-16 code units from the word's start. */
export interface CompoundPart extends Span {
  /** The part as a word of its own, without its joint: `digitaliserings` → `digitalisering`. */
  readonly word: string
}

/**
 * Finds the parts of a compound, in order; none for a word that is no compound. `word` as `wordForm` gives it.
 *
 * @param inner gets the parts that are compounds themselves: `fotball` of fot|ball|spiller
 */
export type CompoundSplitter = (word: string, inner?: CompoundPart[]) => readonly CompoundPart[]

export interface SplitterOptions {
  /** By how much a boundary must be likelier than none (natural logarithm of the odds). −2 to 3; less splits more. */
  readonly threshold?: number
  /** The same for a part of a compound that may be a compound itself. */
  readonly innerThreshold?: number
  /** Tells words that only look like compounds. */
  readonly dictionary?: Dictionary
}

/**
 * Where three in a hundred of the treebank's words outside the dictionary's compounds are split, half of them rightly.
 */
const THRESHOLD = -0.5
const INNER_THRESHOLD = 0
/** A boundary that the list of exceptions has and that is so unlikely is none: `kon|sesjon`, `med|lem`. */
const DOUBTED = -1.3
/** Of two parts that many compounds have, a boundary may be so much less likely. */
const ALLOWANCE = 1
/** Shorter words stay whole: most are no compounds, and the parts of the others (`fotball` apart) are everywhere. */
const SHORTEST_COMPOUND = 5
/** Only two parts that many compounds have are read in shorter words than these: `elbil`. */
const SHORTEST_MODELLED = 6
const WHOLE = { boundary: 0, modifier: '' }
/** More parts than this are noise. */
const MOST_PARTS = 5

/**
 * Splits words by a model of Norwegian compounds, bokmål and nynorsk alike.
 *
 *     digitaliseringsstrategiene → digitalisering|s strategiene      hovedstadsområdet → hoved stad|s området
 *     musikken, stortinget, samarbeid, forhandling → whole
 *
 * Works on single words, so a word that is a compound in one sentence and not in another has one answer: `barndommen`
 * is `barn` + `dommen`, as the dictionary has it. Of two parts that share a consonant the second has it in its span:
 * `nat|tog`, of `natt` and `tog`.
 */
export const createSplitter = (
  { lexicon, exceptions, weights }: CompoundModel,
  { threshold = THRESHOLD, innerThreshold = INNER_THRESHOLD, dictionary }: SplitterOptions = {}
): CompoundSplitter => {
  const scorer = new BoundaryScorer(lexicon, weights)
  const isWhole = (word: string, { boundary, margin }: ScoredBoundary, least: number): boolean =>
    word.length < SHORTEST_MODELLED
      ? margin <= 0 || !areShort(word, boundary, lexicon)
      : margin <= least || isEstablishedDerivation(word, boundary, lexicon)
  const exceptionOf = (word: string, { margin }: ScoredBoundary): number => {
    const listed = exceptions.getWord(word)
    return listed > 1 && margin < DOUBTED ? 0 : listed
  }
  const boundaryOf = (word: string, least: number): { boundary: number; modifier: string } => {
    const scored = scorer.best(word)
    const exception = exceptionOf(word, scored)
    const best =
      exception > 0 ? { boundary: exception - 1, margin: exception === 1 ? -Infinity : Infinity } : scored
    const shared = sharedConsonant(word, best, { scorer, lexicon })
    if (shared > 0) return { boundary: shared, modifier: word.slice(0, shared + 1) }
    const plain = exception === 1 ? scored : best
    if (exception < 2 && plain.margin > least - ALLOWANCE && areEstablished(word, plain.boundary, lexicon))
      return { boundary: plain.boundary, modifier: withoutJoint(word.slice(0, plain.boundary), lexicon) }
    const { boundary } = best
    if (exception === 0 && isWhole(word, best, least)) return WHOLE
    if (boundary === 0) return WHOLE
    if (exception === 0 && dictionary !== undefined && arePartsByChance(word, best, { dictionary, lexicon }))
      return WHOLE
    return { boundary, modifier: withoutJoint(word.slice(0, boundary), lexicon) }
  }
  const split = (word: string, start: number, most: number, inner?: CompoundPart[]): CompoundPart[] => {
    const least = most === MOST_PARTS ? threshold : innerThreshold
    const { boundary, modifier } =
      most < 2 || word.length < SHORTEST_COMPOUND ? WHOLE : boundaryOf(word, least)
    if (boundary === 0) return [{ start, end: start + word.length, word }]
    const head = split(word.slice(boundary), start + boundary, most - 1, inner)
    if (dictionary !== undefined && head.length === 1 && isNoHead(word, boundary, { dictionary, lexicon }))
      return [{ start, end: start + word.length, word }]
    const before = extendTo(split(modifier, start, most - head.length, inner), start + boundary)
    if (before.length > 1) inner?.push({ start, end: start + boundary, word: modifier })
    if (head.length > 1)
      inner?.push({ start: start + boundary, end: start + word.length, word: word.slice(boundary) })
    return [...before, ...head]
  }
  return (word, inner) => {
    if (/[-.]/.test(word)) return splitAtMarks(word)
    if (isWholeWord(word)) return []
    if (!/^\p{L}+$/u.test(word)) return []
    const parts = split(word, 0, MOST_PARTS, inner)
    return parts.length > 1 ? parts : []
  }
}

/**
 * Leaves names whole, whatever they seem to be made of: `Strandgata`, `Birkeland`; but `Oslo-skolen` → oslo, skolen.
 *
 * @param describes is a name of these parts split all the same: `Arbeidstilsynet`?
 */
export const exceptNames =
  (
    isName: (word: string) => boolean,
    split: CompoundSplitter,
    describes: (word: string, parts: () => readonly CompoundPart[]) => boolean = () => false
  ): CompoundSplitter =>
  (word, inner) =>
    isName(word) && !describes(word, () => split(word)) ? [] : split(word, inner)

/**
 * A hyphen, or the full stop of a domain name, is a boundary that the writer has set: `ikt-norge` → ikt, norge; but the
 * letters of `t.v.` and `bl.a.` are no parts.
 */
const splitAtMarks = (word: string): CompoundPart[] => {
  if (isAbbreviation(`${word}.`)) return []
  const parts = [...word.matchAll(/[^-.]+/g)].map(({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
    word: part
  }))
  return parts.length > 1 && /\p{L}/u.test(word) && parts.some((part) => part.word.length > 1) ? parts : []
}

/** The joint belongs to the span of the modifier's last part, not to its word. */
const extendTo = (parts: readonly CompoundPart[], end: number): CompoundPart[] =>
  parts.map((part, i) => (i === parts.length - 1 ? { ...part, end } : part))

/** Shorter modifiers keep their last letter: `is`, `ose`. */
const SHORTEST_WITH_JOINT = 4

/**
 * The modifier as a word of its own.
 *
 *     digitaliserings → digitalisering      barne → barn      skole → skole      is → is
 *
 * A modifier that the dictionary has is as the dictionary says. Of any other the -s- is a joint unless only the whole
 * is a word (`kompass`), and the -e- only if the rest is the commoner word (`kokke` → `kokk`).
 */
const withoutJoint = (modifier: string, lexicon: PartLexicon): string => {
  const last = modifier.at(-1)
  if (modifier.length < SHORTEST_WITH_JOINT || (last !== 's' && last !== 'e')) return modifier
  const rest = modifier.slice(0, -1)
  const facts = lexicon.getWord(modifier)
  if (modifierOf(facts) > 0) return jointOf(facts) === 1 ? rest : modifier
  const whole = frequencyOf(facts)
  const bare = frequencyOf(lexicon.getWord(rest))
  const hasJoint = last === 's' ? !rest.endsWith('s') && bare >= whole : bare > whole
  return hasJoint ? rest : modifier
}

/** Prefixes and particles that the dictionary counts as modifiers of compounds. */
const PREFIXES = wordSet('an be er for fore gjen mis re sam u unn van ved')

/** As common as some ten occurrences in fifteen million words. */
const ESTABLISHED = 4
/** Inflections have at most this many letters. */
const LONGEST_INFLECTION = 4

/**
 * Is this a word in its own right that happens to begin with a prefix? Its rest is not what it is about.
 *
 *     for|handling, for|handlingene, u|lykke, sam|arbeid → yes      u|omskåret, gjen|innsette → no
 */
const isEstablishedDerivation = (word: string, boundary: number, lexicon: PartLexicon): boolean => {
  if (!PREFIXES.has(word.slice(0, boundary))) return false
  const shortest = Math.max(boundary + 3, word.length - LONGEST_INFLECTION)
  for (let length = word.length; length >= shortest; length--)
    if (frequencyOf(lexicon.getWord(word.slice(0, length))) >= ESTABLISHED) return true
  return false
}
