import { dashSpeech } from './dash-speech.js'
import type { Evidence, Finding } from './finding.js'
import { leadIn } from './lead-in.js'
import { listItems } from './list-items.js'
import { markedSpeech } from './marked-speech.js'
import type { Paragraph, Prose } from './prose.js'
import { nameSource, type Scene } from './source.js'

/** Lines that begin with a dash in newspapers, and are no speech. */
const NOTICE = /^(?:les|se|foto|kilde|kjelde|annonse|saken|oppdateres|tekst)$/

/** The direct speech of a text, paragraph by paragraph, in order. */
export const directSpeech = (scene: Scene): Finding[][] => {
  const { prose } = scene
  const dashes = prose.paragraphs.map((paragraph) => dashSpeech(scene, paragraph).filter((one) => isSpeech(scene, one)))
  const items = listItems(prose, (at) => dashes[at]!.some(({ cue }) => cue !== undefined))
  return prose.paragraphs.map((paragraph, at) => {
    if (items.has(at)) return []
    const above = evidenceAbove(scene, at)
    const dashed = dashes[at]!.map((finding) => (isUncued(paragraph, finding) && above ? announce(finding, above) : finding))
    const marked = markedSpeech(scene, paragraph, { above, below: byline(scene, at + 1) })
    return [...dashed, ...outside(marked, dashed)].sort((a, b) => a.start - b.start)
  })
}

const isSpeech = ({ prose, names }: Scene, { start, end, cue }: Finding): boolean => {
  if (cue !== undefined) return true
  const from = prose.tokenAt(start)
  const to = prose.tokenAt(end)
  if (NOTICE.test(prose.word(from)) || names.at(from)?.to === to) return false
  return to - from > 1 || (to > from && /[.!?…]/.test(prose.text[end - 1]!))
}

const isUncued = ({ sentences }: Paragraph, { start, cue, source }: Finding): boolean =>
  cue === undefined && source === undefined && start < sentences[0]!.end

const announce = (finding: Finding, evidence: Evidence): Finding => ({ ...finding, basis: 'leadIn', ...evidence })

/** What the paragraph above tells, if it ends with a colon. */
const evidenceAbove = (scene: Scene, paragraph: number): Evidence | undefined => {
  const above = scene.prose.paragraphs[paragraph - 1]
  const sentence = above?.sentences.at(-1)
  if (sentence === undefined || scene.prose.text[sentence.end - 1] !== ':') return undefined
  return leadIn(scene, sentence.from, sentence.to)
}

/** A paragraph that is a name after a dash: `– Kari Moe`. */
const byline = ({ prose, names }: Scene, paragraph: number): Evidence | undefined => {
  const below = prose.paragraphs[paragraph]
  if (below === undefined || !startsWithDash(prose, below)) return undefined
  const name = names.at(below.from)
  return name?.to === below.to ? { source: nameSource(name) } : undefined
}

const startsWithDash = (prose: Prose, { start }: Paragraph): boolean => /[–—―-]/.test(prose.text[start]!)

/** Findings in order that lie within none of the others, in order too. */
const outside = (findings: readonly Finding[], others: readonly Finding[]): Finding[] => {
  let at = 0
  return findings.filter(({ start, end }) => {
    while (at < others.length && others[at]!.end <= start) at++
    return at >= others.length || others[at]!.start >= end
  })
}
