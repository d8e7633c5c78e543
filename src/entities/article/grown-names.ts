import { genderOf, isCommonGivenName } from '../given-names.js'
import type { RecognisedMention } from '../mention.js'
import { isPlainParty } from '../party-names.js'
import { isRoleWord } from '../role-words.js'

type Mentions = readonly RecognisedMention[]

// Names that have taken in a word before or behind them which is none of theirs.

const isGivenName = (word: string): boolean => genderOf(word.toLowerCase()) !== undefined

/** The definite form in the genitive, and newspapers: `Jegerforbundets`, `Trønder-Avisas`. */
const EMPLOYER = /^\p{Lu}[\p{L}-]{5,}(?:e[nt]|ene|ane|avisa)s$/iu
/** A given name, others, and a surname; a double one tells as much as a given name that is known. */
const WHOLE_PERSON = /^(\p{Lu}[\p{Ll}]+)(?: \p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?){1,3}$/u
const DOUBLE_SURNAME = /\p{Ll}-\p{Lu}\p{Ll}+$/u

/** `Aps Kjetil Moe` → Aps, Kjetil Moe; `Jegerforbundets Webjørn Moe-Lie` → Jegerforbundets, Webjørn Moe-Lie */
const fromEmployer = (text: string, mention: RecognisedMention): RecognisedMention[] | undefined => {
  const [, owner = '', whom = ''] = /^(\S+s) (.+)$/u.exec(text.slice(mention.start, mention.end)) ?? []
  const [, first = ''] = WHOLE_PERSON.exec(whom) ?? []
  const isEmployer = isPlainParty(owner.slice(0, -1)) || EMPLOYER.test(owner)
  if (first === '' || !isEmployer || !(isGivenName(first) || DOUBLE_SURNAME.test(whom))) return undefined
  const at = mention.start + owner.length
  return [
    { ...mention, type: 'organisation', end: at },
    { ...mention, type: 'person', start: at + 1 }
  ]
}

/** `Herbjørg Wassmos Tora` → Herbjørg Wassmos, Tora: a writer's figure, as the last word is a given name. */
const fromWriter = (text: string, mention: RecognisedMention): RecognisedMention[] | undefined => {
  const [, owner = '', figure = ''] =
    /^(\p{Lu}\p{Ll}+ \p{Lu}[\p{L}-]{2,}s) (\p{Lu}\p{Ll}+)$/u.exec(text.slice(mention.start, mention.end)) ??
    []
  const isWork = mention.type === 'organisation' || mention.type === 'product'
  if (!isWork || !isCommonGivenName(figure.toLowerCase())) return undefined
  const at = mention.start + owner.length
  return [
    { ...mention, type: 'person', end: at },
    { ...mention, type: 'person', start: at + 1 }
  ]
}

/** `Trønder-Avisas | utsendte` */
const BEHIND = /^(.*\p{L}s) (\p{Ll}+)$/u
/** At the beginning of a sentence, who owns something, and is no name: `Regjeringens | Norgespris`. */
const COMMON_OWNER =
  /^(?:Regjeringens?|Regjeringas|Kommunens|Fylkets|Landets|Byens|Bygdas|Selskapets|Konsernets|Partiets|Klubbens|Avisens|Avisas|Lagets|Skolens|Skulens) (?=\p{Lu})/u

const trimmed = (text: string, mention: RecognisedMention): RecognisedMention => {
  const name = text.slice(mention.start, mention.end)
  const [, owner = '', noun = ''] = BEHIND.exec(name) ?? []
  if (mention.type === 'organisation' && (noun === 'utsendte' || noun === 'utsende' || isRoleWord(noun)))
    return { ...mention, end: mention.start + owner.length }
  const [common = ''] = COMMON_OWNER.exec(name) ?? []
  return common === '' ? mention : { ...mention, start: mention.start + common.length }
}

/** Divides a name from whom or what owns it, and takes off words that only stand beside it. */
export const divideGrown = (text: string, mentions: Mentions): RecognisedMention[] =>
  mentions.flatMap(
    (mention) => fromEmployer(text, mention) ?? fromWriter(text, mention) ?? [trimmed(text, mention)]
  )
