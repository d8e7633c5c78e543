import type { Span } from '../../structures/span.js'
import type { RecognisedMention } from '../mention.js'
import { wordList } from '../../structures/word-list.js'

/** A title in quotation marks: from a capital or a digit, without the end of a sentence. In UTF-16 code units. */
const QUOTED = /[«"“](?=[\p{Lu}\d])([^«»"“”\n]{1,80}?)[»"”]/gu
const MOST_WORDS = 10
const SENTENCE = /[.!?]\s|[.]$/u

/** What stands before the title of a work, also at the ends of compounds: `albumet`, `debutromanen`, `hitlåten`. */
const WORK = wordList(`
  bok boka boken bøkene roman romanen novelle novellen film filmen filmene dokumentar dokumentaren album albumet plata
  platen låt låta låten låtene låter singel singelen hit hiten hits sang sangen song songen serien såpe såpen program
  programmet podkasten podcasten spillet spelet stykket musikalen operaen forestillingen førestillinga utstillingen
  utstillinga maleriet måleriet diktet rapporten artikkelen kronikken teksten
`).join('|')
/** What is done to works alone: `debuterte med | «…»`, `fikk prisen for | «…»` */
const DONE =
  '(?:debuter(?:te|er|a)|aktuell|slo gjennom) med|(?:ga|gir|gav|gjev|kom) ut med|pris(?:en)? for|nominert for'
/** `romanen | «…»`, `superhits som | «…»`, `med låta til Kari Moe, | «…»` */
const AFTER_WORK = new RegExp(`(?:(?:${WORK})(?: som| fra \\d{4}|:|,| med tittelen| kalt)?|${DONE}) $`, 'iu')
/** `«…» | av Kari Moe`, `«…» | (2012)` */
const BEFORE_MAKER =
  /^(?:,? (?:av|til|med) (?=\p{Lu}\p{Ll}+ \p{Lu})| \((?:19|20)\d\d\)| fra (?:19|20)\d\d(?!\p{L}))/u
/** Between the titles of a list. */
const JOINT = /^(?:,|,? og|,? eller) $/u
const LONGEST_LEAD = 40
const CERTAINTY = 0.85

/**
 * Titles of works in quotation marks, where a word for a work stands before them, somebody who made them behind them,
 * or another title beside them.
 *
 *     boka «Tips om slanking og mat»   «Krig og fred» av Lev Tolstoj   hits som «Lush Life» og «Symphony»
 */
export const readTitles = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const isKnown = ({ start, end }: Span): boolean =>
    mentions.some((one) => one.type === 'product' && one.start === start && one.end === end)
  const titles = titlesIn(text).filter((title) => !isKnown(title) && !isCried(text, title))
  const others = mentions
    .filter((mention) => !isCried(text, mention))
    .filter(({ start, end }) => !titles.some((title) => title.start < end && start < title.end))
  return [...others, ...titles].sort((a, b) => a.start - b.start)
}

/** `plakater der det sto «Ned med rentene»`: what is shouted, or on a placard, is no work. */
const CRIED = /(?:plakat|banner|parole|slagord|skilt|ropt?)(?:e[nrt]?|ene|a|ar|ane)? [^.!?\n]{0,60}[«"“]$/iu
const LONGEST_CRY = 80

/** `svarte kort: «Tull»` */
const ANSWERED = /(?<!\p{L})(?:svar|reaksjon|kommentar|beskjed|dom)\p{L}*[^.!?\n]{0,40}: [«"“]$/iu

const isCried = (text: string, { type, start, end }: RecognisedMention): boolean => {
  const before = text.slice(Math.max(0, start - LONGEST_CRY), start)
  const isOneWord = !text.slice(start, end).includes(' ')
  return type === 'product' && (isOneWord ? ANSWERED : CRIED).test(before)
}

/** A line near the beginning says that the text is a review, or who has published what it is of. */
const REVIEW =
  /(?:^|\n)(?:bok|roman|noveller|dikt|krim|sakprosa|film|teater|konsert|plate|album|melding|meldt|bokmelding|bokomtale|anmeldelse|(?:forlaget )?\p{Lu}\p{L}+(?: forlag)?(?=\n))(?:\n|:)|(?:^|\n)Forlaget \p{Lu}/iu
/** What is reviewed has its maker on its line: `Kari Moe: | «…»` */
const MAKER_LINE = /(?:^|\n)\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]*){1,3}: $/u
const BEGINNING = 400

const isReviewed = (text: string, { start, end }: Span): boolean =>
  start < BEGINNING &&
  /^\s*(?:\n|$)/.test(text.slice(end, end + 3)) &&
  MAKER_LINE.test(text.slice(Math.max(0, start - LONGEST_LEAD), start)) &&
  REVIEW.test(text.slice(0, BEGINNING))

const titlesIn = (text: string): RecognisedMention[] => {
  const titles: RecognisedMention[] = []
  let last: Span | undefined
  for (const { 1: title = '', 0: quoted, index } of text.matchAll(QUOTED)) {
    const [start, end] = [index, index + quoted.length]
    const lead = text.slice(Math.max(0, start - LONGEST_LEAD), start)
    const isJoined = last !== undefined && JOINT.test(text.slice(last.end, start))
    const isTitle =
      title.split(' ').length <= MOST_WORDS &&
      !SENTENCE.test(title) &&
      (isJoined ||
        AFTER_WORK.test(lead) ||
        BEFORE_MAKER.test(text.slice(end, end + LONGEST_LEAD)) ||
        isReviewed(text, { start, end }))
    last = isTitle ? { start, end } : undefined
    if (isTitle) titles.push({ type: 'product', start: start + 1, end: end - 1, confidence: CERTAINTY })
  }
  return titles
}
