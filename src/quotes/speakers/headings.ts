import type { Span } from '../../structures/span.js'
import type { Finding } from '../speech/finding.js'
import type { Prose } from '../prose.js'
import { isSingularRole } from '../../entities/role-words.js'
import type { Name } from './names.js'

/** A finding, the paragraph that it is in, and who speaks. */
export interface Attributed {
  readonly finding: Finding
  readonly paragraph: number
  readonly speaker: Name | Span | undefined
}

/** So many quotes below a heading are looked over. */
const REACH = 4
/** Shorter words tell nothing of what a heading is about. */
const LEAST_LETTERS = 5

/**
 * Names the speakers of headings that are speech, `– Ofte vått i november`: of the quotes below, up to the next
 * heading, whose words come back in the heading; or who speaks in all of them. A title that is speech is the only
 * person's whom the text then begins with, if that person speaks below. One with a label is nobody's who is not meant
 * by it: `Nav-topp: – Vi sviktet`.
 *
 * @param first the only person whom the second paragraph names
 */
export const nameHeadings = (
  prose: Prose,
  quotes: readonly Attributed[],
  first: Name | undefined
): Attributed[] =>
  quotes.map((quote, i) => {
    if (quote.speaker !== undefined || !isHeading(prose, quote) || isLabelled(prose, quote)) return quote
    const below = quotes.slice(i + 1, i + 1 + (quote.paragraph === 0 ? quotes.length : REACH))
    const end = quote.paragraph === 0 ? -1 : below.findIndex((other) => isHeading(prose, other))
    const speaker =
      speakerBelow(prose, quote, end < 0 ? below : below.slice(0, end)) ??
      (isTitle(prose, quote) && speaks(first, below) ? first : undefined)
    return speaker === undefined ? quote : { ...quote, speaker }
  })

/** Is all of the first line speech, for which nobody is named? */
const isTitle = ({ paragraphs }: Prose, { finding, paragraph }: Attributed): boolean =>
  paragraph === 0 && finding.source === undefined && finding.start <= paragraphs[0]!.start + DASH

const DASH = 3

/** Does the person speak below, or nobody? */
const speaks = (person: Name | undefined, below: readonly Attributed[]): boolean =>
  person?.mention !== undefined &&
  (below.length === 0 || below.some(({ speaker }) => keyOf(speaker) === person.key))

/** Does a noun for somebody stand before the colon: `Nav-topp: – Vi sviktet`? */
const isLabelled = ({ paragraphs, text }: Prose, { finding, paragraph }: Attributed): boolean => {
  const { start } = paragraphs[paragraph]!
  const [, noun = ''] = /^(?:[^:]{0,60} )?([\p{L}-]+):\s/u.exec(text.slice(start, finding.start)) ?? []
  return finding.source?.kind === 'noun' || isSingularRole(noun)
}

const isHeading = ({ paragraphs, text }: Prose, { finding, paragraph }: Attributed): boolean => {
  const { kind, cue, end } = finding
  return (
    kind === 'direct' &&
    cue === undefined &&
    end === paragraphs[paragraph]!.end &&
    !/[.?…»”"]$/.test(text.slice(0, end).slice(-1))
  )
}

const speakerBelow = (
  prose: Prose,
  { finding }: Attributed,
  below: readonly Attributed[]
): Name | Span | undefined => {
  const named = below.filter(({ speaker }) => speaker !== undefined)
  const words = wordsOf(prose, finding)
  const again = named.find((other) => wordsOf(prose, other.finding).some((word) => words.includes(word)))
  if (again !== undefined) return again.speaker
  if (below.length > named.length) return undefined
  const [first] = named
  return named.every(({ speaker }) => keyOf(speaker) === keyOf(first?.speaker)) ? first?.speaker : undefined
}

const wordsOf = (prose: Prose, { start, end }: Span): string[] => {
  const words: string[] = []
  for (let at = prose.tokenAt(start); prose.start(at) < end; at++)
    if (prose.word(at).length >= LEAST_LETTERS) words.push(prose.word(at))
  return words
}

const keyOf = (speaker: Name | Span | undefined): string | undefined =>
  speaker !== undefined && 'key' in speaker ? speaker.key : undefined
