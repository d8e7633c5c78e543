import { wordList } from '../../structures/word-list.js'
import type { EntityType } from '../entity-type.js'
import type { RecognisedMention } from '../mention.js'
import { isOnlyTitle, isSingularRole } from '../role-words.js'
import { withoutGenitive } from './written-names.js'

const endingIn = (nouns: string): RegExp => new RegExp(`(?:${wordList(nouns).join('|')})$`, 'u')

/** Definite nouns that say what the name after them is, also as the ends of compounds: `konsulentselskapet Nordlys`. */
const NOUNS: readonly (readonly [EntityType, RegExp])[] = [
  [
    'organisation',
    endingIn(`
      selskapet firmaet organisasjonen foreningen forbundet partiet konsernet byrået stiftelsen klubben direktoratet
      foreninga stiftinga tilsynet rederiet forlaget nettstedet magasinet tidsskriftet bandet gruppa gruppen kjeden kjeda
      banken kanalen avisen avisa etaten tenketanken
    `)
  ],
  [
    'product',
    endingIn(`
      boka boken romanen filmen albumet serien spillet spelet plata platen låten låta singelen rapporten stykket
      programmet podkasten podcasten appen tjenesten tenesta plattformen skipet fartøyet båten fergen
      ferga ferja riggen fregatten tankeren tråleren trålaren
    `)
  ],
  ['place', endingIn('hotellet hotell gården garden')],
  ['event', endingIn('orkanen tyfonen festivalen turneringen turneringa')]
]

/** What these say is so: `ekstremværet | Jakob`, `tankskipet | Sola TS`, `tidsskriftet | Kapital`. */
const SURE_NOUNS: readonly (readonly [EntityType, RegExp])[] = [
  ['event', /(?:(?:storm|orkan|tyfon)en|(?:uvær|uvêr|ekstremvær|ekstremvêr)et)$/u],
  ['organisation', /(?:magasinet|avis(?:en|a)|tidsskriftet|nyhetsbyrået)$/u],
  [
    'product',
    /(?:skipet|fartøyet|fregatten|tankeren|trål[ea]ren|isbryteren|fer[gj]en|fer[gj]a|ferja|sskøyt(?:a|en))$/u
  ]
]

/** Where the recogniser is less sure than this, the noun knows better. */
const UNSURE = 0.85
/** Of NorNE's train part: 59 of 64 names after such nouns are organisations, 31 of 31 products. */
const CERTAINTY = 0.9

const LONGEST_NOUN = 40

/** What firms are too: `ansvarlig arrangør | Live Nation`. */
const OF_FIRMS =
  /(?:arrangør|leverandør|produsent|operatør|distributør|importør|entreprenør|utbygg[ea]r|utgiv[ea]r|utgjevar|arbeidsgiv[ea]r|arbeidsgjevar|sponsor)$/iu

/**
 * `NRK-kommentator | Jann Post`, `fagdirektøren | Hauk Berg`: two words behind a title. Not `trener | Real Madrid`,
 * where it may be a verb.
 */
const isPersonBehind = (text: string, { start, end, confidence }: RecognisedMention): boolean => {
  if (/(?:Høyre|Venstre|Rødt|AUF|parti)$/u.test(text.slice(start, end))) return false // `kandidat | Alta Høyre`
  const [, title = ''] = /([\p{L}-]+) $/u.exec(text.slice(Math.max(0, start - LONGEST_NOUN), start)) ?? []
  if (OF_FIRMS.test(title)) return false
  const isDefinite = confidence < UNSURE && /(?:en|a)$/u.test(title) && isSingularRole(title)
  return (
    (isOnlyTitle(title) || isDefinite) &&
    /^\p{Lu}[\p{L}-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}-]+$/u.test(text.slice(start, end))
  )
}

const toldBy = (noun: string, { type }: RecognisedMention): EntityType | undefined =>
  type !== 'person' && OF_FIRMS.test(noun)
    ? 'organisation'
    : NOUNS.find(([, ending]) => ending.test(noun.toLowerCase()))?.[0]

/**
 * Types that the noun before a name tells, where what was recognised is a guess; so are all mentions of that name:
 * `cruiseskipet «Viking Sky» … om bord i Viking Sky`.
 */
export const typeByNouns = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const nameOf = ({ start, end }: RecognisedMention): string => {
    const written = text.slice(start, end)
    return withoutGenitive(written) ?? written
  }
  const told = new Map<string, EntityType>()
  const sure = new Set<string>()
  for (const mention of mentions) {
    if (isPersonBehind(text, mention)) told.set(nameOf(mention), 'person')
    const before = text.slice(Math.max(0, mention.start - LONGEST_NOUN), mention.start)
    const [, noun = ''] = /(\p{L}+) [«"“]?$/u.exec(before) ?? []
    const [own] =
      SURE_NOUNS.find(
        ([type, ending]) =>
          ending.test(noun.toLowerCase()) && !(type === 'organisation' && mention.type === 'person')
      ) ?? []
    if (own !== undefined) sure.add(nameOf(mention))
    if (mention.confidence >= UNSURE && own === undefined) continue
    const type = own ?? toldBy(noun, mention)
    if (type !== undefined && !told.has(nameOf(mention))) told.set(nameOf(mention), type)
  }
  if (told.size === 0) return [...mentions]
  return mentions.map((mention) => {
    const type = told.get(nameOf(mention))
    const isSure = type === 'person' || sure.has(nameOf(mention))
    if (mention.confidence >= UNSURE && !isSure) return mention
    return type === undefined || type === mention.type ? mention : { ...mention, type, confidence: CERTAINTY }
  })
}
