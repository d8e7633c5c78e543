import type { RecognisedMention } from '../mention.js'
import { either } from './bodies.js'

type Mentions = readonly RecognisedMention[]

/** A name that a hyphen joins with what is held under it every year. Not abbreviations: in `NM-cupen`, NM is named. */
const FESTIVAL = new RegExp(
  `(?<![\\p{L}\\d-])\\p{Lu}\\p{Ll}[\\p{L}\\d]*-(?:${either(`
    festivalen festival rennet rittet løpet cupen stevnet stemnet messen messa spelet
  `)})(?=s?(?![\\p{L}-]))`,
  'gu'
)
const CERTAINTY = 0.8
/** A name inside that is surer than this stands for itself: `Cannes` in `Cannes-festivalen`. */
const GUESS = 0.6

/** Adds events whose name has a hyphen, and which the recogniser passes over or guesses: `Øya-festivalen`. */
export const findFestivals = (text: string, mentions: Mentions): readonly RecognisedMention[] => {
  const kept: RecognisedMention[] = []
  let next = 0
  for (const { 0: name, index: start } of text.matchAll(FESTIVAL)) {
    const end = start + name.length
    while (next < mentions.length && mentions[next]!.end <= start) kept.push(mentions[next++]!)
    const inside: RecognisedMention[] = []
    while (next < mentions.length && mentions[next]!.start < end) inside.push(mentions[next++]!)
    if (inside.every(({ confidence }) => confidence < GUESS))
      kept.push({ type: 'event', start, end, confidence: CERTAINTY })
    else kept.push(...inside)
  }
  return next === 0 && kept.length === 0 ? mentions : [...kept, ...mentions.slice(next)]
}
