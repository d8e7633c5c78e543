import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { COUNTRIES, withoutGenitive } from './written-names.js'

type Mentions = readonly RecognisedMention[]

// Names of regular kinds, whose type their own form tells whatever was recognised.

const KNOWN_TYPES: readonly (readonly [EntityType, RegExp])[] = [
  ['organisation', /^(?:EU|FN|NATO|Nato|UNESCO|Unesco|OPEC|Opec|WHO)$/u],
  [
    'organisation',
    /^(?:VG|\p{L}*(?:avisa|avisen|posten|bladet)|(?:\p{L}+ )?(?:Tidende?|Arbeiderblad|Dagblad|Avis|Blad))$/u
  ],
  [
    'event',
    /^(?:VM|OL|EM|NM|(?:Champions|Europa|Premier|Diamond) League|Serie A|La Liga|Bundesliga|Eliteserien|Tour de France)$/u
  ],
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

/** What a place's name is a part of: `Trondheim | kommune`, `Øst-Finnmark | tingrett`. */
const BODY =
  /^ (?:fylkes)?(?:kommune|tingrett|lagmannsrett|politidistrikt|universitet|høgskole|høyskole|sykehus|sjukehus|helsestasjon|fengsel|bispedømme|politistasjon)(?![\p{L}-])/u
const ENDS_IN_BODY =
  /(?:kommune|tingrett|lagmannsrett|politidistrikt|sykehus|sjukehus|universitet|helsestasjon|hospital)$/u

/** `Trondheim kommune` is an organisation, and the whole name. */
export const withBodies = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) => {
    const { start, end } = mention
    const [body] = BODY.exec(text.slice(end, end + 20)) ?? []
    const isBody = body !== undefined || (text.slice(start, end).includes(' ') && endsInBody(text, mention))
    return isBody
      ? { ...mention, end: end + (body?.length ?? 0), type: 'organisation', confidence: FORM_CERTAINTY }
      : mention
  })

const endsInBody = (text: string, { start, end }: RecognisedMention): boolean =>
  ENDS_IN_BODY.test(text.slice(start, end))

/** `Manchester United i | Europa League`: a competition is a name of its own. */
const COMPETITION = / i ((?:Champions|Europa|Premier|Diamond) League|Serie A|Eliteserien|VM|EM|OL)$/u

/** Divides a name that has taken in the competition behind it. */
export const divideCompetitions = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.flatMap((mention) => {
    const [tail, name = ''] = COMPETITION.exec(text.slice(mention.start, mention.end)) ?? []
    return tail === undefined
      ? mention
      : [
          { ...mention, end: mention.end - tail.length },
          { ...mention, start: mention.end - name.length, type: 'event' as const }
        ]
  })

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

/** Words of articles about matches. */
const MATCH =
  /\b(?:kamp(?:en|er|ene)?|mål|seier(?:en)?|tap(?:et)?|trener(?:en)?|spiller(?:e|en|ne)?|serie(?:n|kamp)|cup(?:en)?|sesong(?:en)?|poeng|lag(?:et)?)\b/gu
/** So many of them make an article one about sport. */
const SPORT = 6
const BEFORE_CLUB = /(?:^|\s)(?:mot|over|slo|møter|møtte|for) $/u
const AFTER_CLUB =
  /^(?:-(?:spiller|trener|spiss|keeper|forsvar|kaptein|fans|supporter|angrep|målvakt|profil|midtbane|klubb|sjef|ledelse)|s? (?:vant|slo|tapte|scoret|ledet|spilte|møter|møtte|signerte|hentet|tok) )/u
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
  const before = ({ start }: RecognisedMention): string => text.slice(Math.max(0, start - 9), start)
  const isTown = (mention: RecognisedMention): boolean =>
    mention.type === 'place' &&
    !COUNTRIES.has(text.slice(mention.start, mention.end)) &&
    !COUNTRIES.has(stemOf(mention))
  const clubs = new Set(
    mentions
      .filter(isTown)
      .filter((one) => BEFORE_CLUB.test(before(one)) || AFTER_CLUB.test(text.slice(one.end, one.end + 12)))
      .map(stemOf)
  )
  if (clubs.size === 0 || (text.match(MATCH)?.length ?? 0) < SPORT) return [...mentions]
  return mentions.map((mention) =>
    isTown(mention) && clubs.has(stemOf(mention)) && !AT_PLACE.test(before(mention))
      ? { ...mention, type: 'organisation' }
      : mention
  )
}
