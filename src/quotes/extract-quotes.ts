import type { Reading } from '../analysis/text/reading.js'
import type { Span } from '../structures/span.js'
import { directSpeech } from './speech/direct-speech.js'
import { Discourse } from './speakers/discourse.js'
import { CONFIDENCE, type Finding } from './speech/finding.js'
import { findNames, type Name } from './speakers/names.js'
import { narrative } from './speech/narrative.js'
import { presumedSpeakers } from './speakers/presumed-speakers.js'
import { Prose } from './prose.js'
import type { Quote, QuotedSpan, SpeakerMention } from './quote.js'
import { reportedSpeech } from './speech/reported-speech.js'

/**
 * Who says what in a text: the direct and the reported speech, in order.
 *
 * @param reading tokens and sentences of `text`
 * @param mentions persons and organisations with their entities, in order and apart
 */
export const extractQuotes = (
  text: string,
  reading: Reading,
  mentions: readonly SpeakerMention[] = []
): Quote[] => {
  const prose = new Prose(text, reading)
  const scene = { prose, names: findNames(prose, mentions) }
  const direct = directSpeech(scene)
  const passages = prose.paragraphs.map((paragraph, at) => narrative(prose, paragraph, direct[at]!))
  const discourse = new Discourse(scene, passages)
  const quotes: Quote[] = []
  const speakers = presumedSpeakers(discourse)
  prose.paragraphs.forEach((_, at) => {
    const reported = passages[at]!.flatMap((passage) => reportedSpeech(scene, passage))
    const findings = [...direct[at]!, ...reported].sort((a, b) => a.start - b.start)
    for (const finding of findings) quotes.push(quoteOf(text, finding, speakers(finding, at)))
  })
  return quotes
}

const quoteOf = (text: string, { start, end, kind, cue, basis }: Finding, speaker?: Name | Span): Quote => ({
  ...spanOf(text, { start, end }),
  kind,
  ...(speaker && { speaker: spanOf(text, speaker) }),
  ...(cue && { cue: spanOf(text, cue) }),
  confidence: CONFIDENCE[basis]
})

const spanOf = (text: string, { start, end }: Span): QuotedSpan => ({
  text: text.slice(start, end),
  start,
  end
})
