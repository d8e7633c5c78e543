import type { Reading } from '../analysis/text/reading.js'
import { firstWhere } from '../structures/bisect.js'
import type { Span } from '../structures/span.js'
import type { ResolvedMention } from '../entities/mention.js'
import { directSpeech } from './speech/direct-speech.js'
import { Discourse } from './speakers/discourse.js'
import { CONFIDENCE, type Finding } from './speech/finding.js'
import { findNames, type Name } from './speakers/names.js'
import { narrative } from './speech/narrative.js'
import { presumedSpeakers } from './speakers/presumed-speakers.js'
import { Prose } from './prose.js'
import type { NamedEntities, Quote, QuotedSpan, Speaker } from './quote.js'
import { reportedSpeech } from './speech/reported-speech.js'

/**
 * Who says what in a text: the direct and the reported speech, in order.
 *
 * @param reading tokens and sentences of `text`
 * @param named who and what the text names, mentions in order and apart
 */
export const extractQuotes = (
  text: string,
  reading: Reading,
  named: NamedEntities = { entities: [], mentions: [] }
): Quote[] => {
  const prose = new Prose(text, reading)
  const scene = { prose, names: findNames(prose, named) }
  const direct = directSpeech(scene)
  const passages = prose.paragraphs.map((paragraph, at) => narrative(prose, paragraph, direct[at]!))
  const discourse = new Discourse(scene, passages)
  const quotes: Quote[] = []
  const speakers = presumedSpeakers(discourse)
  prose.paragraphs.forEach((_, at) => {
    const reported = passages[at]!.flatMap((passage) => reportedSpeech(scene, passage))
    const findings = [...direct[at]!, ...reported].sort((a, b) => a.start - b.start)
    for (const finding of findings) {
      const who = speakers(finding, at)
      quotes.push(quoteOf(text, finding, who && speakerOf(text, who, named.mentions)))
    }
  })
  return quotes
}

const quoteOf = (text: string, { start, end, kind, cue, basis }: Finding, speaker?: Speaker): Quote => ({
  ...spanOf(text, { start, end }),
  kind,
  ...(speaker && { speaker }),
  ...(cue && { cue: spanOf(text, cue) }),
  confidence: CONFIDENCE[basis]
})

const speakerOf = (text: string, who: Name | Span, mentions: readonly ResolvedMention[]): Speaker => {
  const mention = 'mention' in who ? who.mention : mentionAtEnd(who, mentions)
  return {
    ...spanOf(text, who),
    ...(mention !== undefined && !mention.isGuess && { entity: mention.entity })
  }
}

/**
 * A phrase or a name that was not recognised means whom its last word mentions: Chaffey in `statssekretær Chaffey`,
 * nobody in `Dagbladets anmelder`.
 */
const mentionAtEnd = ({ end }: Span, mentions: readonly ResolvedMention[]): ResolvedMention | undefined => {
  const mention = mentions[firstWhere(0, mentions.length, (at) => mentions[at]!.end >= end)]
  return mention !== undefined && mention.start < end ? mention : undefined
}

const spanOf = (text: string, { start, end }: Span): QuotedSpan => ({
  text: text.slice(start, end),
  start,
  end
})
