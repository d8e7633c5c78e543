import { accordingTo } from './according-to.js'
import type { Finding } from './finding.js'
import { statementStart } from './label.js'
import type { Prose, TokenRange } from '../prose.js'
import { reportedClause } from './reported-clause.js'
import type { Scene } from '../speakers/source.js'
import { isImpersonal, mayReport, particleOf, takesClause } from '../words/speech-verbs.js'
import { cueAt } from './cue.js'
import { ADVERBS, FINITE, PREPOSITIONS } from '../words/function-words.js'
import type { Span } from '../../structures/span.js'

const TAIL = /^[»”"]?\s*[,.!?]/

/** What a passage reports: a sentence, or what of it is not direct speech. */
export const reportedSpeech = (scene: Scene, passage: TokenRange): Finding[] => {
  const findings: Finding[] = []
  let last = passage.start
  /** What follows direct speech, `, sier han`, is no statement of its own. */
  const isTail = TAIL.test(scene.prose.text.slice(passage.start, passage.start + 3))
  const isMarked = insideMarks(scene.prose.text, passage)
  let isStatement = !isTail
  for (let at = passage.from; at < passage.to; at++) {
    if (!mayReport(scene.prose.word(at)) || scene.prose.start(at) < last) continue
    if (isMarked(scene.prose.start(at))) continue
    const isOver = isTail && at === passage.from // `…, sier | en ansatt som er lei`
    const found = reportedAt(scene, passage, { at, isStatement }).filter(
      ({ start, end, basis }) => end > start && !(isOver && basis === 'plainClause')
    )
    const final = found.at(-1)
    if (final === undefined) continue
    findings.push(...found)
    isStatement = false
    last = Math.max(final.end, final.cue?.end ?? 0)
  }
  return findings
}

/**
 * Does what begins at an offset stand in quotation marks: `Oversatt: «Det ordet betyr ikke det dere | tror det gjør»`?
 * To be asked of one offset after another.
 */
const insideMarks = (text: string, { start, end }: Span): ((offset: number) => boolean) => {
  const last = text.lastIndexOf('»', end - 1)
  let at = start
  let isOpen = false
  return (offset) => {
    for (; at < offset; at++)
      if (text[at] === '«') isOpen = true
      else if (text[at] === '»') isOpen = false
    return isOpen && last >= offset
  }
}

/** What the word at a token reports. */
const reportedAt = (
  scene: Scene,
  passage: TokenRange,
  { at, isStatement }: { readonly at: number; readonly isStatement: boolean }
): readonly Finding[] => {
  const mayBeSaid = isStatement && !isSource(scene, passage, at)
  const whole = mayBeSaid ? accordingTo(scene, passage, at) : undefined
  if (whole !== undefined) return whole
  const clause = isOwn(scene, at) ? undefined : reportedClause(scene, passage, at)
  const found = clause ?? (isStatement ? trailingCue(scene, passage, at) : undefined)
  return found === undefined ? [] : [found]
}

const WRITER = /^(?:jeg|eg|vi|me)$/

/** `Vi | mener`, `synes | jeg`: who writes, or somebody whom a cue names behind it. */
const isOwn = ({ prose }: Scene, verb: number): boolean =>
  WRITER.test(prose.word(verb - 1)) || (WRITER.test(prose.word(verb + 1)) && prose.follows(verb + 1))

/** `Ifølge VG opplyser | Google at`: who speaks stands behind another verb of speech. */
const isSource = ({ prose, names }: Scene, { from, to }: TokenRange, at: number): boolean => {
  if (at !== from || !/^(?:ifølge|ifølgje|ifylgje)$/.test(prose.word(at))) return false
  for (let verb = at + 2; verb < Math.min(to, at + REACH); verb++) {
    if (/[,;]/.test(prose.gap(verb))) return false
    if (takesClause(prose.word(verb))) return names.at(verb + 1) !== undefined
  }
  return false
}

const REACH = 7

/** A clause that begins so is no statement without another one: `Da han kom, svarte hun.` */
const SUBORDINATE = /^(?:da|når|hvis|dersom|etter|mens|medan|før|siden|sidan|fordi|som|selv|ettersom|idet)$/
const LEAST_WORDS = 3

/**
 * A statement of the running text with its cue behind it, without marks: `Prisen stiger, opplyser selskapet.` → `Prisen
 * stiger`
 *
 * @param verb token that may be the verb of the cue
 */
const trailingCue = (scene: Scene, sentence: TokenRange, verb: number): Finding | undefined => {
  const { prose } = scene
  const word = prose.word(verb)
  if (verb - sentence.from < LEAST_WORDS || !/^[»”"]?,\s/.test(prose.gap(verb))) return undefined
  if (!takesClause(word) && particleOf(word) === undefined && !isImpersonal(word)) return undefined
  const cue = cueAt(scene, verb, sentence.to)
  if (ANNOUNCING.test(prose.text.slice(sentence.start, sentence.end)) || isQuestion(prose, sentence))
    return undefined
  if (cue === undefined || !endsStatement(scene, cue.to, sentence.to)) return undefined
  if (SUBORDINATE.test(prose.word(sentence.from)) && !hasComma(scene, sentence.from, verb)) return undefined
  const { source } = cue
  const isMarkedAtEnd = /^[»”"]/.test(prose.gap(verb))
  const span = {
    start: statementStart(scene, sentence, source),
    end: prose.end(verb - 1) + (isMarkedAtEnd ? 1 : 0)
  }
  return { kind: 'reported', basis: 'trailing', ...span, cue: cue.cue, source }
}

/** What follows is said: `Vi spør, svarer hun: | – Nei`. */
const ANNOUNCING = /:\s*(?:[–—―-]\s*)?[«"“]?$/u

/** `På spørsmål om veien er trygg, svarer hun nei`: what was asked. */
const isQuestion = (prose: Prose, { from }: TokenRange): boolean =>
  /^(?:på|til)$/.test(prose.word(from)) &&
  [from + 1, from + 2].some((token) => /^spørsmål(?:et)?$/.test(prose.word(token)))

/** The sentence is over, or goes on with to whom or how it was said. */
const endsStatement = ({ prose }: Scene, to: number, limit: number): boolean =>
  to >= limit ||
  (prose.gap(to).startsWith(',') && !FINITE.has(prose.word(to))) ||
  /^\s?[.(]/.test(prose.gap(to)) ||
  ADVERBS.has(prose.word(to)) ||
  PREPOSITIONS.has(prose.word(to)) ||
  /^(?:og|som|at)$/.test(prose.word(to))

const hasComma = ({ prose }: Scene, from: number, to: number): boolean => {
  for (let at = from + 1; at < to; at++) if (prose.gap(at).startsWith(',')) return true
  return false
}
