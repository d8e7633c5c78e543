import type { RecognisedMention } from '../mention.js'
import { withoutGenitive } from './written-name.js'

/** A full name that is surer than this introduces a surname, and what is less sure may be one. */
const SURE = 0.8
/** After these stands a place rather than a person. */
const PLACE = /(?:^|\s)(?:i|på|fra|frå|til|ved|mot|over) $/iu
const LONGEST_PREPOSITION = 6

/** A surname that is the name of a town or a team too is the person's who has been named in full: `Inger Bryne … Bryne`. */
export const readSurnames = (
  text: string,
  mentions: readonly RecognisedMention[]
): readonly RecognisedMention[] => {
  const surnames = new Set<string>()
  return mentions.map((mention) => {
    const { type, start, end, confidence } = mention
    const words = text.slice(start, end).split(/\s+/)
    if (type === 'person') {
      if (words.length > 1 && confidence >= SURE) surnames.add(words.at(-1)!)
      return mention
    }
    const [word = ''] = words
    const isSurname = surnames.has(word) || surnames.has(withoutGenitive(word) ?? '')
    if (words.length > 1 || confidence >= SURE || !isSurname) return mention
    return PLACE.test(text.slice(Math.max(0, start - LONGEST_PREPOSITION), start))
      ? mention
      : { ...mention, type: 'person' }
  })
}
