import { isStopWord } from '../../analysis/text/stop-words.js'
import type { Span } from '../../structures/span.js'
import { genderOf } from '../given-names.js'
import { isTitleNoun } from '../role-nouns.js'
import { isCapitals } from '../slug.js'
import { agencyAt } from './agencies.js'

/** A name in a credit. Offsets are UTF-16 code units of the text. */
export interface CreditedName extends Span {
  readonly type: 'person' | 'organisation'
  /** What an agency is called, where that is not what is written. */
  readonly agency?: string
  /** Its type is the usual one at its place, and no word of it tells: the recogniser may know better. */
  readonly isGuess?: true
  /** Other names stand before it in the list. */
  readonly isLater?: true
}

export interface CreditList {
  readonly names: readonly CreditedName[]
  /** Where the list ends. */
  readonly end: number
}

interface Word extends Span {
  readonly text: string
}

/** A word of a name, or what may stand inside one; the full stop of an initial belongs to it. */
const WORD = /(?:\p{Lu}\.(?=[ \p{Lu}])|[\p{L}\d][\p{L}\d'’&+-]*(?:\.[\p{L}\d]+)*)/uy
/** What stands between the words of a name. */
export const PARTICLE = /^(?:von|van|der|den|de|da|di|al|el|bin|ibn|la|af|av|dos)$/
const SEPARATOR = /(?: \((?:tekst|foto|tekst og foto)\))?(?: {0,3}[/\\|] {0,3}| og | via |, (?=\p{Lu}))/uy
const DOMAIN = /^[\p{L}\d-]+\.(?:no|com|eu|org|net|se|dk)$/u
/** Longer names are cut. */
const MOST_WORDS = 6
const MOST_NAMES = 8
/** Pictures that nobody is named for. */
const NOBODY =
  /^(?:privat|pressefoto|arkiv|arkivfoto|illustrasjonsfoto|skjermdump|produsenten|foto|handout|scan)$/iu

/**
 * The names of a credit, one after the other, from an offset where one may begin.
 *
 *     Terje Pedersen / NTB scanpix   Meek, Tore / AP   JON SUPER, REUTERS   Cornelius Poppe | Politiadvokat Moe under …
 */
export const creditedNames = (text: string, start: number): CreditList => {
  const names: CreditedName[] = []
  let [at, end] = [start, start]
  while (names.length < MOST_NAMES) {
    const name = nameAt(text, at, names)
    if (name === undefined) break
    if (!NOBODY.test(text.slice(name.start, name.end)))
      names.push(names.length === 0 ? name : { ...name, isLater: true })
    end = name.end
    at = end + (matchAt(SEPARATOR, text, end) ?? beforeAgency(text, end)).length
    if (at === end) break
  }
  return { names, end }
}

/** `Tor Richardsen| |NTB Scanpix`, `TT|-|NTB`, `NPK|-|Vilde Moe` */
const beforeAgency = (text: string, at: number): string => {
  const mark = text[at]
  if (mark !== ' ' && mark !== '-') return ''
  const words = wordsAt(text, at + 1)
  const isAgency =
    agencyAt(words.map((word) => word.text)) !== undefined ||
    (words[0] !== undefined && firstOfSeveral(words[0]) !== undefined)
  const isWriter = mark === '-' && words.length > 1 && isGivenName(words[0]!.text)
  return isAgency || isWriter ? mark : ''
}

const isGivenName = (word: string): boolean => genderOf(word.toLowerCase()) !== undefined

/**
 * The first of agencies with hyphens between them, `TT` of `TT-NTB`, `NTB` of `NTB-Reuters-AFP`, or before who writes
 * for it: `NPK` of `NPK-Vilde`.
 */
const firstOfSeveral = ({ text, start }: Word): CreditedName | undefined => {
  const [first = '', ...others] = text.split('-')
  const agency = agencyAt([first])
  if (others.length === 0 || agency === undefined) return undefined
  const isList = others.every((part) => agencyAt([part]) !== undefined)
  return isList || isGivenName(others[0]!) ? creditOf(first, start, agency.name) : undefined
}

const creditOf = (written: string, start: number, name: string): CreditedName => {
  const isOther = name.toLowerCase() !== written.toLowerCase()
  return { start, end: start + written.length, type: 'organisation', ...(isOther && { agency: name }) }
}

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const nameAt = (text: string, at: number, before: readonly CreditedName[]): CreditedName | undefined => {
  const words = wordsAt(text, at)
  if (words.length === 0) return undefined
  const agency = agencyAt(words.map(({ text }) => text))
  if (agency !== undefined) {
    const { start, end } = spanOf(words.slice(0, agency.words))
    return creditOf(text.slice(start, end), start, agency.name)
  }
  const first = firstOfSeveral(words[0]!)
  if (first !== undefined) return first
  if (DOMAIN.test(words[0]!.text)) return { ...spanOf(words.slice(0, 1)), type: 'organisation' }
  const capital = words.slice(0, capitalsIn(words))
  if (capital.length === 0) return undefined
  const turned = capital.length === 1 ? surnameFirst(text, capital[0]!) : undefined
  if (turned !== undefined) return { ...turned, type: 'person' }
  const isFirst = before.length === 0
  const own = capital.slice(0, isFirst ? lengthOf(text, capital) : beforeGivenName(capital, text))
  const isMaker =
    own.length > 1 &&
    (genderOf(own[0]!.text.toLowerCase()) !== undefined || isBehindDeliverers(text, at, before))
  if (isMaker) return { ...spanOf(own), type: 'person' }
  const isPerson = isFirst && own.length > 1 && !own.some((word) => /\d|^The$/.test(word.text)) // not `TV 2`
  return { ...spanOf(own), type: isPerson ? 'person' : 'organisation', isGuess: true }
}

/** `REUTERS/Lisi Niesner`, `IKT-Norge / Nard Schreurs`: behind those who deliver a picture, who took it. */
const isBehindDeliverers = (text: string, at: number, before: readonly CreditedName[]): boolean =>
  before.length > 0 &&
  before.every(({ type }) => type === 'organisation') &&
  /[/\\|] {0,3}$/.test(text.slice(Math.max(0, at - 4), at))

/** The words from an offset, with single spaces between them. */
const wordsAt = (text: string, at: number): Word[] => {
  const words: Word[] = []
  let start = at
  while (words.length <= MOST_WORDS) {
    const word = matchAt(WORD, text, start)
    if (word === undefined) break
    words.push({ text: word, start, end: start + word.length })
    if (text[start + word.length] !== ' ') break
    start += word.length + 1
  }
  return words
}

/** How many of the words go on with a name: those with a capital, and particles before one. */
const capitalsIn = (words: readonly Word[]): number => {
  let count = 0
  for (const [i, { text }] of words.entries()) {
    if (/^\p{Lu}/u.test(text) || (count > 0 && /^\d$/.test(text))) count = i + 1
    else if (i === 0 || !PARTICLE.test(text)) break
  }
  return count
}

/** `Meek, Tore` */
const surnameFirst = (text: string, surname: Word): Span | undefined => {
  const [comma, given] = [text.slice(surname.end, surname.end + 2), wordsAt(text, surname.end + 2)]
  const count = Math.min(2, capitalsIn(given))
  const isGiven = comma === ', ' && count > 0 && genderOf(given[0]!.text.toLowerCase()) !== undefined
  if (!isGiven) return undefined
  return { start: surname.start, end: given[count - 1]!.end }
}

const spanOf = (words: readonly Word[]): Span => ({ start: words[0]!.start, end: words.at(-1)!.end })

/** How many of the words are the name; where a caption follows directly, others begin it. */
const lengthOf = (text: string, words: readonly Word[]): number => {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!.text
    const isOther =
      agencyAt(words.slice(i).map(({ text }) => text)) !== undefined ||
      (i > 1 && (isTitleNoun(word) || isStopWord(word.toLowerCase()) || changesCase(words, i)))
    if (isOther) return i
  }
  const isWhole =
    words.length < 3 || /^\s{0,3}(?:[/\\|),.\n]|$)/.test(text.slice(words.at(-1)!.end).slice(0, 5))
  return isWhole ? words.length : shortest(words)
}

/** `Rune Sævig | TØRT` */
const changesCase = (words: readonly Word[], i: number): boolean =>
  isCapitals(words[i]!.text) !== isCapitals(words[i - 1]!.text) && words[i - 1]!.text.length > 2

/** Two words, with what stands between a given name and a surname: `Ole Martin Wold`, `Dan P. Neegaard`. */
const shortest = (words: readonly Word[]): number => {
  let count = 2
  const isInner = ({ text }: Word): boolean =>
    text.length < 3 || PARTICLE.test(text) || genderOf(text.toLowerCase()) !== undefined
  while (count < words.length && isInner(words[count - 1]!)) count++
  return count
}

/** `Adresseavisen | Yann-Erik de Lanlay har …`: after a firm, a person begins the caption. */
const beforeGivenName = (words: readonly Word[], text: string): number => {
  const isGiven = ({ text }: Word): boolean => genderOf(text.toLowerCase()) !== undefined
  const given = isGiven(words[0]!) ? -1 : words.findIndex(isGiven)
  return Math.min(given < 1 ? words.length : given, lengthOf(text, words))
}
