import { COUNTRIES } from '../country-names.js'
import type { EntityType } from '../entity-type.js'
import type { NamedMention, RecognisedMention } from '../mention.js'
import { apart } from '../../structures/span.js'
import { putFound } from './add-found.js'
import { either } from './bodies.js'
import { withoutGenitive } from './written-names.js'

type Mentions = readonly RecognisedMention[]

// Names of regular kinds, whose type their own form tells whatever was recognised.

/** Competitions that have a name of their own, and championships; a pattern. */
const COMPETITIONS =
  '(?:Champions|Europa|Premier|Diamond) League|Serie A|La Liga|Bundesliga|Eliteserien|Tour de France|VM|OL|EM|NM'

const KNOWN_TYPES: readonly (readonly [EntityType, RegExp])[] = [
  ['organisation', /^(?:EU|FN|NATO|Nato|UNESCO|Unesco|OPEC|Opec|WHO)$/u],
  [
    'organisation',
    /^(?:VG|E24|NTB|AFP|[\p{L}\d-]+\.no|\p{L}*(?:avisa|avisen|posten|bladet)|(?:\p{L}+ )?(?:Tidende?|Arbeiderblad|Dagblad|Avis|Blad))$/u
  ],
  ['event', new RegExp(`^(?:${COMPETITIONS})$`, 'u')],
  ['place', /^Stadion$/u],
  ['product', /^(?:Facebook|Twitter|YouTube|Youtube|Instagram|Snapchat|TikTok)$/u]
]
const FORM_CERTAINTY = 0.9

/** `EU` is an organisation, `VM` an event, `Haugesunds Avis` a newspaper. */
export const typeByForm = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) => {
    const written = text.slice(mention.start, mention.end)
    const stem = withoutGenitive(written)
    const [type] =
      KNOWN_TYPES.find(([, form]) => form.test(written) || (stem !== undefined && form.test(stem))) ?? []
    return type === undefined || type === mention.type
      ? mention
      : { ...mention, type, confidence: Math.max(mention.confidence, FORM_CERTAINTY) }
  })

/** Counties of two, and countries: `Troms og Finnmark`, `Trinidad og Tobago`. */
const PAIRS = [
  ...['Troms og Finnmark', 'Vestfold og Telemark', 'Møre og Romsdal', 'Sogn og Fjordane'],
  ...[...COUNTRIES].filter((name) => name.includes(' og '))
]
const SECOND = new Map(PAIRS.map((pair) => [/ og (\p{L}+)/u.exec(pair)![1]!, /^(.+ og )/u.exec(pair)![1]!]))
/** `Helse- og | Omsorgsdepartementet` */
const CUT_BEFORE = /(?<![\p{L}-])\p{Lu}\p{Ll}+- og $/u

/** Joins what *og* holds together in one name: `Troms | og | Finnmark Unge Høyre`. */
export const joinPairs = (text: string, mentions: Mentions): RecognisedMention[] => {
  const joined: RecognisedMention[] = []
  for (const mention of mentions) {
    const before = beginning(text, mention)
    const start = mention.start - before
    while (before > 0 && joined.length > 0 && joined.at(-1)!.end > start) joined.pop()
    joined.push(before === 0 ? mention : { ...mention, start })
  }
  return joined
}

/** How far before a mention its name begins. */
const beginning = (text: string, { start, end, type }: RecognisedMention): number => {
  const [first = ''] = /^\p{L}+/u.exec(text.slice(start, end)) ?? []
  const pair = SECOND.get(first) ?? SECOND.get(withoutGenitive(first) ?? '')
  if (pair !== undefined && text.endsWith(pair, start)) return pair.length
  const isCut = type === 'organisation' && /departement/iu.test(text.slice(start, end))
  const [cut = ''] = isCut ? (CUT_BEFORE.exec(text.slice(Math.max(0, start - 40), start)) ?? []) : []
  return cut.length
}

/** `Manchester United i | Europa League`, `Eliteserien | foran Glimt`: a competition is a name of its own. */
const COMPETITION = new RegExp(` i (${COMPETITIONS})$`, 'u')
/** The full stop of the sentence behind a letter: `Serie A | .` */
const STOPPED = new RegExp(`^(?:${COMPETITIONS})[.]$`, 'u')
const STANDING = new RegExp(
  `^(?:${COMPETITIONS})(?= (?:foran|etter|bak|for|med|mot|mellom) \\p{Lu})|^(?:Eliteserien|\\p{L}+ League|Bundesliga|La Liga|Serie A)(?= i \\p{Lu})`,
  'u'
)

/** Divides a name that has taken in the competition behind it, or what stands there with it. */
export const divideCompetitions = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.flatMap((mention) => {
    const [stopped] = STOPPED.exec(text.slice(mention.start, mention.end)) ?? []
    if (stopped !== undefined) return [{ ...mention, end: mention.end - 1 }]
    const [standing] = STANDING.exec(text.slice(mention.start, mention.end)) ?? []
    if (standing !== undefined)
      return [{ ...mention, end: mention.start + standing.length, type: 'event' as const }]
    const [tail, name = ''] = COMPETITION.exec(text.slice(mention.start, mention.end)) ?? []
    return tail === undefined
      ? mention
      : [
          { ...mention, end: mention.end - tail.length },
          { ...mention, start: mention.end - name.length, type: 'event' as const }
        ]
  })

