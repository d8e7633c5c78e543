import type { Reading } from '../analysis/text/reading.js'
import { firstWhere } from '../structures/bisect.js'
import type { Span } from '../structures/span.js'
import type { ResolvedMention } from '../entities/mention.js'
import { directSpeech } from './speech/direct-speech.js'
import { Discourse } from './speakers/discourse.js'
import { CONFIDENCE, type Finding } from './speech/finding.js'
import { nameHeadings } from './speakers/headings.js'
import { findNames, type Name } from './speakers/names.js'
import { narrative } from './speech/narrative.js'
import { presumedSpeakers } from './speakers/presumed-speakers.js'
import { Prose } from './prose.js'
import type { NamedEntities, Quote, QuotedSpan, Speaker } from './quote.js'
import { headlineStatement } from './speech/headline.js'
import { saidAbove } from './speech/said-above.js'
import type { Scene } from './speakers/source.js'
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
  const unsaid = inOrder([...creditsIn(text, named), ...towns(text, named)])
  const passages = prose.paragraphs.map((paragraph, at) =>
    narrative(prose, paragraph, inOrder([...direct[at]!, ...within(unsaid, paragraph)]))
  )
  const discourse = new Discourse(
    scene,
    passages.map((own, at) => (isLink(text, prose.paragraphs[at]!) ? [] : own))
  )
  const speakers = presumedSpeakers(discourse)
  const findings = prose.paragraphs.map((paragraph, at) => {
    const reported = isLink(text, paragraph)
      ? []
      : passages[at]!.flatMap((passage) => reportedSpeech(scene, passage))
    return inOrder([...direct[at]!, ...reported])
  })
  const heard = new Set(
    findings.flat().flatMap(({ source }) => (source?.kind === 'name' ? source.name.key : []))
  )
  prose.paragraphs.forEach((paragraph, at) => {
    if (findings[at]!.length > 0) return
    const isHeard = ({ key }: Name): boolean => heard.has(key)
    findings[at] = headlineStatement(scene, paragraph, { isTitle: at === 0, isHeard })
  })
  addSaidAbove(scene, findings, unsaid)
  const attributed = findings.flatMap((found, paragraph) =>
    found.map((finding) => ({ finding, paragraph, speaker: speakers(finding, paragraph) }))
  )
  return nameHeadings(prose, attributed, discourse.onlyPerson(1)).map(({ finding, speaker }) =>
    quoteOf(text, finding, speaker && speakerOf(text, speaker, named.mentions))
  )
}

/** Lines that lead to other articles: whom they name is nobody of this one. */
const LINK =
  /^(?:les (?:også|mer|meir|saken)|lest denne|sett denne|se også|sjå også|følg|fått med deg|saken fortsetter|hør også|bakgrunn:)/i

const isLink = (text: string, { start }: Span): boolean => LINK.test(text.slice(start, start + 20))

const creditsIn = (text: string, { mentions }: NamedEntities): Span[] =>
  mentions.filter(({ credit }) => credit).map((span) => withMark(text, span))

/** Datelines without a source: `Skien: | To biler kolliderte`. */
const towns = (text: string, { entities, mentions }: NamedEntities): Span[] =>
  mentions.flatMap(({ start, end, entity, credit }) => {
    const mark = /^: +(?=[\p{Lu}«–])/u.exec(text.slice(end, end + 5))?.[0]
    const isFirst = start === 0 || text[start - 1] === '\n'
    const isTown = credit !== true && entities[entity]!.type === 'place' && isFirst
    return isTown && mark !== undefined ? [{ start, end: end + mark.length }] : []
  })

/** A credit with the end of the dateline that it stands in: `Oslo (NTB | ): | Prisen stiger`. */
const withMark = (text: string, { start, end }: Span): Span => ({
  start,
  end: end + /^(?:\) ?[:–-]? *)?/.exec(text.slice(end, end + 6))![0].length
})

const within = (spans: readonly Span[], { start, end }: Span): readonly Span[] =>
  spans.slice(
    firstWhere(0, spans.length, (at) => spans[at]!.start >= start),
    firstWhere(0, spans.length, (at) => spans[at]!.start >= end)
  )

const inOrder = <T extends Span>(spans: readonly T[]): T[] => [...spans].sort((a, b) => a.start - b.start)

/** Adds what paragraphs say that `Det skriver CNN` takes up. */
const addSaidAbove = (scene: Scene, findings: Finding[][], unsaid: readonly Span[]): void => {
  const { paragraphs, text } = scene.prose
  paragraphs.forEach(({ start, sentences }, at) => {
    sentences.forEach((sentence, i) => {
      const from = i === 0 ? at - 1 : at
      const above = i === 0 ? paragraphs[at - 1] : { start, end: sentences[i - 1]!.end }
      if (above === undefined || findings[from]!.some((one) => one.start < above.end)) return
      const found = saidAbove(scene, behindDateline(text, above, unsaid), sentence)
      if (found !== undefined) findings[from] = inOrder([...findings[from]!, found])
    })
  })
}

/** What stands before the source of a dateline: `Oslo/Bergen (`. */
const BEFORE_SOURCE = /^(?:\p{Lu}[\p{L}.-]*[ ,/]{1,2}){0,5}\(?$/u

/** The rest of a stretch of text that begins with a dateline. */
const behindDateline = (text: string, span: Span, unsaid: readonly Span[]): Span => {
  const [first] = within(unsaid, span)
  const isDateline = first !== undefined && BEFORE_SOURCE.test(text.slice(span.start, first.start))
  return isDateline ? { start: first.end, end: span.end } : span
}

const quoteOf = (text: string, { start, end, kind, cue, basis }: Finding, speaker?: Speaker): Quote => ({
  ...spanOf(text, withoutSpace(text, { start, end })),
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

/** Inside quotation marks there may be space at the edges; what is said is more than space. */
const withoutSpace = (text: string, { start, end }: Span): Span => {
  const said = text.slice(start, end)
  return {
    start: start + said.length - said.trimStart().length,
    end: end - said.length + said.trimEnd().length
  }
}

const spanOf = (text: string, { start, end }: Span): QuotedSpan => ({
  text: text.slice(start, end),
  start,
  end
})
