import { isStopWord } from '../analysis/stop-words.js'
import { ADVERBS, PREPOSITIONS } from './function-words.js'
import { genderOf } from './given-names.js'
import type { Passage, Prose } from './prose.js'
import { isRole } from './roles.js'

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
export const collectRuns = (prose: Prose, sentence: Passage, given: Known, runs: Run[]): void => {
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

const runEnd = (prose: Prose, from: number, limit: number, given: Known): number => {
  let to = LEADING.test(prose.word(from)) && prose.isCapital(from + 1) ? from + 1 : from
  while (
    to < Math.min(limit, from + LONGEST) &&
    !given.has(to) &&
    prose.isCapital(to) &&
    (to === from || joins(prose, to))
  ) {
    to++
    let next = to
    while (next < limit && next < to + 2 && PARTICLE.test(prose.word(next)) && joins(prose, next)) next++
    if (next > to && next < limit && prose.isCapital(next)) to = next
    if (
      /^\ds?$/.test(prose.word(to)) &&
      to < limit &&
      joins(prose, to) &&
      /^\p{Lu}+$/u.test(prose.form(to - 1))
    )
      return to + 1 // TV 2
  }
  return to
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
  for (let from = start; from < to; from++) {
    const isNamed = genderOf(prose.word(from)) !== undefined
    if (isNamed && (to - from > 1 || from === start)) return { from, to, isPerson: true, isUnsure: false }
  }
  const alone = to - start === 1
  if (isRole(prose.word(start)))
    return alone ? undefined : { from: start + 1, to, isPerson: true, isUnsure: false }
  if (isFirst && isFunctionWord(prose.word(start)))
    return alone ? undefined : { from: start + 1, to, isPerson: false, isUnsure: false }
  const isTitled = !isFirst && isRole(prose.word(start - 1)) && prose.follows(start)
  return { from: start, to, isPerson: isTitled, isUnsure: isFirst && alone }
}
