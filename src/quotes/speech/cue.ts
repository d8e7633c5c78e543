import { genderOf } from '../../entities/given-names.js'
import { isRole } from '../../entities/role-nouns.js'
import { documentSource } from '../speakers/documents.js'
import { ADVERBS, FINITE, PREPOSITIONS, isDefinite, isDocument, isFinite } from '../words/function-words.js'
import type { Name } from '../speakers/names.js'
import type { Span } from '../../structures/span.js'
import type { Prose } from '../prose.js'
import type { Attribution } from './finding.js'
import { nameSource, type Scene, type SourcePhrase, sourceAfter, sourceBefore } from '../speakers/source.js'
import {
  announcesSpeech,
  isImpersonal,
  isParticiple,
  particleOf,
  takesObject
} from '../words/speech-verbs.js'

/** A verb of speech with its subject. */
export interface Cue extends Attribution {
  readonly cue: Span
  readonly source: SourcePhrase
  /** The token after verb, subject and particle. */
  readonly to: number
}

/** Without what only the reading needs. */
export const attributionOf = ({ cue, source }: Cue): Attribution => ({ cue, source })

/** After these, the verb was part of what is said: `– Da jeg kom hjem, spurte han meg`. */
const REFUTING = /^(?:meg|deg|oss|dykk|dere|ham|henne|dem|ikke|ikkje|å|det|den|et|jeg|eg|vi|du|alltid|aldri)$/
/** Another clause, which may have an *at* of its own. */
const JOINING = /^(?:som|son|og|etter|for|ved|uten|utan|slik|om)$/
/** How far after the subject *at* shows that a clause follows: `–, sier de til meg at`. */
const REACH = 6

/**
 * The cue that stands after speech, with its verb first: `…, sier X`, `…, la hun til`.
 *
 * @param verb token
 * @param limit token before which it ends
 */
export const cueAt = (scene: Scene, verb: number, limit: number): Cue | undefined => {
  const { prose } = scene
  const word = prose.word(verb)
  const impersonal = impersonalCue(scene, verb, limit) ?? perfectCue(scene, verb, limit)
  if (impersonal !== undefined) return impersonal
  const particle = particleOf(word)
  if (particle === undefined ? !announcesSpeech(word) : isObjectBehind(prose, verb)) return undefined
  const isJoined = prose.word(verb + 1) === particle
  const source = sourceAfter(scene, verb + (isJoined ? 2 : 1), limit)
  if (source === undefined) return undefined
  const isParted = !isJoined && prose.word(source.to) === particle && prose.follows(source.to)
  if (!isJoined && !isParted && !announcesSpeech(word)) return undefined
  const to = isParted ? source.to + 1 : source.to
  if (refutes(scene, to, limit)) return undefined
  return { cue: { start: prose.start(verb), end: prose.end(isJoined ? verb + 1 : verb) }, source, to }
}

/** `minner om | Kari Moe`: who stands behind the particle does not speak. */
const isObjectBehind = (prose: Prose, verb: number): boolean =>
  takesObject(prose.word(verb)) && prose.word(verb + 1) === particleOf(prose.word(verb))

/** `…, heter det i meldingen`, `…, ifølge politiet` */
const impersonalCue = (scene: Scene, at: number, limit: number): Cue | undefined => {
  const { prose } = scene
  const cue = { start: prose.start(at), end: prose.end(at) }
  if (/^(?:ifølge|ifølgje|ifylgje)$/.test(prose.word(at))) {
    const source = sourceAfter(scene, at + 1, limit)
    return source && { cue, source, to: source.to }
  }
  if (!isImpersonal(prose.word(at)) || prose.word(at + 1) !== 'det') return undefined
  let to = at + 2
  while (to < limit && ADVERBS.has(prose.word(to)) && prose.follows(to)) to++
  if (prose.word(to) === 'på' && !prose.word(at).startsWith('h')) return undefined // on a poster, a cup
  const isOver = to >= limit || /^[.!?,]/.test(prose.gap(to)) || /^(?:i|på|fra|frå|hos)$/.test(prose.word(to))
  return isOver
    ? { cue, source: writtenIn(scene, to, limit) ?? { kind: 'nobody', from: at + 1, to: at + 2 }, to }
    : undefined
}

