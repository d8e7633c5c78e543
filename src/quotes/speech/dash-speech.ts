import { closingPhrase } from './closing-phrase.js'
import { type Cue, attributionOf, cueAt, leadIn, nameCue, plainCue } from './cue.js'
import type { Attribution, Finding } from './finding.js'
import { restOfSpeech } from './divided-speech.js'
import { withoutStop } from './clause-bounds.js'
import { isMainClauseToCome } from './main-clause.js'
import type { Paragraph, Prose, TokenRange } from '../prose.js'
import type { Scene } from '../speakers/source.js'

const DASH = /[–—―-]/
/** A speech dash, or a hyphen that stands for one, before the first word of a paragraph. */
const OPENING = /^[–—―-]\s*(?=[\p{Lu}\p{N}«"“”])/u
/** Before a sentence inside it, where a number belongs to the one before: `19. – 20. april`. */
const OPENING_INSIDE = /^[–—―-]\s*(?=[\p{Lu}«"“”])/u
/** A dash after a colon, or where speech goes on after its cue. */
const RESUMING = /[.,:!?…]\s+[–—―-]\s+[«"“”]?$/
const BEFORE_CUE = /[,?!.…»”"]\s*$/
const CLOSING = /^[?!….»”"]+/

/** What has been read of a paragraph. */
interface State {
  /** Where speech began, while somebody speaks. */
  open?: {
    readonly start: number
    readonly evidence?: Attribution
    /** What stands behind a cue without a dash: it ends with its sentence. */
    readonly isRest?: true
  }
  /** Who spoke last in this paragraph. */
  last?: Attribution
}

/**
 * The direct speech of a paragraph that is marked with dashes. It goes on from sentence to sentence until a cue, and
 * after the cue from the next dash.
 *
 *     – Vi vant. Endelig, sier hun. Hun smiler. – Nå feirer vi. → Vi vant. Endelig | Nå feirer vi.
 */
export const dashSpeech = (scene: Scene, paragraph: Paragraph): Finding[] => {
  if (!DASH.test(scene.prose.text.slice(paragraph.start, paragraph.end))) return []
  const findings: Finding[] = []
  const state: State = {}
  paragraph.sentences.forEach((sentence, i) => {
    const opening = sentence.start === paragraph.start ? OPENING : OPENING_INSIDE
    const dash = opening.exec(scene.prose.text.slice(sentence.start, sentence.start + 4))
    if (dash !== null) {
      close(state, findings, endBefore(scene.prose, sentence))
      state.open = { start: sentence.start + dash[0].length, ...(state.last && { evidence: state.last }) }
    }
    readSentence(
      scene,
      { ...sentence, isLast: endsSpeech(scene.prose, paragraph.sentences[i + 1]) },
      state,
      findings
    )
  })
  close(state, findings, paragraph.end)
  return findings.map((finding) => withoutMarks(scene.prose.text, finding))
}

/** What stands between quotation marks as a whole, behind its dash: `– «Alle er like», sier hun.` */
const withoutMarks = (text: string, finding: Finding): Finding => {
  const { start, end } = finding
  return /^[«“"][^«»“”"]+[»”"]$/u.test(text.slice(start, end))
    ? { ...finding, start: start + 1, end: end - 1 }
    : finding
}

/** Is the speech over before a sentence: is it none, or does it begin with a dash? */
const endsSpeech = ({ text }: Prose, next: TokenRange | undefined): boolean =>
  next === undefined || OPENING_INSIDE.test(text.slice(next.start, next.start + 4))

/** A sentence, and whether speech in it may not go on behind it. */
interface Spoken extends TokenRange {
  readonly isLast: boolean
}

const readSentence = (scene: Scene, sentence: Spoken, state: State, findings: Finding[]): void => {
  const { prose } = scene
  for (let at = sentence.from; at < sentence.to; at++) {
    const gap = prose.gap(at)
    if (state.open === undefined) {
      if (at > sentence.from && RESUMING.test(gap)) resume(scene, sentence, at, state)
    } else if (BEFORE_CUE.test(gap) && at > prose.tokenAt(state.open.start)) {
      const cue = cueWith(scene, at, sentence)
      if (cue === undefined) continue
      const from = Math.max(sentence.from, prose.tokenAt(state.open.start))
      if (isMainClauseToCome(prose, from, at) && hasSpeaker(scene, at + 1, sentence.to)) continue
      state.last = attributionOf(cue)
      state.open = { start: state.open.start, evidence: state.last }
      close(state, findings, prose.end(at - 1) + (CLOSING.exec(gap)?.[0].length ?? 0))
      goOnBehind(prose, { verb: at, cue, limit: sentence.to }, state)
      at = cue.to - 1
    }
  }
  if (state.open?.isRest) close(state, findings, withoutStop(prose.text, sentence))
}

/** Opens the rest of speech that a cue with a verb divides. */
const goOnBehind = (
  prose: Prose,
  { verb, cue, limit }: { readonly verb: number; readonly cue: Cue; readonly limit: number },
  state: State
): void => {
  const rest = cue.source.from > verb ? restOfSpeech(prose, verb, cue.to, limit) : undefined
  if (rest !== undefined)
    state.open = { start: prose.start(rest), evidence: attributionOf(cue), isRest: true }
}

const cueWith = (scene: Scene, at: number, { to, isLast }: Pick<Spoken, 'to' | 'isLast'>): Cue | undefined =>
  cueAt(scene, at, to) ??
  closingPhrase(scene, at, to) ??
  plainCue(scene, at, to) ??
  (isLast ? nameCue(scene, at, to) : undefined)

/** Does a person speak in a cue with a verb, from a token on? */
const hasSpeaker = (scene: Scene, from: number, limit: number): boolean => {
  for (let at = from; at < limit; at++) {
    const source = BEFORE_CUE.test(scene.prose.gap(at))
      ? cueWith(scene, at, { to: limit, isLast: false })?.source
      : undefined
    if (source === undefined) continue
    if (source.kind === 'pronoun' || (source.kind === 'name' && source.name.isPerson)) return true
  }
  return false
}

const resume = (scene: Scene, sentence: TokenRange, at: number, state: State): void => {
  const { prose } = scene
  const isAfterColon = /^[»”"]?:/.test(prose.gap(at))
  const start = prose.start(at) - (/[«"“”]$/.test(prose.gap(at)) ? 1 : 0)
  if (isAfterColon && (prose.isCapital(at) || (/^\d/.test(prose.word(at)) && !isMeasure(prose, at)))) {
    const evidence = leadIn(scene, sentence.from, at)
    state.open = { start, ...(evidence && { evidence }) }
  } else if (state.last !== undefined) state.open = { start, evidence: state.last }
}

/** A number below zero: `Kulderekord: – 20,9 grader`. */
const isMeasure = (prose: Prose, at: number): boolean =>
  /[,.]\d/.test(prose.form(at)) || /^(?:grader|prosent|kroner|kr|poeng)$/.test(prose.word(at + 1))

const endBefore = (prose: Prose, { start }: TokenRange): number => {
  let end = start
  while (end > 0 && /\s/.test(prose.text[end - 1]!)) end--
  return end
}

const close = (state: State, findings: Finding[], end: number): void => {
  const { open } = state
  delete state.open
  if (open === undefined || end <= open.start) return
  const { start, evidence } = open
  findings.push({ kind: 'direct', start, end, basis: evidence ? 'dashWithCue' : 'dash', ...evidence })
}

const ITEM = /^[–—―-]\s/
const STOPPED = /[.!?…»”"]$/

/** `- Pris: 310 mill.` */
const FACT = /^[–—―-]\s\p{Lu}[^.:!?«»"]{0,30}:\s/u

/**
 * The paragraphs that are items of a list with dashes, and no speech: two or more in a row of which none has a full
 * stop, or each a label and a colon, or which stand line by line under a heading that a question mark or a colon ends.
 * By their places among the paragraphs.
 *
 * @param hasCue does the paragraph hold a cue, and so speech?
 */
export const listItems = (prose: Prose, hasCue: (paragraph: number) => boolean): ReadonlySet<number> => {
  const { paragraphs, text } = prose
  const items = new Set<number>()
  const isItem = ({ start }: Paragraph): boolean => ITEM.test(text.slice(start, start + 2))
  for (let first = 0; first < paragraphs.length; first++) {
    let to = first
    while (to < paragraphs.length && isItem(paragraphs[to]!)) to++
    const run = paragraphs.slice(first, to)
    const above = paragraphs[first - 1]
    const isAnnounced = above !== undefined && /[:?]$/.test(text.slice(above.end - 1, above.end))
    const isClose = run.every(({ apart }) => !apart)
    const isBare = !run.some(({ end }) => STOPPED.test(text.slice(end - 1, end)))
    const isOfFacts = run.every(({ start, end }) => FACT.test(text.slice(start, end)))
    if (
      run.length > 1 &&
      (isBare || isOfFacts || (isAnnounced && isClose)) &&
      !run.some((_, at) => hasCue(first + at))
    )
      for (let at = first; at < to; at++) items.add(at)
    first = Math.max(first, to - 1)
  }
  return items
}
