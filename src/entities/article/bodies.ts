import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { addFound, putFound } from './add-found.js'
import { wordList } from '../../structures/word-list.js'

type Mentions = readonly RecognisedMention[]

// Public bodies and buildings, which have the name of their place before their kind.

const FORM_CERTAINTY = 0.9

/** A pattern for any of the words; `_` stands for a space. */
export const either = (words: string): string => wordList(words).join('|').replaceAll('_', ' ')

/** One of the words behind a name, which it belongs to, also in the genitive. */
const behind = (words: string): RegExp => new RegExp(`^ (?:${either(words)})(?=s?(?![\\p{L}-]))`, 'u')

/** What stands behind the name of a place and belongs to it, by what the whole is. */
const BODIES: readonly (readonly [EntityType, RegExp])[] = [
  [
    'organisation',
    behind(`
      kommune fylkeskommune tingrett lagmannsrett byrett herredsrett jordskifterett politidistrikt politikammer
      politistasjon universitet sykehus sjukehus universitetssykehus universitetssjukehus sykehjem sjukeheim hospital
      legevakt helsestasjon høgskole høyskole høgskule folkehøgskole folkehøyskole folkehøgskule videregående_skole
      vidaregåande_skule skole skule ungdomsskole ungdomsskule barneskole barneskule museum bygdemuseum folkemuseum kunstmuseum teater folkebibliotek
      bispedømme brannvesen brann_og_redning brann_og_redningstjeneste sparebank helse-_og_velferdssenter velferdssenter
      boligbyggelag
    `)
  ],
  [
    'place',
    behind(`
      stadion arena idrettspark kino fengsel stasjon flystasjon lufthavn flyplass skisenter alpinsenter storsenter kjøpesenter
      terminal domkirke kirke kyrkje kirkegård festning slott hotell
    `)
  ],
  ['event', behind('maraton halvmaraton filmfestival matfestival skifestival minneløp grand_prix')]
]
/** Streets that are called after somebody: `Olav Tryggvasons | gate`. */
const STREET = /^ (?:gate|gata|gt\.|vei|veg|plass|allé)(?![\p{L}-])/u
const ENDS_IN_BODY =
  /(?:kommune|tingrett|lagmannsrett|politidistrikt|sykehus|sjukehus|universitet|helsestasjon|hospital| gymnas|[ \p{Ll}]sk[ou]le)$/u

/** `Trondheim kommune` is an organisation, `Ullevaal stadion` a place, and each the whole name. */
export const withBodies = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) => {
    const { start, end } = mention
    const next = text.slice(end, end + 40)
    const isOwner = mention.type === 'organisation' && text[end - 1] === 's'
    for (const [type, body] of BODIES) {
      if (isOwner && type === 'place') continue // `Equinors terminal`
      const [found] = body.exec(next) ?? []
      if (found !== undefined)
        return { ...mention, end: end + found.length, type, confidence: FORM_CERTAINTY }
    }
    const mayBeStreet = mention.type !== 'organisation' && (text[end - 1] === 's' || text[end] === '’')
    const [street] = mayBeStreet ? (STREET.exec(next) ?? []) : []
    if (street !== undefined)
      return { ...mention, end: end + street.length, type: 'place', confidence: FORM_CERTAINTY }
    return text.slice(start, end).includes(' ') && endsInBody(text, mention)
      ? { ...mention, type: 'organisation', confidence: FORM_CERTAINTY }
      : mention
  })

/** The name of a place before what governs it or judges there, which tells that it is one. */
const PUBLIC_BODY = new RegExp(
  `(?<![\\p{L}-])\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?: og \\p{Lu}\\p{Ll}+)? (?:${either(`
    fylkeskommune kommune tingrett lagmannsrett jordskifterett politidistrikt politikammer bispedømme
  `)})(?=s?(?![\\p{L}-]))`,
  'gu'
)
const PLACE_NAME =
  '(?:(?:Indre|Ytre|Midtre|Nordre|Søre|Søndre|Østre|Vestre|Øvre|Nedre) )?\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
/** A court of several places: `Ringerike, Asker og Bærum tingrett`, `Follo og Nordre Østfold tingrett`. */
const JOINT_COURT = new RegExp(
  `(?<![\\p{L}-])(?:${PLACE_NAME}, )?${PLACE_NAME} og ${PLACE_NAME} (?:tingrett|jordskifterett)(?=s?(?![\\p{L}-]))`,
  'gu'
)
/** The banks that are called after their district: `Sparebank 1 Nord-Norge`. */
const SAVINGS_BANK =
  /(?<![\p{L}-])Spare[Bb]ank ?1 (?:SR-Bank|\p{Lu}[\p{L}]+(?:-\p{Lu}\p{Ll}+)?(?: (?:Hadeland|Valdres))?)(?=s?(?![\p{L}-]))/gu

