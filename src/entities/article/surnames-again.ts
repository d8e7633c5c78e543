import type { Span } from '../../structures/span.js'
import type { RecognisedMention } from '../mention.js'

/** A full name that is surer than this introduces a surname. */
const SURE = 0.8
/** The surname by itself is so much less sure. */
const ALONE = 0.8
const SHORTEST = 3
/** Surnames of one article that are looked for: a text that has more is a list. */
const MOST = 200
const OPENS_SENTENCE = /(?:^|[.!?:–—«"“\n])\s*$/u
/** What a sentence goes on with whose first word is its subject. */
const VERB =
  /^ (?:er|var|har|hadde|sier|sa|seier|vil|ville|skal|skulle|kan|kunne|må|måtte|bør|ble|blir|vart|fikk|får|tok|går|gikk|kom|kjem|ga|la|satt|sto|vant|slo|\p{Ll}{2,}(?:er|te|et|de))(?!\p{L})/u
const PART_OF_NAME = /^(?:[\p{L}\p{N}-]|\.\p{L}| \p{Lu})/u

/**
 * Finds surnames that the recogniser passed over, of people whom the article names in full: `Bård Finne … at | Finne
 * scoret`. At the beginning of a sentence, where any word has a capital, only before a verb: `| Finne er rask`.
 */
export const findSurnames = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const found: RecognisedMention[] = []
  for (const [surname, owner] of surnamesOf(text, mentions)) {
    let at = 0
    for (let start = text.indexOf(surname); start >= 0; start = text.indexOf(surname, start + 1)) {
      while (at < mentions.length && mentions[at]!.end <= start) at++
      const end =
        start +
        surname.length +
        (/^s(?!\p{L})/u.test(text.slice(start + surname.length, start + surname.length + 2)) ? 1 : 0)
      const isFree = at >= mentions.length || mentions[at]!.start >= end
      if (isFree && standsAlone(text, start, end))
        found.push({ type: 'person', start, end, confidence: owner.confidence * ALONE })
    }
  }
  return found.length === 0 ? [...mentions] : [...mentions, ...found].sort((a, b) => a.start - b.start)
}

const surnamesOf = (
  text: string,
  mentions: readonly RecognisedMention[]
): ReadonlyMap<string, RecognisedMention> => {
  const surnames = new Map<string, RecognisedMention>()
  for (const mention of mentions) {
    if (mention.type !== 'person' || mention.confidence < SURE || surnames.size >= MOST) continue
    const [, surname = ''] =
      /^\p{Lu}\p{Ll}.* (\p{Lu}[\p{L}-]+)$/u.exec(text.slice(mention.start, mention.end)) ?? []
    if (surname.length >= SHORTEST && !surnames.has(surname)) surnames.set(surname, mention)
  }
  return surnames
}

/** Does it begin a sentence whose verb follows: `. | Finne er rask`? */
export const isSubjectOfVerb = (text: string, { start, end }: Span): boolean =>
  OPENS_SENTENCE.test(text.slice(Math.max(0, start - 24), start)) && VERB.test(text.slice(end, end + 16))

const standsAlone = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  if (/[\p{L}\p{N}-]$/u.test(before) || PART_OF_NAME.test(after)) return false
  if (/\p{Lu}[\p{L}.-]* $/u.test(before)) return false // another name's last word, or behind a title in capitals
  return !OPENS_SENTENCE.test(before) || VERB.test(after)
}
