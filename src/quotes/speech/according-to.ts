import { withoutStop } from './clause-bounds.js'
import { PREPOSITIONS, isWork } from '../words/function-words.js'
import type { Finding } from './finding.js'
import type { Prose, TokenRange } from '../prose.js'
import { type Scene, sourceAfter } from '../speakers/source.js'

/**
 * What a sentence says with *ifølge X*: the rest of it where it begins so, what stands before where it ends so, and two
 * stretches where it stands inside.
 *
 *     Ifølge politiet er to skadd. → er to skadd     To er skadd, ifølge politiet. → To er skadd
 *     To er ifølge politiet skadd. → To er | skadd
 */
export const accordingTo = (
  scene: Scene,
  sentence: TokenRange,
  token: number
): readonly Finding[] | undefined => {
  const { prose } = scene
  const length = /^(?:ifølge|ifølgje|iflg\.)$/.test(prose.word(token)) ? 1 : isTwoWords(prose, token) ? 2 : 0
  if (length === 0) return undefined
  const source = sourceAfter(scene, token + length, sentence.to)
  if (source === undefined || source.kind === 'nobody' || isWork(prose.word(source.to - 1))) return undefined
  const cue = { start: prose.start(token), end: prose.end(token + length - 1) }
  const common = { kind: 'reported', basis: 'accordingTo', cue, source } as const
  const end = withoutStop(prose.text, sentence)
  const isFirst = token === sentence.from || /^(?:for|men|og)$/.test(prose.word(token - 1))
  if (isFirst) {
    const start = contentStart(prose, source.to, sentence.to)
    return start === undefined ? undefined : [{ ...common, start, end }]
  }
  const before = { ...common, start: sentence.start, end: prose.end(token - 1) }
  const isTrailing = prose.gap(token).startsWith(',') && isClosed(prose, source.to, sentence.to)
  if (isTrailing || source.to >= sentence.to) return [before]
  const next = prose.word(source.to) === 'at' ? source.to + 1 : source.to
  const after = { ...common, start: prose.start(next), end }
  return after.end > after.start ? [before, after] : [before]
}

const isTwoWords = (prose: Prose, token: number): boolean =>
  prose.word(token) === 'i' && /^følgj?e$/.test(prose.word(token + 1))

/** Past what belongs to the source: `Ifølge Kari Moe ved NTNU | er`. */
const contentStart = (prose: Prose, from: number, limit: number): number | undefined => {
  if (/^(?:som|der|og)$/.test(prose.word(from))) return undefined
  let at = /^(?:hans|hennes|hennar|deres|deira)$/.test(prose.word(from)) ? from + 1 : from
  while (at < limit && PREPOSITIONS.has(prose.word(at)) && prose.follows(at)) {
    at++
    while (at < limit && prose.isCapital(at) && prose.follows(at)) at++
    if (at < limit && !prose.isCapital(at - 1)) at++
  }
  return at < limit ? prose.start(at) : undefined
}

const isClosed = (prose: Prose, from: number, limit: number): boolean => {
  for (let at = from; at < limit; at++) if (/[,;–]/.test(prose.gap(at))) return false
  return true
}
