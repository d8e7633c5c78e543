import { cueAt } from './cue.js'
import type { Finding } from './finding.js'
import { withoutStop } from './clause-bounds.js'
import type { Span } from '../../structures/span.js'
import type { Prose, TokenRange } from '../prose.js'
import { FINITE, isFinite } from '../words/function-words.js'
import type { Scene } from '../speakers/source.js'

/** `Det | skriver CNN`, `Dette | opplyser politiet` */
const TAKING_UP = /^(?:det|dette)$/
const CREDIT = /\((?:arkiv)?foto\b/iu
/** Shorter stretches are headings, longer ones more than somebody said. In UTF-16 code units. */
const SHORTEST = 25
const LONGEST = 700

/** `Det mener politiet | har et preg`: it takes up nothing. */
const hasOwnVerb = (prose: Prose, to: number, limit: number): boolean =>
  to < limit && prose.follows(to) && (FINITE.has(prose.word(to)) || isFinite(prose.word(to)))

/**
 * What stands before `Det skriver CNN.` is what CNN says; undefined where it can be no statement.
 *
 * @param above what the sentence may take up, none of it speech already
 */
export const saidAbove = (scene: Scene, above: Span, sentence: TokenRange): Finding | undefined => {
  const { prose } = scene
  if (!TAKING_UP.test(prose.word(sentence.from)) || !prose.follows(sentence.from + 1)) return undefined
  const credit = prose.text.slice(above.start, above.end).search(CREDIT)
  const stop = credit < 0 ? above.end : above.start + credit
  const length = stop - above.start
  if (length < SHORTEST || length > LONGEST || !/[.!…]\s*$/.test(prose.text.slice(above.start, stop)))
    return undefined
  const cue = cueAt(scene, sentence.from + 1, sentence.to)
  if (cue === undefined || cue.source.kind === 'pronoun' || hasOwnVerb(prose, cue.to, sentence.to))
    return undefined
  const end = withoutStop(prose.text, { start: above.start, end: stop })
  const { source } = cue
  return { kind: 'reported', basis: 'trailing', start: above.start, end, cue: cue.cue, source }
}