/** Courts of several places and banks, whatever of them was recognised. */
export const joinBodies = (text: string, mentions: Mentions): Mentions =>
  [JOINT_COURT, SAVINGS_BANK].reduce((all, body) => putFound(all, bodiesIn(text, body)), mentions)

/** Ministries of two fields: `Barne- og familiedepartementet`. */
const MINISTRY = /(?<![\p{L}-])\p{Lu}\p{Ll}+-(?:, \p{Ll}+-)* og \p{Ll}+departementet?(?=s?(?![\p{L}-]))/gu
/** Courts, banks and unions of several states: `Den europeiske menneskerettsdomstolen`. */
const INTERNATIONAL =
  /(?<!\p{L})De[tn] (?:europeiske|internasjonale|afrikanske|islamske|arabiske|økonomiske) (?:\p{Ll}+ )?\p{Ll}*(?:domstolen|banken|unionen|staten|fondet|byrået|komit[eé]en|organisasjonen|romfartsbyrået|ligaen)(?=s?(?![\p{L}-]))/gu
/** What has no capital but its first. */
const UNIONS =
  /(?<!\p{L})(?:De forente nasjoner|Dei sameinte nasjonane|Den (?:europeiske|afrikanske) union(?:en)?)(?=s?(?![\p{L}-]))/gu
/** Words with a capital at the beginning of a sentence: `Hver | kommune`. */
const NO_PLACE =
  /^(?:[EH]n|Ei|Hver|Kvar|Ingen|Norsk|Liten|Stor|Ny|Same|Samme|Vår|Min|Din|Denne|Egen|Annen|Annan|Aktuell|Hvilken|Kva|Enhver|Din|Som|Og|I|På|Men|Per|Rik|Fattig|Lokal)(?: |$)/u

/** Adds the bodies that the recogniser passed over: `| Vestland fylkeskommune`. */
export const findBodies = (text: string, mentions: Mentions): Mentions =>
  [PUBLIC_BODY, MINISTRY, INTERNATIONAL, UNIONS].reduce(
    (all, body) => addFound(all, bodiesIn(text, body)),
    mentions
  )

function* bodiesIn(text: string, body: RegExp): Generator<RecognisedMention> {
  for (const { 0: name, index: start } of text.matchAll(body))
    if (!NO_PLACE.test(name))
      yield { type: 'organisation', start, end: start + name.length, confidence: FORM_CERTAINTY }
}

const endsInBody = (text: string, { start, end }: RecognisedMention): boolean =>
  ENDS_IN_BODY.test(text.slice(start, end))

/** What belongs to the organisation or the state before it: `FNs | generalforsamling`, `Stortingets | justiskomité`. */
const ORGAN = new RegExp(
  `^ (?:\\p{Ll}+- og )?(?:\\p{Ll}*komité|\\p{Ll}*komite|\\p{Ll}{4,}forbund|${either(`
    generalforsamling sikkerhetsråd tryggingsråd menneskerettighetsråd menneskerettsråd klimapanel helseorganisasjon
    voldgiftsrett presidentskap sivilforsvar ernæringsråd sjømatråd forskningsråd forskingsråd kulturråd idrettsråd
    handelshøyskole handelshøgskole idrettshøyskole idrettshøgskole musikkhøgskole arktiske_universitet
    teknisk-naturvitenskapelige_universitet teknisk-naturvitskaplege_universitet
    biovitenskapelige_universitet biovitskaplege_universitet
  `)})(?=s?(?![\\p{L}-]))`,
  'u'
)

/** What a union's organ is called in one word with it: `EU | -kommisjonens`. */
const JOINED_ORGAN = /^-(?:kommisjon|parlament|domstol|råd|delegasjon)(?:en|et)s?(?![\p{L}-])/u

/** `FNs generalforsamling`, `EU-kommisjonens`: the organ is the organisation that is named. */
export const withOrgans = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.map((mention) => {
    const { end, type } = mention
    const [joined] = type === 'organisation' ? (JOINED_ORGAN.exec(text.slice(end, end + 20)) ?? []) : []
    if (joined !== undefined) return { ...mention, end: end + joined.length }
    if (text[end - 1] !== 's' || (type !== 'organisation' && type !== 'place')) return mention
    const [organ] = ORGAN.exec(text.slice(end, end + 60)) ?? []
    return organ === undefined
      ? mention
      : { ...mention, end: end + organ.length, type: 'organisation', confidence: FORM_CERTAINTY }
  })
