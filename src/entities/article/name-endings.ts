import type { EntityType } from '../entity-type.js'
import { genderOf } from '../given-names.js'
import type { RecognisedMention } from '../mention.js'
import { tellsOfMatch } from './regular-kinds.js'

type Mentions = readonly RecognisedMention[]

// Names whose own words tell what they are, and names that were divided or joined against their words.

/** What the last or the first word of a name of several words tells. */
const TELLING: readonly (readonly [EntityType, RegExp])[] = [
  [
    'place',
    /^(?!De[nt] ).* (?:Hotel|(?:[Ss]tadion|Stadium|Arena|Park|Hotell|lufthavn(?: \p{Lu}\p{L}+)?|flyplass|skisenter|storsenter|kjøpesenter|kirke|kyrkje|fengsel)s?)$|^Hotell? /u
  ],
  [
    'organisation',
    / (?:AS|ASA|RHF|HF|KF|IKS|Gruppen|Group|Stiftelsen|Eiendomsselskap|Eiendom|Holding|Bank|Forlag|Rederi|Shipping|Airlines|Airways|Motors|Records|Consulting|Ballklubb?|Fotballklubb|Fotball|Idrettslag|Universitet|University|Institute|Foundation)s?$/u
  ],
  ['event', /^Tour (?:de|of|des) | (?:Maraton|Halvmaraton|Marathon)$/u]
]
/** What firms are called, and hardly any person: `Ulstein Verft`. */
const OF_FIRM =
  / (?:Verft|Seafoods?|Havbruk|Energi|Securities|Capital|Invest|Entertainment|Offshore|Drilling|Technolog(?:y|ies)|Solutions|Systems|Industri(?:er)?|Entreprenør|Mekaniske|Pharma|Maritime)s?$/u
/** What the end of a word tells where the recogniser guesses: `Birkebeinerrennet`, `Arendalsuka`, `Brageprisen`. */
const TELLING_ENDS: readonly (readonly [EntityType, RegExp])[] = [
  [
    'event',
    /^\p{Lu}\p{L}{2,}(?:rennet|rittet|løpet|uka|uken|festivalen|spelet|cupen|maraton|stevnet|stemnet)$/u
  ],
  [
    'product',
    /^\p{Lu}\p{L}{2,}pris(?:en)?$|^\p{Lu}[\p{L}-]+ (?![PUGJF]-?\d)\p{Lu}{1,3}\d{1,4}\p{Ll}{0,2}$|GPT(?:-\d)?$/u
  ]
]
/** What the end of a place's name tells. */
const OF_LANDSCAPE =
  /^\p{Lu}\p{Ll}{3,}(?:fjorden|fjellet|vatnet|vannet|elva|fossen|bygda|breen|tunnelen|halvøya)$/u
const CERTAINTY = 0.9
/** Where the recogniser is surer, it knows more than an ending. */
const UNSURE = 0.85
/** What is called after somebody and is a place: `Johan Sverdrup-feltet`. */
const FIELD = /^-(?:felt|plattform|senter)/u

/** `Celtic Park` is a place, `Olav Thon Gruppen` an organisation. */
export const typeByEnding = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) => {
    const name = text.slice(mention.start, mention.end)
    const type = typeOfEnding(name, mention) ?? (isLandscape(text, name, mention) ? 'place' : undefined)
    return type === undefined || type === mention.type
      ? mention
      : { ...mention, type, confidence: Math.max(mention.confidence, CERTAINTY) }
  })

const typeOfEnding = (
  name: string,
  { confidence }: Pick<RecognisedMention, 'confidence'>
): EntityType | undefined => {
  const [told] = TELLING.find(([, words]) => words.test(name)) ?? []
  if (told !== undefined) return told
  if (OF_FIRM.test(name) && genderOf(name.split(' ', 1)[0]!.toLowerCase()) === undefined)
    return 'organisation'
  return confidence >= UNSURE ? undefined : TELLING_ENDS.find(([, words]) => words.test(name))?.[0]
}

/** `Harestuvatnet` is no person's; in an article about a match it may be a club's. */
const isLandscape = (text: string, name: string, { type, confidence }: RecognisedMention): boolean =>
  type !== 'person' && confidence < UNSURE && OF_LANDSCAPE.test(name) && !tellsOfMatch(text)

