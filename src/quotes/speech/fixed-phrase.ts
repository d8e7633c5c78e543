import type { Prose } from '../prose.js'
import { FINITE, isFinite } from '../words/function-words.js'
import { isSayingInfinitive, phrasesOf } from '../words/speech-verbs.js'

/** So many words may stand before the fixed ones: `gir klart | uttrykk for`. */
const BETWEEN = 2
/** An auxiliary stands so close before its infinitive: `vil likevel ikke | utelukke`. */
const APART = 3
const MODAL = /^(?:kan|kunne|vil|ville|måtte)$/

/**
 * The token of the *at* behind the fixed words of a verb: `gir klart uttrykk for | at`, `ba om | at`; undefined where
 * they do not stand there.
 */
export const atBehindPhrase = (prose: Prose, verb: number, limit: number): number | undefined => {
  for (const phrase of phrasesOf(prose.word(verb)))
    for (let first = verb + 1; first <= verb + 1 + BETWEEN && prose.follows(first); first++) {
      const at = first + phrase.length
      const isThere = phrase.every((word, i) => prose.word(first + i) === word && prose.follows(first + i))
      if (isThere && prose.word(at) === 'at' && at + 1 < limit) return at
    }
  return undefined
}

/** The token of the auxiliary before an infinitive of saying: `kan | opplyse`, `vil | ikke utelukke`. */
export const auxiliaryOf = (prose: Prose, verb: number, from: number): number | undefined => {
  if (!isSayingInfinitive(prose.word(verb))) return undefined
  for (let at = verb - 1; at >= Math.max(from, verb - APART) && prose.follows(at + 1); at--)
    if (MODAL.test(prose.word(at))) return at
  return undefined
}

/** What a request says somebody is to do goes on so: `ba om at veien ble stengt og | ble ryddet`. */
const REQUESTED = /^(?:bli|ble|vart|vert|får|fikk|fekk|må|kan|skal|skulle)/

/**
 * Where the clause of a request ends, at an offset: before what the one who asks does besides, `ba om at veien ble
 * stengt | og gikk`.
 */
export const endOfRequest = (prose: Prose, verb: number, { from, end }: Clause): number => {
  if (!/^(?:ber|ba|bad)$/.test(prose.word(verb))) return end
  for (let at = from + 1; prose.end(at) < end; at++) {
    const next = prose.word(at + 1)
    const isOther = (FINITE.has(next) || isFinite(next)) && !REQUESTED.test(next)
    if (prose.word(at) === 'og' && isOther) return prose.end(at - 1)
  }
  return end
}

interface Clause {
  /** Its first token. */
  readonly from: number
  /** An offset. */
  readonly end: number
}
