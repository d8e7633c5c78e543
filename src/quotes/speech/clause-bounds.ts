import type { Prose, TokenRange } from '../prose.js'
import { particleOf, takesClause } from '../words/speech-verbs.js'
import { FINITE, wordList, isDefinite } from '../words/function-words.js'
import type { Scene } from '../speakers/source.js'

const CONJUNCTION = /^(?:men|og|mens|medan|samt|så)$/
const LEAVING = /^(?:tror|trur|oppfordrer|oppfordrar|ønsker|ønskjer|viser|ber|vil)$/
/** Longer clauses are not searched for their beginning. */
const LONGEST = 40

/**
 * The token that the main clause of a verb begins with: after a semicolon or a colon, and after `, men` and the like
 * unless the verb itself follows, for then the subject stands before it.
 */
export const clauseStart = (prose: Prose, { from }: TokenRange, verb: number): number => {
  const first = Math.max(from, verb - LONGEST)
  for (let at = verb - 1; at > first; at--) {
    if (/[;:–]|^[»"”)]*[.!?…]/.test(prose.gap(at))) return at
    if (CONJUNCTION.test(prose.word(at)) && prose.gap(at).startsWith(',') && at + 1 < verb) return at + 1
  }
  return from
}

/**
 * The offset where what is said ends: with the sentence, without its full stop, or before a clause in which the writer
 * speaks again: `…, men tror`, `…, men hun avviser`.
 */
export const contentEnd = (prose: Prose, content: number, sentence: TokenRange): number => {
  for (let at = content + 1; at < sentence.to; at++) {
    const gap = prose.gap(at)
    if (/^;|^:\s+[–—―-]/.test(gap)) return prose.end(at - 1)
    if (gap.startsWith(',') && CONJUNCTION.test(prose.word(at)) && speaksAgain(prose, at + 1, sentence.to))
      return prose.end(at - 1)
  }
  return withoutStop(prose.text, sentence)
}

const speaksAgain = (prose: Prose, at: number, limit: number): boolean => {
  if (LEAVING.test(prose.word(at))) return true
  for (let verb = at; verb < Math.min(limit, at + 3) && prose.follows(verb); verb++) {
    const word = prose.word(verb)
    if (takesClause(word) || prose.word(verb + 1) === particleOf(word)) return true
  }
  return false
}

/** Where a sentence ends without its full stop. */
export const withoutStop = (text: string, { start, end }: { start: number; end: number }): number => {
  let last = end
  while (last > start && /[.!?…,\s]/.test(text[last - 1]!)) last--
  return last
}

/** What the subject of a clause may begin with. */
const SUBJECTS = wordList(`
  han hun ho de dei det den dette denne disse desse man ein en vi jeg eg alle mange noen nokon ingen
`)

/** So far the verb stands from the beginning of its clause. */
const REACH = 6

/**
 * Does a clause with subject and verb begin at the token: `| det er feil`, `| regjeringen må innse`?
 * `| alvor`, `| historien om bonden som er` do not.
 */
export const startsClause = ({ prose, names }: Scene, from: number, limit: number): boolean => {
  const first = prose.word(from)
  const name = names.at(from)
  const isOwner = first.length > 4 && first.endsWith('s')
  if (!SUBJECTS.has(first) && !isDefinite(first) && !isOwner && name === undefined && !/^\d/.test(first))
    return false
  if (!prose.follows(from)) return false
  for (let at = name?.to ?? from + 1; at < Math.min(limit, from + REACH) && prose.follows(at); at++) {
    if (FINITE.has(prose.word(at))) return true
    if (/^(?:om|som|til|at|å)$/.test(prose.word(at))) return false
  }
  return false
}
