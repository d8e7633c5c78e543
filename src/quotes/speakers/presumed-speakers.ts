import type { Span } from '../../structures/span.js'
import type { Discourse } from './discourse.js'
import type { Finding } from '../speech/finding.js'
import type { Name } from './names.js'
import type { Paragraph, Prose } from '../prose.js'

/** A shorter sentence between marks is nobody's, unless a cue says so. In UTF-16 code units. */
const SHORTEST = 40
/** So many paragraphs of questions, headings and speech without a cue are looked over. */
const MEMORY = 3

const keyOf = (speaker: Name | Span): string | number => ('key' in speaker ? speaker.key : speaker.start)

/** A paragraph that begins with a pronoun is about who spoke before. */
const goesOn = (prose: Prose, paragraph: number): boolean =>
  /^(?:han|hun|ho)$/.test(prose.word(prose.paragraphs[paragraph]!.from))

/** Hardly anybody speaks of themselves by name. */
const notNamed = (
  prose: Prose,
  { start, end }: Finding,
  who: Name | Span | undefined
): Name | Span | undefined => {
  if (who === undefined) return undefined
  const said = prose.text.slice(start, end)
  const names = prose.text.slice(who.start, who.end).match(/\p{Lu}\p{L}{2,}/gu) ?? []
  return names.some((name) => said.includes(name)) ? undefined : who
}

const TO_SOMEBODY = /^(?:du|deg|din|ditt|dine|dere|deres|dykk|dykkar)$/

/** A paragraph that is one question, or whose last sentence asks somebody: `Regjeringen kutter. Hva tenker du?` */
const isPlainQuestion = (prose: Prose, { sentences, end }: Paragraph): boolean => {
  if (prose.text[end - 1] !== '?') return false
  const { from, to } = sentences.at(-1)!
  const isNumbered = sentences.length === 2 && /^\d+$/.test(prose.word(sentences[0]!.to - 1))
  if (sentences.length === 1 || isNumbered) return true
  for (let at = from; at < to; at++) if (TO_SOMEBODY.test(prose.word(at))) return true
  return false
}

/**
 * Tells the speakers of a text's findings, asked in order. Where nothing beside the speech tells, it is the only person
 * whom the text before it names; after an interviewer's question, who spoke before the question. Undefined where two
 * might be.
 */
export const presumedSpeakers = (
  discourse: Discourse
): ((finding: Finding, at: number) => Name | Span | undefined) => {
  const { prose } = discourse.scene
  /** Who spoke last in a paragraph, undefined where nobody knows; absent where nobody spoke. */
  const spoke = new Map<number, Name | Span | undefined>()
  const questions = new Set<number>()
  /** All who have been heard. */
  const heard = new Set<string | number>()

  /** An interviewer's question without a dash, where all that was said before is one person's, or nothing. */
  const isAskedPlainly = (at: number): boolean =>
    !spoke.has(at) && heard.size < 2 && isPlainQuestion(prose, prose.paragraphs[at]!)

  /** Does the paragraph answer somebody, so that two speak by turns? */
  const answers = (at: number): boolean => {
    const [first, second] = [spoke.get(at - 1), spoke.get(at - 2)]
    const above = prose.paragraphs[at - 1]!
    const isAsked =
      !questions.has(at - 1) &&
      !isAskedPlainly(at - 1) &&
      /\?[»”"]?(?:,? \p{Ll}[^.?!]{1,60}\.)?$/u.test(prose.text.slice(above.start, above.end))
    return isAsked || (first !== undefined && second !== undefined && keyOf(first) !== keyOf(second))
  }

  /** A question right below a question answers it. */
  const isQuestion = (end: number, at: number): boolean =>
    prose.text[end - 1] === '?' && end >= prose.paragraphs[at]!.end && !questions.has(at - 1)

  const presume = ({ start, end, basis }: Finding, at: number): Name | Span | undefined => {
    if (basis === 'marks' && end - start < SHORTEST) return undefined // shouted, or on a poster
    const here = discourse.onlyPerson(at, prose.tokenAt(start))
    if (!/[.!?…]/.test(prose.text[end - 1]!)) return undefined // a heading
    if (here !== undefined || start > prose.paragraphs[at]!.start + 3) return here
    if (isQuestion(end, at)) {
      questions.add(at)
      return undefined
    }
    for (let above = at - 1; above >= Math.max(0, at - MEMORY); above--) {
      if (questions.has(above)) continue
      if (spoke.has(above)) return answers(at) ? undefined : spoke.get(above)
      const person = discourse.onlyPerson(above)
      if (person !== undefined) return person
      if (!goesOn(prose, above) && discourse.namesAnybody(above)) return undefined
    }
    return undefined
  }

  return (finding, at) => {
    const { source } = finding
    const speaker = source
      ? discourse.resolve(source, at)
      : finding.cue || finding.kind === 'reported'
        ? undefined
        : notNamed(prose, finding, presume(finding, at))
    const isHeard = finding.kind === 'direct' ? !questions.has(at) : speaker !== undefined
    if (isHeard) spoke.set(at, speaker)
    if (isHeard && speaker !== undefined) heard.add(keyOf(speaker))
    return speaker
  }
}
