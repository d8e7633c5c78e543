import { readText } from '../../src/analysis/text/reading.js'
import type { Span } from '../../src/structures/span.js'
import { norwegianNames } from '../../src/entities/norwegian-names.js'
import { annotateText } from '../../src/segment/annotations/annotation-builder.js'
import { extractQuotes } from '../../src/quotes/extract-quotes.js'
import type { Quote } from '../../src/quotes/quote.js'
import type { GoldQuote, GoldText } from './gold.js'

/** Found and labelled span are one quote where they share so much of what either covers. */
const LEAST_OVERLAP = 0.8

export interface Tally {
  gold: number
  found: number
  right: number
  exact: number
  /** Of the right ones: how many have a speaker in the gold, got one, and got the right one. */
  speakers: number
  named: number
  rightlyNamed: number
}

const newTally = (): Tally => ({
  gold: 0,
  found: 0,
  right: 0,
  exact: 0,
  speakers: 0,
  named: 0,
  rightlyNamed: 0
})

export interface Score {
  readonly direct: Tally
  readonly reported: Tally
  readonly all: Tally
  /** What was wrong, for a person to read. */
  readonly faults: string[]
}

const overlap = (a: Span, b: Span): number => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** `Chaffey` is `Paul Chaffey`; nobody is nobody. */
const isSameSpeaker = (found: string, gold: string): boolean => {
  if (found === '' || gold === '') return found === gold
  const [a, b] = [` ${found.toLowerCase()}`, ` ${gold.toLowerCase()}`]
  return a.endsWith(b) || b.endsWith(a) || b.startsWith(`${a} `)
}

export type QuoteFinder = (text: string) => readonly Quote[]

/** As the service does it. */
export const withNames: QuoteFinder = (text) => annotateText(text, { findNames: norwegianNames }).quotes

/** By the rules alone. */
export const withoutNames: QuoteFinder = (text) => extractQuotes(text, readText(text))

/** Runs the extraction over labelled texts, and compares. */
export const score = (texts: readonly GoldText[], findQuotes: QuoteFinder): Score => {
  const result = { direct: newTally(), reported: newTally(), all: newTally(), faults: [] as string[] }
  for (const one of texts) compare(one, findQuotes(one.text), result)
  return result
}

const compare = ({ name, text, quotes }: GoldText, found: readonly Quote[], result: Score): void => {
  const fault = (what: string, { start, end }: Span, more = ''): void => {
    result.faults.push(`${name}: ${what} «${text.slice(start, end).replace(/\s+/g, ' ')}»${more}`)
  }
  const free = new Set(quotes)
  for (const { kind } of quotes) count(result, kind, 'gold')
  for (const quote of found) {
    const { kind, start, end, speaker, cue } = quote
    count(result, kind, 'found')
    const match = [...free].find((gold) => gold.kind === kind && overlap(gold, quote) >= LEAST_OVERLAP)
    if (match === undefined) {
      fault(`no ${kind} quote`, quote, ` (${cue?.text ?? ''})`)
      continue
    }
    free.delete(match)
    count(result, kind, 'right')
    if (match.start === start && match.end === end) count(result, kind, 'exact')
    else fault('span', quote, ` for «${text.slice(match.start, match.end)}»`)
    for (const what of speakerTallies(quote, match)) count(result, kind, what)
    const said = speaker?.text ?? ''
    if (!isSameSpeaker(said, match.speaker)) fault('speaker of', quote, `: ${said} for ${match.speaker}`)
  }
  for (const missed of free) fault(`missed ${missed.kind}`, missed, ` (${missed.speaker})`)
}

const speakerTallies = ({ speaker }: Quote, gold: GoldQuote): (keyof Tally)[] => [
  ...(gold.speaker === '' ? [] : (['speakers'] as const)),
  ...(speaker === undefined ? [] : (['named'] as const)),
  ...(speaker !== undefined && gold.speaker !== '' && isSameSpeaker(speaker.text, gold.speaker)
    ? (['rightlyNamed'] as const)
    : [])
]

const count = (score: Score, kind: 'direct' | 'reported', what: keyof Tally): void => {
  score[kind][what]++
  score.all[what]++
}
