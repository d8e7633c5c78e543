import { isCapitals } from '../slug.js'
import type { RecognisedMention } from '../mention.js'
import { mayAbbreviate } from './abbreviates.js'

/** The noun between a genitive and an abbreviation: ` organisasjon `, ` forbund (`. */
const NOUN = /^ \p{Ll}{3,30}(?= \(?$)/u

/**
 * Takes the noun into a name that is only spelt out with it, as the abbreviation after it shows:
 * `Kommunesektorens` → `Kommunesektorens organisasjon` before `KS`.
 */
export const spellOut = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const next = mentions[i + 1]
    const { type, start, end } = mention
    if (type !== 'organisation' || next === undefined || text[end - 1] !== 's') return mention
    const [noun] = NOUN.exec(text.slice(end, Math.min(next.start, end + 40))) ?? []
    const short = text.slice(next.start, next.end)
    if (noun === undefined || !isCapitals(short)) return mention
    return mayAbbreviate(short, text.slice(start, end) + noun)
      ? { ...mention, end: end + noun.length }
      : mention
  })
