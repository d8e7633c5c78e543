import type { ArticleName } from './article-names.js'
import type { NameLinks } from './name-links.js'
import { isAboutSport, tellsOfMatch, vesselName } from './regular-kinds.js'

/** Names that are compared: a text that has more is a list. */
const MOST = 300
const CERTAINTY = 0.9

/** Does the short name call what the long one does, in an article that has both? */
type IsShort = (short: ArticleName, long: ArticleName) => boolean

const isOf = (type: ArticleName['type'], ...names: readonly ArticleName[]): boolean =>
  names.every((name) => name.type === type)

/** What may be added to each championship's letters: `VM` of `VM i Seefeld`, of `ski-VM 2025`. */
const isChampionship: IsShort = (short, long) =>
  /^(?:VM|OL|EM|NM)$/.test(short.name) &&
  long.type === 'event' &&
  !/^(?:kvinne|dame|junior|ungdoms|u\d\d|para)/iu.test(long.name) &&
  new RegExp(`(?:^|[ -])${short.name}(?: |$)`, 'u').test(long.name)

/** `Ullevaal` of `Ullevaal stadion`, `Rygge` of `Moss lufthavn Rygge`; `Amsterdam` is more than its arena. */
const isGround: IsShort = (short, long) =>
  isOf('place', short, long) &&
  (/ (?:stadion|skisenter|idrettspark)$/.test(long.name)
    ? long.name.slice(0, long.name.lastIndexOf(' ')) === short.name
    : long.name.endsWith(` lufthavn ${short.name}`))

/** `Nordlys` of `M/S Nordlys` */
const isVessel: IsShort = (short, long) =>
  isOf('product', short, long) && vesselName(long.name) === short.name

/** `BT` of `Bergens Tidende`: two letters tell so much of newspapers alone. */
const isPaper: IsShort = (short, long) => {
  const [, first, second] =
    /^(\p{Lu})\p{L}+ ((?:Tidende?|Avis|Arbeiderblad|Dagblad|Næringsliv|Land|Gang)$)/u.exec(long.name) ?? []
  return isOf('organisation', short, long) && first !== undefined && short.name === first + second![0]!
}

/** `United` of `Manchester United`, `Hertha` of `Hertha Berlin`, in an article about sport. */
const isClub: IsShort = (short, long) =>
  isOf('organisation', short, long) &&
  short.words.length === 1 &&
  short.name.length > 1 &&
  (long.words.length === 2 || long.words.length === 3) &&
  long.name.split(' ').every((word) => /^\p{Lu}/u.test(word)) &&
  (long.words.at(-1) === short.slug || long.words[0] === short.slug)

/** The letters of a club behind its initial: `RBK` of `Rosenborg`, `TIL` of `Tromsø`; not beside `LSK Kvinner`. */
const hasClubLetters: IsShort = (short, long) => {
  const [, initial] = /^(\p{Lu}\p{Ll}?)(?:BK|IF|FK|SK|IL|HK|IK|TF)$/u.exec(short.name) ?? []
  return (
    initial !== undefined &&
    isOf('organisation', short, long) &&
    long.words.length === 1 &&
    long.name.startsWith(initial) &&
    /^\p{Lu}\p{Ll}{2}/u.test(long.name)
  )
}

const RULES: readonly IsShort[] = [isChampionship, isGround, isPaper, isVessel]
const MATCH_RULES: readonly IsShort[] = [...RULES, hasClubLetters]
const SPORT_RULES: readonly IsShort[] = [...MATCH_RULES, isClub]

/**
 * Joins a name with the longer one that the article has of the same thing, where there is just one such. What the same
 * short name means in other articles nobody knows by that.
 *
 *     VM, VM i Seefeld     Ullevaal, Ullevaal stadion     United, Manchester United     RBK, Rosenborg
 */
export const joinShorterNames = (text: string, names: Iterable<ArticleName>, links: NameLinks): void => {
  const things = [...names].filter(({ type }) => type !== 'person').slice(0, MOST)
  const rules = isAboutSport(text) ? SPORT_RULES : tellsOfMatch(text) ? MATCH_RULES : RULES
  for (const short of things) {
    if (links.has(short) || isDated(text, short)) continue
    for (const isShort of rules) {
      if (isShort === hasClubLetters && things.some(({ name }) => name.startsWith(`${short.name} `))) continue
      const long = things.filter((other) => other !== short && isShort(short, other))
      const heads = new Set(long.map((name) => links.head(name).to))
      if (heads.size !== 1 || links.has(short)) continue
      links.add(short, [...heads][0]!, CERTAINTY)
    }
  }
}

/** `ski-VM i 1997` is none of those that the article has by their names. */
const isDated = (text: string, { name }: ArticleName): boolean =>
  /(?:VM|OL|EM|NM)$/.test(name) &&
  text.split(name).some((rest, at) => at > 0 && /^ i (?:19|20)\d\d/.test(rest))
