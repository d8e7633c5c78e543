import type { Span } from '../../structures/span.js'
import type { Discourse } from './discourse.js'
import type { Finding } from '../speech/finding.js'
import type { Name } from './names.js'

/** So many paragraphs of questions, headings and speech without a cue are looked over. */
const MEMORY = 3

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

  const presume = ({ start, end }: Finding, at: number): Name | Span | undefined => {
    const here = discourse.onlyPerson(at, prose.tokenAt(start))
    if (!/[.!?…]/.test(prose.text[end - 1]!)) return undefined // a heading
    if (here !== undefined || start > prose.paragraphs[at]!.start + 3) return here
    if (prose.text[end - 1] === '?' && end >= prose.paragraphs[at]!.end) {
      questions.add(at)
      return undefined
    }
    for (let above = at - 1; above >= Math.max(0, at - MEMORY); above--) {
      if (questions.has(above)) continue
      if (spoke.has(above)) return questions.has(at - 1) ? spoke.get(above) : undefined
      return discourse.onlyPerson(above)
    }
    return undefined
  }

  return (finding, at) => {
    const { source } = finding
    const speaker = source
      ? discourse.resolve(source, at)
      : finding.cue || finding.kind === 'reported'
        ? undefined
        : presume(finding, at)
    if (finding.kind === 'direct' && !questions.has(at)) spoke.set(at, speaker)
    return speaker
  }
}
