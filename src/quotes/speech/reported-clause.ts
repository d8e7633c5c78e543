import { clauseStart, contentEnd, startsClause } from './clause-bounds.js'
import type { Finding } from './finding.js'
import { ADVERBS, PREPOSITIONS, isWork } from '../words/function-words.js'
import type { Prose, TokenRange } from '../prose.js'
import { type Scene, type SourcePhrase, nameSource, sourceAfter, sourceBefore } from '../speakers/source.js'
import { isParticiple, particleOf, takesClause, takesPlainClause } from '../words/speech-verbs.js'

const NEGATION = /^(?:ikke|ikkje|aldri|neppe)$/
/** `for at`, `slik at`: another clause than what is said. */
const OTHER_AT = /^(?:for|slik|uten|utan|etter|ved|av|så|enn|mot|fordi|i|ut|bortsett|tross|sånn|poenget)$/
/** How many words may stand between the verb and *at*. */
const REACH = 10

/**
 * What a sentence reports with *at*, or without it after *mene* and *si*.
 *
 *     Hun opplyser at prisen stiger. → prisen stiger     Dessuten mener han det haster. → det haster
 *     Hun sier det for at alle skal høre. Det vil si at vi taper. → none
 *
 * @param verb token that may be the verb of speech
 */
export const reportedClause = (scene: Scene, sentence: TokenRange, verb: number): Finding | undefined => {
  const { prose } = scene
  const finite = finiteVerb(prose, verb, sentence.from)
  if (finite === undefined || NEGATION.test(prose.word(verb + 1)) || NEGATION.test(prose.word(verb - 1)))
    return undefined
  const before = subject(scene, sentence, finite)
  const source = before ?? sourceAfter(scene, verb + 1, sentence.to)
  if (source?.kind === 'noun' && isWork(prose.word(source.to - 1))) return undefined
  const next = source !== undefined && before === undefined ? source.to : verb + 1
  const start = clauseAfter(scene, { next, verb, limit: sentence.to, isKnown: source !== undefined })
  if (start === undefined) return undefined
  return unmarked(prose, {
    kind: 'reported',
    basis: start === next ? 'plainClause' : 'clause',
    start: prose.end(start - 1) + /^\s*/.exec(prose.gap(start))![0].length,
    end: contentEnd(prose, start, sentence),
    cue: { start: prose.start(verb), end: prose.end(verb) },
    ...(source && { source })
  })
}

/** The token of the verb, or of the *har* before it; undefined where it is no verb of speech. */
const finiteVerb = (prose: Prose, verb: number, from: number): number | undefined => {
  const word = prose.word(verb)
  const auxiliary = isParticiple(word) ? auxiliaryOf(prose, verb, from) : undefined
  return auxiliary ?? (takesClause(word) || particleOf(word) !== undefined ? verb : undefined)
}

interface After {
  readonly next: number
  readonly verb: number
  readonly limit: number
  /** Is there a subject? A clause without *at* needs one. */
  readonly isKnown: boolean
}

/** The first token of the clause that the verb takes, after *at* or without it. */
const clauseAfter = (scene: Scene, { next, verb, limit, isKnown }: After): number | undefined => {
  const at = conjunction(scene.prose, next, verb, limit)
  if (at !== undefined) return at + 1 < limit ? at + 1 : undefined
  const isPlain = isKnown && takesPlainClause(scene.prose.word(verb)) && startsClause(scene, next, limit)
  return isPlain ? next : undefined
}

/** The token of *har* or *hadde* before a participle. */
const auxiliaryOf = (prose: Prose, participle: number, from: number): number | undefined => {
  for (let at = participle - 1; at >= Math.max(from, participle - 3); at--)
    if (/^(?:har|hadde)$/.test(prose.word(at))) return at
  return undefined
}

const subject = (scene: Scene, sentence: TokenRange, verb: number): SourcePhrase | undefined => {
  const { prose, names } = scene
  if (/^(?:som|son)$/.test(prose.word(verb - 1))) {
    const name = names.before(verb - 4, verb - 1)
    return name?.to === verb - 1 ? nameSource(name) : { kind: 'nobody', from: verb - 1, to: verb }
  }
  return sourceBefore(scene, clauseStart(prose, sentence, verb), verb)
}

/** The token of the *at* that belongs to the verb: `sier | til avisen | at`. */
const conjunction = (prose: Prose, from: number, verb: number, limit: number): number | undefined => {
  const particle = particleOf(prose.word(verb))
  let needed = particle !== undefined && !takesClause(prose.word(verb))
  for (let at = from; at < Math.min(limit, from + REACH) && prose.follows(at); at++) {
    const word = prose.word(at)
    if (word === 'at') return needed || (at > from && OTHER_AT.test(prose.word(at - 1))) ? undefined : at
    if (word === particle) needed = false
    if (at === from && !PREPOSITIONS.has(word) && !ADVERBS.has(word) && word !== particle && word !== 'seg')
      return undefined
    if (/^(?:og|å|som)$/.test(word)) return undefined
  }
  return undefined
}

/** A clause all of which stands between quotation marks is direct speech. */
const unmarked = (prose: Prose, finding: Finding): Finding => {
  const inner = /^[«“”„"]([^«»“”„"]*)[»“”"]$/.exec(prose.text.slice(finding.start, finding.end))
  return inner === null
    ? finding
    : { ...finding, kind: 'direct', start: finding.start + 1, end: finding.end - 1 }
}
