import { closingPhrase } from './closing-phrase.js'
import { type Cue, attributionOf, cueAt, leadIn } from './cue.js'
import { isImpersonal } from '../words/speech-verbs.js'
import type { Attribution, Finding } from './finding.js'
import type { Paragraph, Prose, TokenRange } from '../prose.js'
import { type Marked, quotationMarks } from './quotation-marks.js'
import { type Scene, sourceBefore } from '../speakers/source.js'

/** Without a comma after the marks, these may tell of a work: `«Sult» skrev Hamsun`. */
const MAKING = /^(?:skrev|skreiv|skriver|skriv|beskrev|beskriver)$/
/** Without a colon, these announce speech: `Faren sa «kom hjem nå»`. */
const SAYING =
  /^(?:sier|sa|seier|svarte|svarer|svarar|svara|ropte|ropa|mener|mente|meiner|hevder|hevdet|spurte|spør)$/
/** `I loven står det «…»` */
const STANDING = /(?:^|\s)(?:står|sto|stod|heter|heiter|het|heitte|lyder|lød|lydde) det\s*:?\s*$/i
/** `rop av typen «…»`, `plakater med «…»`, `hovedparolen er «…»` */
const CRIED =
  /(?:\brop(?:te|er|ene)?|plakate[nr]e?|skilt(?:et)?|banner(?:et|e)?|parole[nr]?e?)(?: \p{Ll}+){0,3} $/u
/** A sentence by itself has so many words; without its stop, a line. */
const FEW = 3
const ALONE = 6
/** So many words in a whole sentence are somebody's, not a name for something. */
const SENTENCE = 8

/** What the paragraphs around tell: a lead-in above, a name below. */
export interface Surroundings {
  readonly above?: Attribution | undefined
  readonly below?: Attribution | undefined
}

/**
 * The speech of a paragraph that stands between quotation marks: beside a cue, after a lead-in with a colon, or a whole
 * sentence. Titles of works, nicknames and words spoken of are left alone.
 *
 *     «Vi vant», sier hun. «Endelig!» → Vi vant | Endelig!
 *     De kalte den «Nattravnen». Romanen «Sult» kom i 1890. → none
 */
export const markedSpeech = (scene: Scene, paragraph: Paragraph, around: Surroundings): Finding[] => {
  const { prose } = scene
  const findings: Finding[] = []
  let at = 0
  let last: Cue | undefined
  for (const marked of quotationMarks(prose.text, paragraph)) {
    while (paragraph.sentences[at]!.end < marked.start) at++
    const sentence = paragraph.sentences[at]!
    const cue = continues(prose, sentence, marked) ? undefined : cueAfter(scene, marked, paragraph)
    const lead = announced(scene, sentence, marked) ?? beside(prose, paragraph, marked, around)
    const again = last !== undefined && goesOn(prose, marked, last) ? last : undefined
    const end = marked.end - (prose.text[marked.end - 1] === ',' ? 1 : 0)
    const direct = { kind: 'direct', start: marked.start, end } as const
    if (cue !== undefined) findings.push({ ...direct, basis: 'marksWithCue', ...attributionOf(cue) })
    else if (lead !== undefined) findings.push({ ...direct, basis: 'leadIn', ...lead })
    else if (again !== undefined) findings.push({ ...direct, basis: 'marksWithCue', ...attributionOf(again) })
    else if (isSentence(prose, marked, sentence)) findings.push({ ...direct, basis: 'marks' })
    last = cue ?? last
  }
  return findings
}

/** The lead-in above or the name below a paragraph that stands between the marks as a whole. */
const beside = (
  prose: Prose,
  paragraph: Paragraph,
  marked: Marked,
  { above, below }: Surroundings
): Attribution | undefined => {
  if (marked.start - 1 !== paragraph.start || marked.end + 1 < paragraph.end) return undefined
  return above !== undefined && announces(prose, above, marked) ? above : below
}