/** `VM | i Doha`, `VM | på ski`, `Idyll | 2020` */
const WHERE =
  /^ (?:i \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?|på ski|på skøyter|i nordiske grener|i alpint)(?![\p{L}-])/u
const YEAR = /^ (?:19|20)\d\d(?![\d.])/u
const CHAMPIONSHIP = /(?:^|-)(?:VM|OL|EM|NM)$/u
/** `| ski-VM` */
const SPORT_BEFORE = /(?<![\p{L}-])\p{L}{2,20}-$/u

/** A championship with its sport, its place and its year: `ski-VM 2025`, `OL i Sotsji`. */
export const withEditions = (text: string, mentions: Mentions): RecognisedMention[] => {
  const whole = mentions.map((mention) => {
    const written = text.slice(mention.start, mention.end)
    if (mention.type !== 'event' && !CHAMPIONSHIP.test(written)) return mention
    let { start, end } = mention
    if (CHAMPIONSHIP.test(written)) {
      const [sport = ''] = SPORT_BEFORE.exec(text.slice(Math.max(0, start - 22), start)) ?? []
      start -= sport.length
      end += (WHERE.exec(text.slice(end, end + 40)) ?? [''])[0].length
    }
    end += (YEAR.exec(text.slice(end, end + 6)) ?? [''])[0].length
    return start === mention.start && end === mention.end
      ? mention
      : { ...mention, type: 'event' as const, start, end }
  })
  return apart(whole)
}

/** Before a surname, and part of it: `| von der | Leyen`. */
const PREFIX = /(?<![\p{L}-])(?:[Vv](?:on|an) (?:de[rn]? )?|[Dd]e la )$/u

/** `Leyen` → von der Leyen */
export const withPrefixes = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention, i) => {
    if (mention.type !== 'person') return mention
    const from = Math.max(mentions[i - 1]?.end ?? 0, mention.start - 8)
    const [prefix = ''] = PREFIX.exec(text.slice(from, mention.start)) ?? []
    return prefix === '' ? mention : { ...mention, start: mention.start - prefix.length }
  })

/** Before the name of a vessel, and part of it: `| KNM | Roald Amundsen`, `M/S Nordlys`. */
const VESSEL = /(?<![\p{L}/-])(?:KNM|KV|M[SFTV]|M\/[SFTV]|HMS|USS|RMS) /u
const BEFORE_VESSEL = new RegExp(`${VESSEL.source}$`, 'u')
const VESSEL_NAME = new RegExp(`^${VESSEL.source}(?=\\p{Lu}\\p{Ll})`, 'u')
const QUOTED_VESSEL = new RegExp(`${VESSEL.source}[«"“]$`, 'u')
const WHOLE_QUOTED_VESSEL = new RegExp(`${VESSEL.source}[«"“](\\p{Lu}[^«»"“”\\n]{1,30})[»"”]`, 'gu')
const LONGEST_VESSEL = 6

/** The name of a vessel without what it begins with: `KNM Roald Amundsen` → Roald Amundsen; undefined for others. */
export const vesselName = (name: string): string | undefined => {
  const [prefix] = VESSEL_NAME.exec(name) ?? []
  return prefix === undefined ? undefined : name.slice(prefix.length)
}

/** `KNM Roald Amundsen` is a ship, and so is `Roald Amundsen` in the same article; `Nordlys` of `MS «Nordlys»` too. */
export const withVessels = (text: string, recognised: Mentions): RecognisedMention[] => {
  const mentions = putFound(recognised, quotedVessels(text))
  const names = new Set<string>()
  const whole = mentions.flatMap((mention, i): RecognisedMention[] => {
    const from = Math.max(mentions[i - 1]?.end ?? 0, mention.start - LONGEST_VESSEL)
    const [prefix = ''] = BEFORE_VESSEL.exec(text.slice(from, mention.start)) ?? []
    const start = mention.start - prefix.length
    const name = isQuotedVessel(text, mention)
      ? text.slice(mention.start, mention.end)
      : vesselName(text.slice(start, mention.end))
    if (name !== undefined) names.add(name)
    if (isVesselPrefix(text, mention)) return []
    return name === undefined
      ? [mention]
      : [{ ...mention, start, type: 'product', confidence: FORM_CERTAINTY }]
  })
  if (names.size === 0) return whole
  return whole.map((mention) =>
    names.has(text.slice(mention.start, mention.end)) ? { ...mention, type: 'product' } : mention
  )
}