/** `heter det | i rapporten`, `i en pressemelding fra FN`, `fra Kari Moe` */
const writtenIn = (scene: Scene, at: number, limit: number): SourcePhrase | undefined => {
  const { prose } = scene
  if (at + 1 >= limit || !/^(?:i|på|fra|frå)$/.test(prose.word(at))) return undefined
  const sender = /^fr[aå]$/.test(prose.word(at)) ? sourceAfter(scene, at + 1, limit) : undefined
  if (sender?.kind === 'name') return sender
  const isAlone = isDocument(prose.word(at + 1)) && isDefinite(prose.word(at + 1))
  return (
    documentSource(scene, at + 1, limit) ??
    (isAlone ? { kind: 'nobody', from: at + 1, to: at + 2 } : undefined)
  )
}

/** `…, har forsvareren tidligere sagt` */
const perfectCue = (scene: Scene, at: number, limit: number): Cue | undefined => {
  const { prose } = scene
  if (!/^(?:har|hadde)$/.test(prose.word(at))) return undefined
  const source = sourceAfter(scene, at + 1, limit)
  if (source === undefined) return undefined
  let verb = source.to
  while (verb < limit && ADVERBS.has(prose.word(verb)) && prose.follows(verb)) verb++
  if (verb >= limit || !isParticiple(prose.word(verb)) || !prose.follows(verb)) return undefined
  return refutes(scene, verb + 1, limit)
    ? undefined
    : { cue: { start: prose.start(at), end: prose.end(verb) }, source, to: verb + 1 }
}

const refutes = ({ prose }: Scene, to: number, limit: number): boolean => {
  const end = Math.min(limit, to + REACH)
  const isObject = prose.word(to) === 'det' && to + 1 === limit // `slik sier | hun | det`
  if (to < end && !isObject && prose.follows(to) && REFUTING.test(prose.word(to))) return true
  const joins = (at: number): boolean => JOINING.test(prose.word(at)) && !prose.isCapital(at + 1)
  for (let at = to; at < end && prose.follows(at) && !joins(at); at++)
    if (prose.word(at) === 'at') return true
  return false
}

/** How a verb in the present or the past may end: `medgir`, `konstaterte`, `jublet`, `åpna`, `undres`. */
const FINITE_FORM = /^\p{Ll}+(?:[eaiøuåæ]r|te|de|et|a|kk|t|es)$/u

/** After speech: a comma, or the mark that ends it. */
const isBehindSpeech = (gap: string): boolean => /^[»”"]?,\s$/.test(gap) || /^[?!…][»”"]?,?\s$/.test(gap)

/**
 * Who stands at the end of a sentence after speech and a comma, with a verb that no list has; behind it only to whom:
 * `…, medgir Kari Moe.`, `…, gliste Kari Moe til Nordlys.`, `…, stammet spissen til TV 2.`
 */
export const plainCue = (scene: Scene, at: number, limit: number): Cue | undefined => {
  const { prose } = scene
  if (!isBehindSpeech(prose.gap(at))) return undefined
  const source = isUnlistedVerb(prose.form(at)) ? sourceAfter(scene, at + 1, limit) : undefined
  if (source === undefined || !isAtEnd(prose, source, limit)) return undefined
  return { cue: { start: prose.start(at), end: prose.end(at) }, source, to: source.to }
}

/**
 * The person alone behind the last sentence of speech: `– Vi vant, Kari Moe.` Whom a first name alone stands for is
 * spoken to: `– Takk for alt, Kari.`
 */
export const nameCue = ({ prose, names }: Scene, at: number, limit: number): Cue | undefined => {
  const name = names.at(at)
  if (!name?.isPerson || name.to !== limit || !isBehindSpeech(prose.gap(at))) return undefined
  if (name.to === at + 1 && genderOf(prose.word(at)) !== undefined) return undefined
  return { cue: { start: name.start, end: name.end }, source: nameSource(name), to: limit }
}

/** Before the name of somebody spoken to: `Slapp av, | gode Kari Moe.` */
const ENDEARING = /^(?:gode|søte|flotte|(?:aller)?(?:kjær|kjære|be)ste|kjæraste|hatede|elskede|avholdte)$/

const isUnlistedVerb = (word: string): boolean =>
  FINITE_FORM.test(word) &&
  !ENDEARING.test(word) &&
  !(ADVERBS.has(word) || PREPOSITIONS.has(word) || FINITE.has(word)) &&
  !(isFinite(word) || isRole(word))

