import type { NamedMention, RecognisedMention } from '../mention.js'
import { nameKey } from '../name-key.js'
import { slug } from '../slug.js'
import { apart } from '../../structures/span.js'

type Mentions = readonly RecognisedMention[]

/** The number behind the name of a king or a pope, and what he is called besides: `Ptolemaios | II Filadelfos`. */
const NUMBER = /^ (?:[IVX]{2,5}|[VX])(?![\p{L}\d-])(?: \p{Lu}\p{Ll}+(?![\p{L}-]))?/u
/** The same in digits, behind whoever is called a king or a pope: `Karl | 16. Gustav`; no date. */
const ORDINAL =
  /^ \d{1,2}\.(?! (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?!\p{L}))(?: \p{Lu}\p{Ll}+(?![\p{L}-])|(?= \p{Ll})|(?=[,)]))/u
/** What artists have instead of a surname: `Astrid | S`; not an initial, nor `i` in capitals. */
const LETTER = /^ [A-HJ-Z](?![\p{L}\p{N}.-])/u
/** What tells parents from children who are called alike: `Donald Trump | jr.`, `Haaland | senior` */
const GENERATION = /^ (?:(?:[Jj]r|[Ss]r)(?:\.|(?![\p{L}\d]))|(?:junior|senior)(?![\p{L}-]))/u
/** A title before a name, which is none of it: `Kong | Xerxes`. */
const TITLE =
  /^(?:Kong|Dronning|Keiser|Keisarinne|Keiserinne|Kronprins|Kronprinsesse|Prins|Prinsesse|Pave|Statsminister|President|Statsråd|Ordfører) (?=\p{Lu})/u
const LONGEST = 30

/**
 * Kings and popes with their numbers and without their titles, artists with their letters, children with `jr.`: who is
 * called `Filip II` is not `Filip V`, `Kong Xerxes` is Xerxes, and `Astrid S` is not *prinsesse Astrid*.
 */
export const readRegents = (text: string, mentions: Mentions): RecognisedMention[] =>
  apart(withNumbers(text, mentions))

const withNumbers = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention, i) => {
    if (mention.type !== 'person') return mention
    const [title = ''] = TITLE.exec(text.slice(mention.start, mention.end)) ?? []
    const next = mentions[i + 1]?.start ?? text.length
    const [number = ''] =
      behindName(text, mention, next) ??
      (title !== '' || isReigning(text, mention) ? ordinal(text, mention) : null) ??
      []
    return number === '' && title === ''
      ? mention
      : { ...mention, start: mention.start + title.length, end: mention.end + number.length }
  })

/** What belongs to a name behind it, before the next one. */
const behindName = (
  text: string,
  { start, end }: RecognisedMention,
  next: number
): RegExpExecArray | null => {
  const behind = text.slice(end, Math.min(next, end + LONGEST))
  const isFirstName = !text.slice(start, end).includes(' ')
  return NUMBER.exec(behind) ?? GENERATION.exec(behind) ?? (isFirstName ? LETTER.exec(behind) : null)
}

const ordinal = (text: string, { end }: RecognisedMention): RegExpExecArray | null =>
  ORDINAL.exec(text.slice(end, end + LONGEST))

const isReigning = (text: string, { start }: Pick<RecognisedMention, 'start'>): boolean =>
  REIGNING.test(text.slice(Math.max(0, start - LONGEST), start))

/** Who reigns has no surname. */
const REIGNING = /(?:^|[^\p{L}])(?:kong|dronning|keiser|keisar|pave)\s$/iu

/** Who is known by a given name alone, whatever the article says. */
const KNOWN_BY_GIVEN_NAME =
  /(?:^|[^\p{L}])(?:kong|dronning|keiser|keisar|pave|(?:kron)?prins(?:esse)?n?|kronprinsessen|sheikh|sjeik|sultan|sankt|profeten|apostelen|jomfru|artisten|sangeren|songaren|rapperen|popstjernen|popstjerna|duoen|gruppa) $/iu

/** `Dronning | Sonja`, `artisten | Aurora`: everybody knows her by this name. */
export const isKnownByGivenName = (text: string, { start }: Pick<RecognisedMention, 'start'>): boolean =>
  KNOWN_BY_GIVEN_NAME.test(text.slice(Math.max(0, start - LONGEST), start))

/** The names that only stand behind *kong* and the like, and are not short for a longer one: `kong | Olav`. */
export const reigningNames = (text: string, mentions: readonly NamedMention[]): ReadonlySet<string> => {
  const reigning = new Map<string, boolean>()
  for (const mention of mentions) {
    const { name, type } = mention
    if (type !== 'person' || name.includes(' ')) continue
    reigning.set(slug(name), isReigning(text, mention) && reigning.get(slug(name)) !== false)
  }
  return new Set([...reigning].flatMap(([key, isSo]) => (isSo ? nameKey('person', key) : [])))
}
