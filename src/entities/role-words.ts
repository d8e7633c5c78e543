import { endsInRole } from './role-nouns.js'
import { wordSet } from '../structures/word-list.js'

/** Endings of definite forms and of the plural; the longest that leaves a noun counts. */
const ENDINGS = ['ene', 'ane', 'ne', 'en', 'et', 'er', 'ar', 'a', 'n', 'e', 'r']
const PLURAL = /(?:ene|ane|er|ar|ne|e|r)$/u

/** Words that end like a role and are none. */
const NO_ROLES = wordSet('seier beseier manns medlemmer humor humør talentet presist')
/** `observert`, `snarveier`, `utvist`: nor are their like. */
const NO_ROLE = /(?<!fly|nabo|pub|kro|hotell|^)vert$|veie[rn]$|(?<![ai])vist$/u

/** Endings of nouns for what people do: `humanist`, `geolog`, `fotograf`. */
const AGENT =
  /^\p{Ll}{2,}(?:[^tr]ist|olog|(?:øko|astro|gastro|agro)nom|graf|\p{Ll}{3}viter|isør|atør|itør|ktør)$/u

const isNone = (word: string): boolean => NO_ROLES.has(word) || NO_ROLE.test(word)

/** What makes a role of a party or a firm before its hyphen: `Ap-topp`, `NRK-profilen`. */
const BEHIND_NAME = /^\p{Lu}.*-(?:topp|profil|veteran|nestor)(?:en)?$/u

/** Nynorsk has `-ar` where bokmål has `-er`: `skippar`. */
const isNoun = (word: string): boolean =>
  AGENT.test(word) || endsInRole(word) || (word.endsWith('ar') && endsInRole(`${word.slice(0, -2)}er`))

/** The part after the last hyphen, in small letters. */
const headOf = (word: string): string => word.slice(word.lastIndexOf('-') + 1).toLowerCase()

/** `statsminister`, `NRK-kommentator`, `fagdirektøren`, `trenerne` → true; in whatever number and definiteness. */
export const isRoleWord = (word: string): boolean => {
  const head = headOf(word)
  if (isNone(head)) return false
  return (
    BEHIND_NAME.test(word) ||
    isNoun(head) ||
    ENDINGS.some((ending) => head.endsWith(ending) && isNoun(head.slice(0, -ending.length)))
  )
}

/** One person's: `trener`, `treneren`, not `trenerne`. */
export const isSingularRole = (word: string): boolean => {
  const head = headOf(word)
  if (isNone(head)) return false
  const isDefinite = ['en', 'a', 'n', 'et'].some(
    (ending) => head.endsWith(ending) && isNoun(head.slice(0, -ending.length))
  )
  return (
    BEHIND_NAME.test(word) ||
    isNoun(head) ||
    (isDefinite && !(PLURAL.test(head) && isNoun(head.replace(PLURAL, ''))))
  )
}

/** Verbs in the present too: *Hun leder laget.* */
const VERBS = wordSet(`
  leder leiar lærer lærar fører førar styrer driver eier trener spiller løper danser maler taper forsker beskytter
  selger baker vokter
`)
/** Is the word one person's title in the indefinite form, and no verb: `minister`, not `leder`, `ministeren`? */
export const isOnlyTitle = (word: string): boolean => {
  const head = headOf(word)
  return isNoun(head) && !isNone(head) && (head.length < word.length || !VERBS.has(head))
}

/** Before a verb stands who does it. */
const BEFORE_VERB = /^(?:han|hun|ho|de|dei|vi|jeg|eg|som|å|det|den|ikke|ikkje|og|du|dere|man|også|nå|selv)$/iu

/** May the word be a verb where it stands: `hun | leder`? */
export const isVerbAfter = (word: string, before: string | undefined): boolean =>
  VERBS.has(word) &&
  before !== undefined &&
  !isRoleAdjective(before) &&
  (BEFORE_VERB.test(before) || /^\p{Lu}\p{Ll}*[^s\P{Ll}]$/u.test(before))

const ADJECTIVES = wordSet(`
  adm administrerende administrerande ansvarlig ansvarleg assisterende assisterande avtroppende avtroppande daglig dagleg
  faglig fagleg fungerende fungerande kommersiell konstituert medisinsk parlamentarisk politisk påtroppende påtroppande
  teknisk tidligere tidlegare utøvende utøvande øverste øvste daværende dåverande nåværende noverande nyvalgt nyvalgte
  avgått avgåtte avdøde selvutnevnte midlertidige midlertidig mangeårig mangeårige sittende sittande ny nye
  regjerende regjerande tiltredende tiltredande kommende komande erfarne ferske unge
  første nestkommanderende internasjonal internasjonale sportslig sportslige kunstnerisk kunstneriske pensjonert
  pensjonerte kjente kjent populære eks ledende leiande profilerte profilert legendariske
`)

/** `tidligere`, `midlertidig`; `britiske` before a noun. */
export const isRoleAdjective = (word: string): boolean =>
  ADJECTIVES.has(word.toLowerCase()) || /^\p{Ll}{2,}ske$/u.test(word)
