import { clauseStart, contentEnd, startsClause } from './clause-bounds.js'
import { atBehindPhrase, auxiliaryOf, endOfRequest } from './fixed-phrase.js'
import type { Finding } from './finding.js'
import { isRole } from '../../entities/role-nouns.js'
import { FINITE, PREPOSITIONS, isFinite, isWork } from '../words/function-words.js'
import type { Prose, TokenRange } from '../prose.js'
import type { Span } from '../../structures/span.js'
import { type Scene, type SourcePhrase, nameSource, sourceAfter, sourceBefore } from '../speakers/source.js'
import {
  announcesSpeech,
  certaintyOf,
  isDenial,
  isImpersonal,
  isParticiple,
  isRefusing,
  isSayingInfinitive,
  particleOf,
  takesClause,
  takesInfinitive,
  takesPlainClause
} from '../words/speech-verbs.js'

const NEGATION = /^(?:ikke|ikkje|aldri|neppe)$/
/** `for at`, `slik at`: another clause than what is said. */
const OTHER_AT = /^(?:for|slik|uten|utan|etter|ved|av|så|enn|mot|fordi|i|ut|bortsett|tross|sånn|poenget)$/
/** Not before the *at* that belongs to a verb. */
const OBJECT = /^(?:og|å|som|hva|noe|det)$/
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
  if (isImpersonal(prose.word(verb))) return impersonalClause(prose, sentence, verb)
  const phrase = atBehindPhrase(prose, verb, sentence.to)
  const isVerb = phrase !== undefined || !isDenied(prose, verb)
  const finite = isVerb ? finiteVerb(prose, verb, { from: sentence.from, phrase }) : undefined
  if (finite === undefined) return undefined
  const before = sourceAhead(scene, sentence, { finite, verb })
  const source = before ?? sourceAfter(scene, verb + 1, sentence.to)
  if (isNobodys(prose, source, { from: sentence.from, verb, finite })) return undefined
  const next = source !== undefined && before === undefined ? source.to : verb + 1
  const start = clauseAfter(scene, {
    ...{ next, verb, phrase, from: sentence.from, limit: sentence.to },
    isKnown: source !== undefined && !isParted(scene, verb, sentence.to),
    isAnybodys: source?.kind === 'nobody'
  })
  if (start === undefined) return undefined
  return unmarked(prose, {
    kind: 'reported',
    basis: start === next ? 'plainClause' : 'clause',
    start: prose.end(start - 1) + /^:?\s*/.exec(prose.gap(start))![0].length,
    end: endOfRequest(prose, verb, { from: start, end: contentEnd(prose, start, sentence) }),
    cue: cueOf(prose, verb),
    ...(source && { source })
  })
}

/** What works say is their content; `Legg til at du må betale.` asks somebody to. */
const isNobodys = (
  prose: Prose,
  source: SourcePhrase | undefined,
  { from, verb, finite }: { readonly from: number; readonly verb: number; readonly finite: number }
): boolean => {
  const isSomebodys = source !== undefined && source.kind !== 'nobody'
  if (finite < verb && isSayingInfinitive(prose.word(verb)) && !isSomebodys) return true // `Det vil si at`
  if (source !== undefined) return source.kind === 'noun' && isWork(prose.word(source.to - 1))
  return prose.word(verb) === 'legg' && (verb === from || /^(?:og|men|så)$/.test(prose.word(verb - 1)))
}

