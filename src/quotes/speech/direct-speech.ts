import { attributionOf, cueAt, leadIn } from './cue.js'
import { dashSpeech, listItems } from './dash-speech.js'
import type { Attribution, Finding } from './finding.js'
import { type Surroundings, markedSpeech } from './marked-speech.js'
import type { Paragraph, Prose } from '../prose.js'
import { type Scene, nameSource } from '../speakers/source.js'

/** Lines that begin with a dash in newspapers, and are no speech. */
const NOTICE = /^(?:les|se|foto|kilde|kjelde|annonse|saken|oppdateres|tekst)$/

/** The direct speech of a text, paragraph by paragraph, in order. */
export const directSpeech = (scene: Scene): Finding[][] => {
  const { prose } = scene
  const dashes = prose.paragraphs.map((paragraph, at) =>
    dashSpeech(scene, paragraph).filter((one) => isSpeech(scene, one, at))
  )
  const items = listItems(
    prose,
    (at) => dashes[at]!.some(({ cue }) => cue !== undefined) || isAnnounced(scene, at)
  )
  return prose.paragraphs.map((paragraph, at) => {
    if (items.has(at)) return []
    const above = attributionAbove(scene, at)
    const below = saidBelow(scene, at + 1)
    const dashed = dashes[at]!.map((finding) => announced(paragraph, finding, { above, below }))
    const marked = markedSpeech(scene, paragraph, { above, below: byline(scene, at + 1) })
    return [...dashed, ...outside(marked, dashed)].sort((a, b) => a.start - b.start)
  })
}

const isSpeech = ({ prose, names }: Scene, { start, end, cue }: Finding, paragraph: number): boolean => {
  if (cue !== undefined) return true
  const from = prose.tokenAt(start)
  const to = prose.tokenAt(end)
  const mark = /[«»]/.exec(prose.text.slice(start, end))?.[0]
  if (mark === '»') return false // within a title that goes on over the line
  if (/\(@\w/.test(prose.text.slice(start, end))) return false // the signature of a tweet
  if (NOTICE.test(prose.word(from))) return false
  if (names.at(from)?.to === to) return prose.text[end - 1] === '.' && isAsked(prose, paragraph)
  return to - from > 1 || (to > from && /[.!?…]/.test(prose.text[end - 1]!))
}

/** Does the paragraph above end with a question: `– Hvem vinner?`, `– | Kari Moe.`? */
const isAsked = ({ paragraphs, text }: Prose, paragraph: number): boolean =>
  paragraph > 0 && text[paragraphs[paragraph - 1]!.end - 1] === '?'

/** Speech without a cue of its own, with what stands in the paragraphs around it. */
const announced = (paragraph: Paragraph, finding: Finding, { above, below }: Surroundings): Finding => {
  if (finding.cue !== undefined || finding.source !== undefined) return finding
  const isFirst = finding.start < paragraph.sentences[0]!.end
  const evidence = (isFirst ? above : undefined) ?? (finding.end === paragraph.end ? below : undefined)
  return evidence === undefined ? finding : { ...finding, basis: 'leadIn', ...evidence }
}

/** `Det sier Kari Moe til NTB.` under speech */
const saidBelow = (scene: Scene, paragraph: number): Attribution | undefined => {
  const sentence = scene.prose.paragraphs[paragraph]?.sentences[0]
  if (sentence === undefined || !/^(?:det|dette)$/.test(scene.prose.word(sentence.from))) return undefined
  const cue = scene.prose.follows(sentence.from + 1)
    ? cueAt(scene, sentence.from + 1, sentence.to)
    : undefined
  return cue && attributionOf(cue)
}

/** What the paragraph above tells, if it ends with a colon. */
const attributionAbove = (scene: Scene, paragraph: number): Attribution | undefined => {
  const above = scene.prose.paragraphs[paragraph - 1]
  const sentence = above?.sentences.at(-1)
  if (sentence === undefined || scene.prose.text[sentence.end - 1] !== ':') return undefined
  return leadIn(scene, sentence.from, sentence.to)
}

/** Is it a sentence below words that announce speech: `Så sier hun:`? */
const isAnnounced = (scene: Scene, paragraph: number): boolean =>
  /[.!]$/.test(scene.prose.text.charAt(scene.prose.paragraphs[paragraph]!.end - 1)) &&
  attributionAbove(scene, paragraph)?.cue !== undefined

/** A paragraph that is a name after a dash: `– Kari Moe`. */
const byline = ({ prose, names }: Scene, paragraph: number): Attribution | undefined => {
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