/** What the name of a vessel begins with, outside of quotation marks: `MS «| Nordlys»` → MS Nordlys, no newspaper. */
export const quotedVesselName = (text: string, { name, start }: NamedMention): string | undefined => {
  const before = text.slice(Math.max(0, start - LONGEST_VESSEL - 1), start)
  const [prefix] = QUOTED_VESSEL.exec(before) ?? []
  return prefix === undefined ? undefined : `${prefix.slice(0, -1).replace('/', '')}${name}`
}

/** The names between quotation marks: `MS «Kong Harald»` is no king. */
function* quotedVessels(text: string): Generator<RecognisedMention> {
  for (const { 0: whole, 1: name = '', index } of text.matchAll(WHOLE_QUOTED_VESSEL)) {
    const end = index + whole.length - 1
    yield { type: 'product', start: end - name.length, end, confidence: FORM_CERTAINTY }
  }
}

const isQuotedVessel = (text: string, { start }: RecognisedMention): boolean =>
  QUOTED_VESSEL.test(text.slice(Math.max(0, start - LONGEST_VESSEL - 1), start))

/** The `MS` of `MS «Nordlys»`. */
const isVesselPrefix = (text: string, { start, end }: RecognisedMention): boolean =>
  QUOTED_VESSEL.test(text.slice(start, end + 2))

/** Words of articles about matches. */
const MATCH =
  /\b(?:kamp(?:en|er|ene)?|mål|seier(?:en)?|tap(?:et)?|trener(?:en)?|spiller(?:e|en|ne)?|serie(?:n|kamp)|cup(?:en)?|sesong(?:en)?|poeng|lag(?:et)?)\b/gu
/** So many of them make an article one about sport. */
const SPORT = 6

/** Is the article about matches? */
export const isAboutSport = (text: string): boolean => (text.match(MATCH)?.length ?? 0) >= SPORT

/** Leagues, and how matches end: `2–1`. */
const LEAGUE =
  /(?:Elite|Topp)serien|OBOS-ligaen|(?:Premier|Champions|Europa) League|Bundesliga|La Liga|divisjon|(?<![\d–-])\d{1,2}[–-]\d{1,2}(?![\d–-])/gu
const RESULT = 2

/** Does a short article tell of a match: by a league, a result or words of matches? */
export const tellsOfMatch = (text: string): boolean =>
  (text.match(MATCH)?.length ?? 0) + (text.match(LEAGUE)?.length ?? 0) >= RESULT

const BEFORE_CLUB = new RegExp(
  `(?:^|\\s)(?:${either(`
    mot over slo møter møtte for trener trent trene forlater forlot klubben
  `)}|(?<!(?:i|fra|på|ved|til) )(?:${either(`
    tyrkiske tyske engelske spanske italienske svenske danske franske belgiske
  `)})) $`,
  'u'
)
const AFTER_CLUB = new RegExp(
  `^(?:-(?:${either(`
    spiller trener spiss keeper forsvar kaptein fans supporter angrep målvakt profil midtbane klubb sjef ledelse
  `)})|s? (?:${either(`
    vant slo tapte scoret ledet spilte møter møtte signerte hentet tok styreleder trener sportssjef sportsdirektør keeper
    angriper spiss kaptein
  `)}) | \\((?=\\p{Lu}\\p{Ll}+\\)))`,
  'u'
)
/** `Molde-trener`: whatever the article is about. */
const PLAYED_FOR = /^-(?:spiller|spelar|trener|trenar|spiss|keeper|kaptein|angriper|midtbane|supporter)/u
const AT_PLACE = /(?:^|\s)(?:i|nær|utenfor) $/iu

/**
 * Towns that an article about sport names as teams: what plays, loses and has a coach there is the club, but not where
 * something is *in* it. Countries stay places.
 */
export const readClubs = (text: string, mentions: Mentions): RecognisedMention[] => {
  const stemOf = ({ start, end }: RecognisedMention): string => {
    const written = text.slice(start, end)
    return withoutGenitive(written) ?? written
  }
  const before = ({ start }: RecognisedMention): string => text.slice(Math.max(0, start - 18), start)
  const isTown = (mention: RecognisedMention): boolean =>
    mention.type === 'place' &&
    !COUNTRIES.has(text.slice(mention.start, mention.end)) &&
    !COUNTRIES.has(stemOf(mention))
  const isPlayedFor = (mention: RecognisedMention): boolean =>
    isTown(mention) && PLAYED_FOR.test(text.slice(mention.end, mention.end + 12))
  const clubs = new Set(
    mentions
      .filter(isTown)
      .filter((one) => BEFORE_CLUB.test(before(one)) || AFTER_CLUB.test(text.slice(one.end, one.end + 12)))
      .map(stemOf)
  )
  if (clubs.size === 0) return [...mentions]
  if (!isAboutSport(text))
    return mentions.map((mention) => (isPlayedFor(mention) ? { ...mention, type: 'organisation' } : mention))
  return mentions.map((mention) =>
    isTown(mention) && clubs.has(stemOf(mention)) && !AT_PLACE.test(before(mention))
      ? { ...mention, type: 'organisation' }
      : mention
  )
}