/** Divides a list that was read as one name: `Elkjøp, Power`. Not a firm's `Lipcon, Margulies & Winkleman`. */
export const divideLists = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.flatMap((mention, i) => {
    const { start, end } = mention
    const name = text.slice(start, end)
    const isLast = mentions[i - 1]?.end === start - 2 && text[start - 2] === ','
    const last = isLast && mention.type === 'organisation' ? END_OF_LIST.exec(name)?.[1] : undefined
    if (last !== undefined)
      return [
        { ...mention, end: start + last.length },
        { ...mention, start: start + last.length + ' og '.length }
      ]
    if (!name.includes(', ') || /&| og /u.test(name) || mention.type === 'product') return mention
    let at = start
    return name.split(', ').map((part) => {
      const one = { ...mention, start: at, end: at + part.length }
      at = one.end + 2
      return one
    })
  })

/** The last two of a list: `Kahoot, | Otovo og Cognite`. Not `Brann og redning`, `Sogn og Fjordane tingrett`. */
const END_OF_LIST = /^(\p{Lu}[^\s,]*[^\s,-]) og \p{Lu}\S*$/u

/** Longer ones are no names. In UTF-16 code units. */
const LONGEST = 100

/** Divides a name that is written over and over where its first word comes back: `Kari Moe Kari Moe …`. */
export const divideRepeated = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.flatMap((mention) => {
    const { start, end } = mention
    if (end - start <= LONGEST) return mention
    const name = text.slice(start, end)
    const [first = name] = /^\S+/u.exec(name) ?? []
    const starts: number[] = []
    for (let at = 0; at >= 0; at = name.indexOf(` ${first} `, at)) {
      if (at > 0) at += 1
      starts.push(at)
      at += first.length
    }
    return starts.map((at, i) => {
      const part = name.slice(at, starts[i + 1]).trimEnd()
      return { ...mention, start: start + at, end: start + at + part.length }
    })
  })

/** What is named with its town: `Byfogden | i | Oslo`, `Litteraturhuset i Bergen`. */
const SEATED =
  /^(?:Statsforvalt[ea]ren|Fylkesmannen|Byfogden|Universitetet|Høy?gskolen|Høgskulen|Litteraturhuset|Kunsthøgskolen)$/u

/** Joins an office with the place where it sits, where both were found alone. */
export const joinSeats = (text: string, mentions: Mentions): RecognisedMention[] => {
  const joined: RecognisedMention[] = []
  for (const mention of mentions) {
    const before = joined.at(-1)
    const isSeat =
      before !== undefined &&
      mention.type === 'place' &&
      text.slice(before.end, mention.start) === ' i ' &&
      SEATED.test(text.slice(before.start, before.end))
    if (isSeat) joined[joined.length - 1] = { ...before, end: mention.end, type: 'organisation' }
    else joined.push(mention)
  }
  return joined
}

/** What happens at places and who governs them: `Mehamn-drapet`, `Oslo-ordfører`. */
const OF_PLACE =
  /^-(?:drap|ulykk|brann|område|region|skog|ordfører|ordførar|distrikt|fjord|terminal|tunnel|felt|hal(?:v)?øy|traktene|beboer|borger|mannen\b)/u
/** `Mehamn` in `Mehamn-drapet` is a place. */
export const typeByCompound = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) =>
    FIELD.test(text.slice(mention.end, mention.end + 12)) && mention.type === 'person'
      ? { ...mention, type: 'place' }
      : (mention.type === 'organisation' || mention.type === 'product') &&
          mention.confidence < UNSURE &&
          OF_PLACE.test(text.slice(mention.end, mention.end + 12))
        ? { ...mention, type: 'place' }
        : mention
  )

/** `| Tour de | Ski` */
const TOUR = /(?<![\p{L}-])Tour (?:de|of|des) (?:la )?$/u

/** A race with all of its name: `Tour de Ski`. */
export const withTours = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention, i) => {
    const from = Math.max(mentions[i - 1]?.end ?? 0, mention.start - 12)
    const [prefix = ''] = TOUR.exec(text.slice(from, mention.start)) ?? []
    return prefix === '' ? mention : { ...mention, start: mention.start - prefix.length, type: 'event' }
  })
