import { isRole } from '../../entities/role-nouns.js'
import { FINITE, isFinite } from '../words/function-words.js'
import { takesPlainClause } from '../words/speech-verbs.js'
import type { Prose } from '../prose.js'

/** What begins with these tells more of who speaks, and how. */
const OF_SPEAKER =
  /^(?:som|son|og|men|mens|medan|før|etter|til|på|i|ved|med|da|når|idet|fra|frå|for|til tross)$/
/** So far on a title stands in `…, sier Kari Moe, daglig leder i Vy`. */
const REACH = 4

/**
 * Where speech goes on behind its cue without a dash, as its clause is not over before or begins with a verb behind.
 *
 *     – Nå, sier Kari Moe, | må vi handle.     – Jeg tror, sier hun, | at det går.     – Vi er, sier hun, | helt enige.
 *     – Vi vant, sier Kari Moe, trener i Brann. → undefined
 *
 * @param verb token that the cue begins with
 * @param next token behind the cue
 */
export const restOfSpeech = (prose: Prose, verb: number, next: number, limit: number): number | undefined => {
  if (next >= limit || prose.gap(verb) !== ', ' || !/^,\s$/.test(prose.gap(next))) return undefined
  const [last, first] = [prose.word(verb - 1), prose.word(next)]
  if (first === 'at') return takesPlainClause(last) || isVerb(last) ? next : undefined
  if (OF_SPEAKER.test(first) || tellsRole(prose, next, limit)) return undefined
  return isVerb(first) || isVerb(last) || takesPlainClause(last) ? next : undefined
}

const isVerb = (word: string): boolean => FINITE.has(word) || isFinite(word)

const tellsRole = (prose: Prose, from: number, limit: number): boolean => {
  for (let at = from; at < Math.min(limit, from + REACH) && !isVerb(prose.word(at)); at++)
    if (isRole(prose.word(at))) return true
  return false
}
