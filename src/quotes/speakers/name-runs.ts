import { isStopWord } from '../../analysis/text/stop-words.js'
import { ADVERBS, PREPOSITIONS } from '../words/function-words.js'
import { isEpithet } from './epithets.js'
import { genderOf } from '../../entities/given-names.js'
import type { TokenRange, Prose } from '../prose.js'
import { isRole, roleOf } from '../../entities/role-nouns.js'

const PARTICLE = /^(?:von|van|der|de|den|da|di|al|bin|ibn|la|af|av)$/

/** More capitals in a row are no name. */
const LONGEST = 8

/** The names that are known already, by their first token. */
type Known = ReadonlyMap<number, { readonly to: number }>

/** Capitalised words in a row, without what only stands before a name. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly isPerson: boolean
  /** Is it the first word of its sentence, and alone, so that any word may have a capital? */
  readonly isUnsure: boolean
}

/** The runs of a sentence, outside the names that are known: `Rådmann Kjell Arne Strand` → `Kjell Arne Strand`. */
export const collectRuns = (prose: Prose, sentence: TokenRange, given: Known, runs: Run[]): void => {
  let at = sentence.from
  while (at < sentence.to) {
    const known = given.get(at)
    const to = known?.to ?? runEnd(prose, at, sentence.to, given)
    const run = known || to === at ? undefined : trimRun(prose, at, to, at === sentence.from)
    if (run !== undefined) runs.push(run)
    at = Math.max(to, at + 1)
  }
}

/** `von` in `Hanna von der Weide`, where the name begins with it. */
const LEADING = /^(?:von|van|af|al|el|bin)$/

/** A number in a name: `TV 2`. */
const NUMBER = /^\ds?$/

const runEnd = (prose: Prose, from: number, sentenceEnd: number, given: Known): number => {
  const limit = Math.min(sentenceEnd, from + LONGEST)
  let to = LEADING.test(prose.word(from)) && prose.isCapital(from + 1) ? from + 1 : from
  while (to < limit && !given.has(to) && prose.isCapital(to) && (to === from || joins(prose, to)))
    to = overParticles(prose, to + 1, limit)
  const isNumbered = to > from && to < limit && NUMBER.test(prose.word(to)) && joins(prose, to)
  return isNumbered && /^\p{Lu}+$/u.test(prose.form(to - 1)) ? to + 1 : to
}

/** Past the small words inside a name, where a capital comes after them: `Hanna | von der | Weide`. */
const overParticles = (prose: Prose, to: number, limit: number): number => {
  let next = to
  while (next < limit && next < to + 2 && PARTICLE.test(prose.word(next)) && joins(prose, next)) next++
  return next < limit && prose.isCapital(next) ? next : to
}

/** A space, or the full stop of an initial, between two words of a name. */
const joins = (prose: Prose, token: number): boolean => {
  if (prose.gap(token) === '/') return true // Bodø/Glimt
  if (prose.follows(token)) return !prose.gap(token).includes('\n')
  return prose.gap(token) === '. ' && prose.end(token - 1) - prose.start(token - 1) === 1
}

const isFunctionWord = (word: string): boolean =>
  isStopWord(word) || PREPOSITIONS.has(word) || ADVERBS.has(word)

/** Takes away what stands before the name: the first word of a sentence, a title, an owner. */
const trimRun = (prose: Prose, start: number, to: number, isFirst: boolean): Run | undefined => {
  if (isTitle(prose, to - 1)) return undefined
  const named = givenName(prose, start, to)
  if (named !== undefined) return { from: named, to, isPerson: true, isUnsure: false }
  const first = prose.word(start)
  const isAlone = to - start === 1
  const isTitled = isFirst && !isAlone && isRole(first)
  if (isTitled || (isFirst && isFunctionWord(first)))
    return isAlone ? undefined : { from: start + 1, to, isPerson: isTitled, isUnsure: false }
  const followsTitle = !isFirst && isRole(prose.word(start - 1)) && prose.follows(start)
  return { from: start, to, isPerson: followsTitle, isUnsure: isFirst && isAlone }
}

/** `NRK-kommentator`, `LO-lederen`, `Oslo-gutten`: what somebody is, not a name. */
const isTitle = (prose: Prose, token: number): boolean => {
  const word = prose.word(token)
  const tail = word.slice(word.lastIndexOf('-') + 1)
  return tail !== word && (isRole(tail) || roleOf(tail) !== undefined || isEpithet(word))
}

/** The token of a given name that another name follows, or that stands alone. */
const givenName = (prose: Prose, start: number, to: number): number | undefined => {
  for (let at = start; at < to; at++)
    if (genderOf(prose.word(at)) !== undefined && (to - at > 1 || at === start)) return at
  return undefined
}