/** With a verb, anything; a name alone, a statement: `Nathan Hill: «Nøkken»` names a work. */
const announces = (prose: Prose, { cue }: Attribution, marked: Marked): boolean =>
  cue !== undefined || (wordsIn(prose, marked) > 2 && /[.!?…]/.test(prose.text[marked.end - 1]!))

const wordsIn = (prose: Prose, { start, end }: Marked): number => prose.tokenAt(end) - prose.tokenAt(start)

/** Is it part of a sentence that somebody else began: `Han er «godt kjent», opplyser politiet`? */
const continues = (prose: Prose, sentence: TokenRange, { start }: Marked): boolean =>
  start - 1 > sentence.start && /[\p{L}\p{N}]\s$/u.test(prose.text.slice(start - 3, start - 1))

const cueAfter = (scene: Scene, marked: Marked, { to, sentences }: Paragraph): Cue | undefined => {
  const { prose } = scene
  const verb = prose.tokenAt(marked.end)
  const between = prose.text.slice(marked.end + 1, prose.start(verb))
  if (verb >= to || !/^,?[ \u00a0]+$/.test(between)) return undefined
  const isParted = between.startsWith(',') || /[,.!?…]/.test(prose.text[marked.end - 1]!)
  const least = isImpersonal(prose.word(verb))
    ? FEW
    : isParted
      ? 0
      : MAKING.test(prose.word(verb))
        ? SENTENCE
        : 3
  if (wordsIn(prose, marked) < least) return undefined
  return cueAt(scene, verb, to) ?? closingPhrase(scene, verb, sentences.find((one) => verb < one.to)!.to)
}

/** `X sier: «…»`, `X sa «…»` */
const announced = (scene: Scene, { start, from }: TokenRange, marked: Marked): Attribution | undefined => {
  const { prose } = scene
  const first = prose.tokenAt(marked.start)
  const before = prose.text.slice(Math.max(start, marked.start - 20), marked.start - 1)
  if (/:\s*$/.test(before)) {
    const lead = first > from && wordsIn(prose, marked) > 1 ? leadIn(scene, from, first) : undefined
    return lead !== undefined && announces(prose, lead, marked) ? lead : undefined
  }
  const verb = first - 1
  const isSaid = verb > from && SAYING.test(prose.word(verb)) && /\S\s$/.test(before)
  if (!isSaid || wordsIn(prose, marked) < 3) return undefined
  const source = sourceBefore(scene, Math.max(from, verb - 3), verb)
  return { cue: { start: prose.start(verb), end: prose.end(verb) }, ...(source && { source }) }
}

/** Speech after its cue: `…, sier hun. «Endelig!»`, `…, sier hun, «endelig»`. */
const goesOn = (prose: Prose, marked: Marked, last: Cue): boolean => {
  const first = prose.tokenAt(marked.start)
  if (first === last.to && /^,\s/.test(prose.gap(first))) return true
  const isOwn = /[.!?,]\s+$/.test(prose.text.slice(Math.max(0, marked.start - 5), marked.start - 1))
  return isOwn && prose.isCapital(first) && /[.!?…]/.test(prose.text[marked.end - 1]!)
}

const isSentence = (prose: Prose, marked: Marked, sentence: TokenRange): boolean => {
  const before = prose.text.slice(Math.max(sentence.start, marked.start - 40), marked.start - 1)
  const words = wordsIn(prose, marked)
  const isEnded =
    /[.!?…]/.test(prose.text[marked.end - 1]!) ||
    /^[»«”“"'’]\.?\s*$/.test(prose.text.slice(marked.end, sentence.end))
  const isAlone = before === '' && prose.isCapital(prose.tokenAt(marked.start)) && isEnded
  if (isAlone) return words >= (/[.!?…]/.test(prose.text[marked.end - 1]!) ? FEW : ALONE)
  if (words >= FEW && CRIED.test(before)) return true
  return words >= SENTENCE && STANDING.test(before)
}