/** `Det er klart, | sier | Kari Moe`: what is said stands before the verb. */
const isParted = (scene: Scene, verb: number, limit: number): boolean => {
  if (!/^[»”"]?,\s/.test(scene.prose.gap(verb))) return false
  const source = sourceAfter(scene, verb + 1, limit)
  if (source === undefined || source.kind === 'nobody') return false
  const { to } = source
  return to >= limit || /^\s?[.,(]/.test(scene.prose.gap(to)) || PREPOSITIONS.has(scene.prose.word(to))
}

/** `sier ikke`: nobody says it. `vil ikke utelukke` tells what may be. */
const isDenied = (prose: Prose, verb: number): boolean =>
  !isDenial(prose.word(verb)) && negationBeside(prose, verb) !== undefined

/** The token of the negation beside a verb. */
const negationBeside = (prose: Prose, verb: number): number | undefined =>
  [verb + 1, verb - 1].find((at) => NEGATION.test(prose.word(at)))

/** The verb; with its negation, where it denies: `avviser ikke`, `ikke utelukke`. */
const cueOf = (prose: Prose, verb: number): Span => {
  const negation = isDenial(prose.word(verb)) ? (negationBeside(prose, verb) ?? verb) : verb
  return { start: prose.start(Math.min(verb, negation)), end: prose.end(Math.max(verb, negation)) }
}

/** `I meldingen heter det at | …`, `Det står også i dommen at | …` */
const impersonalClause = (prose: Prose, sentence: TokenRange, verb: number): Finding | undefined => {
  const isBefore = prose.word(verb - 1) === 'det' && verb - 1 === sentence.from
  if (!isBefore && prose.word(verb + 1) !== 'det') return undefined
  const from = isBefore ? verb + 1 : verb + 2
  const at = prose.word(from) === 'at' ? from : conjunction(prose, from, verb, sentence.to)
  if (at === undefined || at + 1 >= sentence.to) return undefined
  return unmarked(prose, {
    kind: 'reported',
    basis: 'clause',
    start: prose.end(at) + /^\s*/.exec(prose.gap(at + 1))![0].length,
    end: contentEnd(prose, at + 1, sentence),
    cue: { start: prose.start(verb), end: prose.end(verb) }
  })
}

/** The token of the verb, or of the *har* before it; undefined where it is no verb of speech. */
const finiteVerb = (
  prose: Prose,
  verb: number,
  { from, phrase }: { readonly from: number; readonly phrase: number | undefined }
): number | undefined => {
  const word = prose.word(verb)
  if (phrase !== undefined) return verb
  if (certaintyOf(word) !== undefined) return before(prose, verb, { from, auxiliary: BEING })
  const auxiliary = isParticiple(word) ? before(prose, verb, { from, auxiliary: HAVING }) : undefined
  if (auxiliary !== undefined && prose.word(auxiliary) === 'ha')
    return before(prose, auxiliary, { from, auxiliary: MODAL })
  const modal = auxiliary ?? auxiliaryOf(prose, verb, from)
  return modal ?? (takesClause(word) || particleOf(word) !== undefined ? verb : undefined)
}

const HAVING = /^(?:har|hadde|ha)$/
const MODAL = /^(?:skal|skulle|kan|må)$/
const BEING = /^(?:er|var)$/

/** Who stands before the verb, or between it and its auxiliary; undefined where the source is to come. */
const sourceAhead = (
  scene: Scene,
  sentence: TokenRange,
  { finite, verb }: { readonly finite: number; readonly verb: number }
): SourcePhrase | undefined => {
  const own = subject(scene, sentence, finite)
  return (mayFollow(scene, own, verb) ? undefined : own) ?? inverted(scene, finite, verb)
}

/** `Noen timer senere bekreftet | Viking`: who speaks stands behind the verb. */
const mayFollow = ({ names, prose }: Scene, before: SourcePhrase | undefined, verb: number): boolean => {
  if (before?.kind !== 'nobody' || !prose.follows(verb + 1)) return false
  const name = names.at(verb + 1) ?? (prose.word(verb + 1) === 'altså' ? names.at(verb + 2) : undefined)
  if (name === undefined) return false
  const next = prose.word(name.to)
  return !FINITE.has(next) && !isFinite(next) // `Avis hevder | Haaland er klar`
}

/** The subject between an auxiliary and its verb: `har | politiet | sagt`, `skal | han | ha sagt`. */
const inverted = (scene: Scene, finite: number, verb: number): SourcePhrase | undefined =>
  finite < verb ? sourceAfter(scene, finite + 1, verb) : undefined

interface After {
  readonly next: number
  readonly verb: number
  /** The token of *at* behind fixed words. */
  readonly phrase: number | undefined
  /** Where the sentence begins: a heading has no subject before its verb. */
  readonly from: number
  readonly limit: number
  /** Is there a subject? A clause without *at* needs one. */
  readonly isKnown: boolean
  readonly isAnybodys: boolean
}

/** The first token of the clause that the verb takes, after *at* or without it. */
const clauseAfter = (
  scene: Scene,
  { next, verb, phrase, from, limit, isKnown, isAnybodys }: After
): number | undefined => {
  const at = phrase ?? conjunction(scene.prose, next, verb, limit)
  if (at !== undefined) return at + 1 < limit ? at + 1 : undefined
  const { prose } = scene
  const word = prose.word(verb)
  const announced = isKnown && !isAnybodys && takesClause(word) ? behindColon(prose, next, limit) : undefined
  if (announced !== undefined) return announced
  const mayBePlain = (isKnown || verb === from) && takesPlainClause(word)
  const isPlain = mayBePlain && startsClause(scene, next, limit)
  const isInfinitive = isKnown && takesInfinitive(word) && prose.word(next) === 'å'
  return isPlain || isInfinitive ? next : undefined
}

/** So much may stand between a verb and its colon: `sier til avisen VG | :`. */
const LONGEST_ABOUT = 5

/**
 * The first token of a statement of two words or more behind a colon, without marks: `EU advarer: | Dette blir dyrt`,
 * `Hun sier til NTB: | Vi gir oss ikke`.
 */
const behindColon = (prose: Prose, from: number, limit: number): number | undefined => {
  const isAbout = PREPOSITIONS.has(prose.word(from))
  for (let at = from; at + 1 < Math.min(limit, from + (isAbout ? LONGEST_ABOUT : 1) + 1); at++) {
    if (/^:\s$/.test(prose.gap(at))) return prose.isCapital(at) ? at : undefined
    if (!/^\s$/.test(prose.gap(at)) || FINITE.has(prose.word(at))) return undefined
  }
  return undefined
}

/** How far before its verb an auxiliary stands. */
const APART = 6

/** The token of the auxiliary before a verb. */
const before = (
  prose: Prose,
  verb: number,
  { from, auxiliary }: { from: number; auxiliary: RegExp }
): number | undefined => {
  for (let at = verb - 1; at >= Math.max(from, verb - APART) && prose.follows(at + 1); at--)
    if (auxiliary.test(prose.word(at))) return at
  return undefined
}

const subject = (scene: Scene, sentence: TokenRange, verb: number): SourcePhrase | undefined => {
  const { prose, names } = scene
  if (/^(?:som|son)$/.test(prose.word(verb - 1))) {
    const name = names.before(verb - 4, verb - 1)
    return name?.to === verb - 1 ? nameSource(name) : { kind: 'nobody', from: verb - 1, to: verb }
  }
  const again = prose.word(verb - 1) === 'og' ? spokeBefore(scene, sentence.from, verb) : undefined
  return (
    again ??
    subordinate(scene, sentence.from, verb) ??
    sourceBefore(scene, clauseStart(prose, sentence, verb), verb)
  )
}

/** What a clause begins with whose subject follows at once. */
const SUBORDINATING = /^(?:at|der|fordi|mens|medan|når|da|då|siden|sidan|ettersom|selv|hvor|kor|enn)$/

/** The subject between a conjunction and its verb: `etter at | kong Felipe | erklærte`. */
const subordinate = ({ prose, names }: Scene, from: number, verb: number): SourcePhrase | undefined => {
  const name = names.before(Math.max(from, verb - LONGEST_NAME), verb)
  if (name?.to !== verb || !prose.follows(verb)) return undefined
  let first = name.from - 1
  while (first > from && prose.follows(first + 1) && isRole(prose.word(first))) first--
  return first >= from && SUBORDINATING.test(prose.word(first)) ? nameSource(name) : undefined
}

const LONGEST_NAME = 5

/** Who spoke in the clause before, in `sier han, og | legger til at`. */
const spokeBefore = (scene: Scene, from: number, verb: number): SourcePhrase | undefined => {
  const { prose } = scene
  for (let at = verb - 2; at >= Math.max(from, verb - REACH); at--) {
    if (!announcesSpeech(prose.word(at))) continue
    const source = sourceAfter(scene, at + 1, verb) ?? sourceBefore(scene, from, at)
    return source?.kind === 'nobody' ? undefined : source
  }
  return undefined
}

/**
 * Does *at* begin another clause than what the verb says: `sier det | for at`, `avviser påstander | om at`? A particle
 * is the verb's own: `er opptatt av at`.
 */
const isOther = (prose: Prose, at: number, from: number, verb: string): boolean => {
  const before = prose.word(at - 1)
  if (at === from || before === particleWith(verb)) return false
  return OTHER_AT.test(before) || (before === 'om' && isRefusing(verb))
}

const particleWith = (verb: string): string | undefined => particleOf(verb) ?? certaintyOf(verb)

/** Not `i | går` */
const isVerbAt = (prose: Prose, at: number): boolean =>
  (FINITE.has(prose.word(at)) || isFinite(prose.word(at))) &&
  !(prose.word(at) === 'går' && prose.word(at - 1) === 'i')

/** The token of the *at* that belongs to the verb: `sier | til avisen | at`. */
const conjunction = (prose: Prose, from: number, verb: number, limit: number): number | undefined => {
  const verbal = prose.word(verb)
  const particle = particleWith(verbal)
  let needed = particle !== undefined && !takesClause(verbal)
  for (let at = from; at < Math.min(limit, from + REACH) && prose.follows(at); at++) {
    const word = prose.word(at)
    if (word === 'at') return needed || isOther(prose, at, from, verbal) ? undefined : at
    if (word === particle) needed = false
    const isObject = OBJECT.test(word) && !(word === 'det' && particle === 'klart')
    if ((at > from && isVerbAt(prose, at)) || isObject) return undefined
  }
  return undefined
}

/** A clause all of which stands between quotation marks is direct speech. */
const unmarked = (prose: Prose, finding: Finding): Finding => {
  const inner = /^[«»“”„"'‘](?=\S)[^«»“”„"]*(?<=\S)[«»“”"'’]$/.exec(
    prose.text.slice(finding.start, finding.end)
  )
  return inner === null
    ? finding
    : { ...finding, kind: 'direct', start: finding.start + 1, end: finding.end - 1 }
}
