import type { Prose, TokenRange } from '../prose.js'
import { announcesSpeech, particleOf, takesClause } from '../words/speech-verbs.js'
import { ADVERBS, FINITE, PREPOSITIONS, isDefinite, isFinite } from '../words/function-words.js'
import type { Scene } from '../speakers/source.js'
import { wordSet } from '../../structures/word-list.js'

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
    const isStop = /[;:–]|^[»"”)]*[.!?…]/.test(prose.gap(at)) && !isInitial(prose, at - 1)
    if (isStop && !isOrdinal(prose, at - 1)) return at
    if (CONJUNCTION.test(prose.word(at)) && prose.gap(at).startsWith(',') && at + 1 < verb) return at + 1
  }
  return from
}

/** `Kari B. Moe`, `Jens Chr. Hauge`: a stop that is part of a name. */
const isInitial = (prose: Prose, token: number): boolean =>
  /^(?:\p{Lu}|Chr|St|Th|Fr)$/u.test(prose.form(token)) && prose.gap(token + 1).startsWith('. ')

/** `14. november`: a stop that is part of a number. */
const isOrdinal = (prose: Prose, token: number): boolean =>
  /^\d+$/.test(prose.word(token)) && /^\.\s$/.test(prose.gap(token + 1)) && !prose.isCapital(token + 1)

/** A clause that stands before its main clause: `Da hun sa at laget tapte, | ble det stille`. */
const SUBORDINATING = /^(?:da|når|etter|mens|medan|fordi|siden|sidan|ettersom|selv|sjølv|hvis|dersom)$/

/**
 * The offset where what is said ends: with the sentence, without its full stop, or before a clause in which the writer
 * speaks again: `…, men tror`, `…, men hun avviser`.
 */
