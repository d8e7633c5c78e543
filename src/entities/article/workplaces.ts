import { COUNTRIES } from '../country-names.js'
import type { RecognisedMention } from '../mention.js'

/** What people are in companies, also as the ends of compounds: `kommunikasjonssjef`, `sjeføkonom`. */
const POSITION =
  /(?:^|[^\p{L}])\p{Ll}*(?:direktør|sjef|økonom|analytiker|analytikar|strateg|rådgiver|rådgivar|talsperson|talsmann|talskvinne|meglar|megler|forvalter|partner|investor|gründer|styreleder|styreleiar|tillitsvalgt|tillitsvald|klubbleder|klubbleiar|verneombud|advokat)$/u
/** Places have these too. */
const PUBLIC =
  /(?:politisjef|stasjonssjef|brannsjef|helsesjef|skolesjef|byråd\p{Ll}*|kommunedirektør|rektor|assisterende rådmann)$/u
const IN_COMPANY = /^(?: \([^()\n]{1,20}\))?(?: i| hos| for| ved)? $/u
const HAS_PREPOSITION = /(?:i|hos|for|ved) $/u
/** Where the recogniser is surer, it knows the place. */
const UNSURE = 0.87
const CERTAINTY = 0.8
const LONGEST_TITLE = 40

/** `kommunikasjonssjef Gry Nordhus i Gjensidige`: where such people work is no town, where that is a guess. */
export const typeByPosition = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const holder = mentions[i - 1]
    if (holder?.type !== 'person' || mention.type !== 'place' || mention.confidence >= UNSURE) return mention
    const between = text.slice(holder.end, mention.start)
    const title = text
      .slice(Math.max(0, holder.start - LONGEST_TITLE), holder.start)
      .trimEnd()
      .toLowerCase()
    const isPosition = POSITION.test(title) && !PUBLIC.test(title)
    return isPosition &&
      IN_COMPANY.test(between) &&
      HAS_PREPOSITION.test(between) &&
      !COUNTRIES.has(text.slice(mention.start, mention.end))
      ? { ...mention, type: 'organisation', confidence: CERTAINTY }
      : mention
  })
