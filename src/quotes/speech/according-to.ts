import { contentEnd } from './clause-bounds.js'
import { FINITE, PREPOSITIONS, isDocument, isFinite, isWork } from '../words/function-words.js'
import type { Finding } from './finding.js'
import type { Prose, TokenRange } from '../prose.js'
import { documentSource } from '../speakers/documents.js'
import { type Scene, type SourcePhrase, sourceAfter } from '../speakers/source.js'

/**
 * What a sentence says with *ifølge X*: the rest of it where it begins so, what stands before where it ends so, and two
 * stretches where it stands inside.
 *
 *     Ifølge politiet er to skadd. → er to skadd     To er skadd, ifølge politiet. → To er skadd
 *     To er ifølge politiet skadd. → To er | skadd
 *     Etter det NRK erfarer, går hun av. → går hun av     Hun går av, skal man tro VG. → Hun går av
 */
export const accordingTo = (
  scene: Scene,
  sentence: TokenRange,
  token: number
): readonly Finding[] | undefined => {
  const { prose } = scene
  const length = lengthOfCue(prose, token)
  if (length === 0) return undefined
  const source = sourceOf(scene, token, { length, limit: sentence.to })
  if (source === undefined || isWork(prose.word(source.to - 1))) return undefined
  const cue = { start: prose.start(token), end: prose.end(token + length - 1) }
  const who = documentSource(scene, token + length, sentence.to) ?? withoutOwner(prose, source)
  const common = { kind: 'reported', basis: 'accordingTo', cue, source: who } as const
  const end = contentEnd(prose, source.to, sentence)
  const isFirst = token === sentence.from || /^(?:for|men|og)$/.test(prose.word(token - 1))
  if (isFirst) {
    const start = contentStart(prose, source.to, sentence.to)
    return start === undefined ? undefined : [{ ...common, start, end }]
  }
  const first = prose.start(contentFrom(prose, sentence.from, token))
  const before = { ...common, start: first, end: prose.end(token - 1) }
  const next = contentBehind(prose, { token, to: source.to }, sentence.to)
  return next === undefined || end <= next ? [before] : [before, { ...common, start: next, end }]
}

/** The words of the cue at a token; 0 where none stands there. */
const lengthOfCue = (prose: Prose, token: number): number => {
  const isCue = (words: string): boolean =>
    words.split(' ').every((word, at) => prose.word(token + at) === word)
  const word = prose.word(token)
  if (/^(?:ifølge|ifølgje|ifylgje|iflg\.)$/.test(word)) return 1
  if (word === 'i' && /^(?:følgj?e|fylgje)$/.test(prose.word(token + 1))) return 2
  if (isCue('etter det')) return 2
  return /^(?:man|vi|en|ein)$/.test(prose.word(token + 1)) && isCue('skal') && prose.word(token + 2) === 'tro'
    ? 3
    : 0
}

/** What somebody has heard: `etter det NRK | erfarer`, `kjenner til`. */
const HEARD = /^(?:erfarer|erfarar|forstår|kjenner til|kjenner|får opplyst|får|opplyser|skjønner)$/

/** Who stands behind a cue; behind `etter det` only who has heard it. */
const sourceOf = (
  { prose, names }: Scene,
  token: number,
  { length, limit }: { readonly length: number; readonly limit: number }
): SourcePhrase | undefined => {
  const from = token + length
  const source = sourceAfter({ prose, names }, from, limit)
  if (prose.word(token) !== 'etter') return source ?? phraseAfter(prose, from, limit)
  if (source === undefined || source.kind === 'nobody' || !HEARD.test(prose.word(source.to))) return undefined
  const isParted = /^(?:til|opplyst)$/.test(prose.word(source.to + 1))
  return { ...source, to: source.to + (isParted ? 2 : 1) }
}

/** A document whose maker its phrase does not name: `rapporten`. */
const withoutOwner = (prose: Prose, source: SourcePhrase): SourcePhrase => {
  const { to } = source
  return isDocument(prose.word(to - 1)) ? { kind: 'nobody', from: to - 1, to } : source
}

/** Where what is said goes on behind the source; undefined where the sentence is over. */
const contentBehind = (
  prose: Prose,
  { token, to }: { token: number; to: number },
  limit: number
): number | undefined => {
  const isTrailing = prose.gap(token).startsWith(',') && isClosed(prose, to, limit)
  if (isTrailing || to >= limit) return undefined
  return prose.start(prose.word(to) === 'at' ? to + 1 : to)
}

/** Past the clause before: `Han er syk, og prisen stiger ifølge VG` → prisen. */
const contentFrom = (prose: Prose, from: number, token: number): number => {
  for (let at = token - 1; at > from; at--) if (/[;:]\s|^\s[–—]\s$/.test(prose.gap(at))) return at
  return from
}

/** What a phrase begins with, before its noun: an adjective, or an owner: `avisens`. */
const ADJECTIVE =
  /^(?:ny|nye|egen|eget|eige|flere|fleire|en|ei|et|eit|denne|dette|disse|\p{L}{3,}(?:e|sk|ig|leg|ens|ets|enes|anes))$/u

/** Words without a name that tell who says it, but not who that is: `lokale medier`, `kilder`, `en ny rapport`. */
const phraseAfter = (prose: Prose, from: number, limit: number): SourcePhrase | undefined => {
  if (from >= limit || !prose.follows(from)) return undefined
  let to = from + 1
  const mayGoOn = (): boolean =>
    to < Math.min(limit, from + LONGEST_PHRASE) && prose.follows(to) && ADJECTIVE.test(prose.word(to - 1))
  while (mayGoOn() && !FINITE.has(prose.word(to))) to++
  return { kind: 'nobody', from, to }
}

const LONGEST_PHRASE = 5

/** Past what belongs to the source: `Ifølge Kari Moe ved NTNU | er`, `Ifølge dem som var der | er`. */
const contentStart = (prose: Prose, from: number, limit: number): number | undefined => {
  if (/^(?:som|der|og)$/.test(prose.word(from)))
    return behindComma(prose, from, limit) ?? afterRelative(prose, from, limit)
  let at = /^(?:hans|hennes|hennar|deres|deira)$/.test(prose.word(from)) ? from + 1 : from
  while (at < limit && PREPOSITIONS.has(prose.word(at)) && prose.follows(at)) {
    at++
    while (at < limit && prose.isCapital(at) && prose.follows(at)) at++
    if (at < limit && !prose.isCapital(at - 1)) at++
  }
  return at < limit ? prose.start(at) : undefined
}

/** `, som forsvarer mannen, | nekter han`: a relative clause between commas. */
const behindComma = (prose: Prose, from: number, limit: number): number | undefined => {
  if (!prose.gap(from).startsWith(',')) return undefined
  for (let at = from + 1; at < Math.min(limit, from + REACH); at++)
    if (prose.gap(at).startsWith(',')) return prose.start(at)
  return undefined
}

/** The second verb after *som*: `som vurderes | kan`. */
const afterRelative = (prose: Prose, from: number, limit: number): number | undefined => {
  const verbs: number[] = []
  for (let at = from + 1; at < Math.min(limit, from + REACH); at++)
    if (FINITE.has(prose.word(at)) || isFinite(prose.word(at)) || prose.word(at).endsWith('es'))
      verbs.push(at)
  return verbs[1] === undefined ? undefined : prose.start(verbs[1])
}

const REACH = 14

const isClosed = (prose: Prose, from: number, limit: number): boolean => {
  for (let at = from; at < limit; at++) if (/[,;–]/.test(prose.gap(at))) return false
  return true
}