/** Does nothing stand behind who speaks but to whom, or an object: `…, formulerer | Kari Moe | det.`? */
const isAtEnd = (prose: Prose, source: SourcePhrase, limit: number): boolean => {
  const { kind, to } = source
  if (kind === 'noun' || kind === 'nobody') return kind === 'noun' && isToldTo(prose, to)
  if (kind !== 'name' || !source.name.isPerson) return false
  return to === limit || (prose.word(to) === 'det' && to + 1 === limit) || isToldTo(prose, to)
}

/** `til | NRK`, `overfor | Nordlys`: whom somebody talks to. */
const isToldTo = (prose: Prose, at: number): boolean =>
  /^(?:til|overfor)$/.test(prose.word(at)) && prose.follows(at) && prose.isCapital(at + 1)

/** Longer sentences announce nothing that could be told. */
const LONGEST = 40

/** Whom the verb before *og* names: `…, skriver Kari Moe på Twitter, og legger til:` */
const sourceOfJoined = (scene: Scene, from: number, verb: number): SourcePhrase | undefined => {
  const { prose } = scene
  if (prose.word(verb - 1) !== 'og') return undefined
  for (let at = verb - 2; at >= Math.max(from, verb - LONGEST); at--)
    if (announcesSpeech(prose.word(at))) return cueAt(scene, at, verb - 1)?.source
  return undefined
}

/** Who says what the verb at a token announces, in a passage without speech of its own. */
const sourceBeside = (
  scene: Scene,
  { from, to }: { readonly from: number; readonly to: number },
  verb: number
): SourcePhrase | undefined => {
  const source = sourceBefore(scene, from, verb) ?? sourceAfter(scene, verb + 1, to)
  const isTold = source !== undefined && source.kind !== 'nobody'
  return isTold ? source : (sourceOfJoined(scene, from, verb) ?? source)
}

/** To whom, about what, where: `Støre | til NRK:`, `Moe (22) | om budsjettet:`. */
const isAbout = (prose: Prose, from: number, to: number): boolean => {
  const at = /^\s\($/.test(prose.gap(from)) ? from + 1 : from
  if (at === to) return true
  if (!PREPOSITIONS.has(prose.word(at)) || to - at > LONGEST_ABOUT) return false
  for (let token = at; token < to; token++) if (/[.,;!?–]/.test(prose.gap(token))) return false
  return true
}

const LONGEST_ABOUT = 7

/** `Men leder Kari Moe er ikke imponert:`: what the only person of the passage is, who then speaks. */
const feelingOf = ({ prose, names }: Scene, from: number, to: number): Attribution | undefined => {
  let only: Name | undefined
  for (let at = Math.max(from, to - LONGEST); at < to; at++) {
    const name = names.at(at)
    if (!name?.isPerson) continue
    if (only !== undefined) return undefined
    only = name
  }
  const isSubject =
    only !== undefined &&
    /^(?:er|var)$/.test(prose.word(only.to)) &&
    !PREPOSITIONS.has(prose.word(only.from - 1))
  return isSubject && to - only!.to <= LONGEST_ABOUT ? { source: nameSource(only!) } : undefined
}

/**
 * What a passage with a colon at its end tells of the speech that follows: `Heidi Austlid:`, `Styreleder Kari Moe
 * uttaler:`. Undefined where it announces none: `Bok:`, `Slik gjør du:`.
 */
export const leadIn = (scene: Scene, from: number, to: number): Attribution | undefined => {
  const { prose } = scene
  for (let at = to - 1; at >= Math.max(from, to - LONGEST); at--) {
    const isSaying =
      announcesSpeech(prose.word(at)) || particleOf(prose.word(at)) === (prose.word(at + 1) || '-')
    if (!isSaying) continue
    const source = sourceBeside(scene, { from, to }, at)
    if (at === from && (source === undefined || source.kind === 'nobody')) continue // a word in capitals: `SLUTTET:`
    return { cue: { start: prose.start(at), end: prose.end(at) }, ...(source && { source }) }
  }
  const source = sourceBefore(scene, from, to)
  if (source === undefined || source.kind === 'nobody') return feelingOf(scene, from, to)
  const isOver = source.to === to || (source.kind === 'name' && isAbout(prose, source.to, to))
  return isOver ? { source } : undefined
}