export const contentEnd = (prose: Prose, content: number, sentence: TokenRange): number => {
  const isBefore = SUBORDINATING.test(prose.word(sentence.from))
  for (let at = content + 1; at < sentence.to; at++) {
    const gap = prose.gap(at)
    if (isBefore && /^,\s/.test(gap) && FINITE.has(prose.word(at))) return prose.end(at - 1)
    if (/^;|^:\s+[–—―-]/.test(gap)) return prose.end(at - 1)
    if (/^[»”"]?,\s/.test(gap) && isCueAtEnd(prose, at, sentence.to))
      return prose.end(at - 1) + (gap.startsWith(',') ? 0 : 1)
    if (gap.startsWith(',') && CONJUNCTION.test(prose.word(at)) && speaksAgain(prose, at + 1, sentence.to))
      return prose.end(at - 1)
  }
  return withoutStop(prose.text, sentence)
}

/** `…, skriver Bergens Tidende`, `…, ifølge VG`: a cue with few words behind it, and no clause. */
const isCueAtEnd = (prose: Prose, verb: number, limit: number): boolean =>
  (announcesSpeech(prose.word(verb)) || ACCORDING.test(prose.word(verb))) &&
  verb + 1 < limit &&
  limit - verb <= LONGEST_CUE &&
  prose.word(verb + 1) !== 'at' &&
  !hasComma(prose, verb + 1, limit)

const ACCORDING = /^(?:ifølge|ifølgje|ifylgje)$/
const LONGEST_CUE = 8

const hasComma = (prose: Prose, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (prose.gap(at).startsWith(',')) return true
  return false
}

const speaksAgain = (prose: Prose, at: number, limit: number): boolean => {
  if (LEAVING.test(prose.word(at))) return true
  if (prose.word(at) === 'at') return false
  for (let verb = at; verb < Math.min(limit, at + 4) && prose.follows(verb); verb++) {
    const word = prose.word(verb)
    if (takesClause(word) || prose.word(verb + 1) === particleOf(word)) return true
  }
  return false
}

/** Where a sentence ends without its full stop. */
export const withoutStop = (text: string, { start, end }: { start: number; end: number }): number => {
  let last = end
  while (last > start && /[.!?…,:\s]/.test(text[last - 1]!)) last--
  return last
}

/** What the subject of a clause may begin with. */
const SUBJECTS = wordSet(`
  han hun ho de dei det den dette denne disse desse man ein en vi jeg eg alle mange noen nokon ingen hans hennes
  hennar deres deira dens sin sitt sine vår vårt våre
`)

/** So far the verb stands from the beginning of its clause. */
const REACH = 12
const NOMINATIVE = /^(?:han|hun|ho|de|dei|vi|jeg|eg|man|det|den)$/

/** After these stands the verb: `han | liker`; not `det | til VG`. */
const isNominative = (prose: Prose, from: number, limit: number): boolean => {
  const next = prose.word(from + 1)
  const isVerb =
    /(?:r|te|de|et|a|s|kk|k|t|v)$/.test(next) &&
    !/^(?:samme|hele|mest|verste|beste?|flest|først|fyrst|sist|lengst|slik|høyt|høgt|rett)$/.test(next)
  return (
    NOMINATIVE.test(prose.word(from)) &&
    !(prose.word(from).startsWith('d') && isDefinite(prose.word(from + 2))) &&
    from + 1 < limit &&
    prose.follows(from + 1) &&
    isVerb &&
    !PREPOSITIONS.has(next) &&
    !ADVERBS.has(next)
  )
}

/** `politikerne`, `regjeringen`: what follows at once is a verb, or no part of the phrase. */
const DEFINITE = /^(?:\p{L}{3,}(?:ene|ane|rne)|\p{Ll}{3,}(?:en|et))$/u

/**
 * A word with the ending of a verb, just after a name or a definite noun: `Krekar | leder`, `politikerne | svikter`.
 */
const isVerbAfter = (prose: Prose, at: number | undefined, limit: number): boolean =>
  at !== undefined &&
  at < limit &&
  prose.follows(at) &&
  /^(?!eller$)\p{Ll}{2,}(?:er|ar|te|et)$/u.test(prose.form(at)) &&
  !PREPOSITIONS.has(prose.word(at)) &&
  !ADVERBS.has(prose.word(at))

/** No clause begins so: `mener | noe annet`, `sier | ja`, `tror | på`. */
const OBJECTS = wordSet(
  'noe noko ja nei det dette så ikke ikkje seg å hva kva hvordan hvorfor om at takk og men eller som'
)

/**
 * Does a clause with subject and verb begin at the token: `| det er feil`, `| regjeringen må innse`?
 * `| alvor`, `| historien om bonden som er` do not.
 */
export const startsClause = (scene: Scene, from: number, limit: number): boolean => {
  const { prose, names } = scene
  const first = prose.word(from)
  if (!prose.follows(from) || PREPOSITIONS.has(first) || ADVERBS.has(first)) return false
  const isSubject = mayBeSubject(scene, from)
  if (!isSubject && OBJECTS.has(first)) return first === 'ikke' || first === 'ikkje'
  const name = names.at(from)
  const subjectEnd = name?.to ?? (DEFINITE.test(first) ? from + 1 : undefined)
  if (isNominative(prose, from, limit) || isVerbAfter(prose, subjectEnd, limit)) return true
  const reach = isSubject ? REACH : REACH / 2
  return hasVerb(prose, name?.to ?? from + 1, Math.min(limit, from + reach))
}

const mayBeSubject = ({ prose, names }: Scene, at: number): boolean => {
  const word = prose.word(at)
  const isOwner = word.length > 4 && word.endsWith('s')
  return SUBJECTS.has(word) || isDefinite(word) || isOwner || names.at(at) !== undefined || /^\d/.test(word)
}

const hasVerb = (prose: Prose, from: number, limit: number): boolean => {
  for (let at = from; at < limit; at++) {
    if (!/^,?\s/.test(prose.gap(at))) return false
    if (FINITE.has(prose.word(at)) || isFinite(prose.word(at)) || takesClause(prose.word(at))) return true
    if (/^(?:om|at|å|hva|hvordan)$/.test(prose.word(at))) return false
  }
  return false
}
