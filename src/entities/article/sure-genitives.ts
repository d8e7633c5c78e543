import type { EntityType } from '../entity-type.js'
import { genderOf, isCommonGivenName } from '../given-names.js'
import { isOnlyTitle } from '../role-words.js'
import { either } from './bodies.js'
import { isInHeading } from './headings.js'
import { isBeforeWord } from './before-word.js'

/** A name with an `s` that may be the ending of the genitive, where it stands. */
interface Written {
  readonly type: EntityType
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What bodies and firms are by their last words, none of which ends in `s`: `Norges Fiskarlags | leder`. */
const BODY_GENITIVE = new RegExp(
  `\\p{Ll}(?:${either(`
    lag laug forbund selskap parti råd verk vesen byrå institutt universitet kommune museum teater forlag tingrett
    lagmannsrett politidistrikt fond bank verft direktorat departement senter bibliotek klubb forening organisasjon
    kontor orkester kirke kyrkje skole skule
  `)})s$`,
  'u'
)
/** Endings that many names have of their own: `Harris`, `Vågsnes`, `Foss`, `Papadopoulos`, `Hanks`, `Owens`. */
const OWN_S =
  /(?:ss|us|os|as|es|(?:rr|v|w|ll|nn|nt|ph|ar)is|lys|[^s]ens|[^k]ins|nks|bbs|lps|oks|[dl][ia]ams|(?:og|et|nd|ow|at)ers)$/u
/** Hardly any place or firm has an `s` of its own behind these: `Kremls`; not `Vipers`, `Athens`. */
const PLAIN = /^\p{Lu}\p{Ll}{2,}[bdgklmpæøå]s$/u
const KIN =
  /^(?:mor|far|foreldre|søster|bror|sønn|son|datter|dotter|kone|ektemann|mann|samboer|sambuar|kjæreste|barn|familie|venn|ven|manager)$/u
/** Verbs of the past that have no ending, and what else follows a subject. */
const STRONG =
  'vant|vann|slo|skrev|skreiv|sang|song|falt|fall|sprang|sto|stod|satt|sat|lå|låg|gav|ga|tok|tapt|dro|drog|lot|lét|så|såg|' +
  'fant|fann|traff|bar|kasta|sank|brøt|braut|steg|stakk|stilt|død|døde|selv|aldri|alltid|nå|no|trolig|truleg|igjen|' +
  'tilbake|videre|vidare|dermed|derfor|likevel'
const VERB = new RegExp(`^(?:${STRONG}|\\p{Ll}+(?:er|ar|te|de|et|a|ast|es))$`, 'u')
const LONGEST_WORD = 30

/**
 * Is the last `s` of a name surely the ending of the genitive, as what follows can only be what it owns?
 *
 *     Tone Damlis advokat   Kremls talsmann   Norges Fiskarlags leder   Karis mor   Ola Fløttums strykere
 *     Hans Foss kom · Vipers keeper · Nils leker → not
 */
export const isSureGenitive = (text: string, written: Written): boolean => {
  const { type, name, end } = written
  if (!name.endsWith('s') || !isBeforeWord(text, end)) return false
  if (type === 'organisation' && BODY_GENITIVE.test(name)) return true
  const behind = text.slice(end, end + LONGEST_WORD).replace(ADJECTIVES_BEHIND, ' ')
  const [, next = ''] = /^ (\p{Ll}+)/u.exec(behind) ?? []
  if (type === 'person') return isPersons(text, written, next)
  return isOwned(next) && PLAIN.test(name) && !OWN_S.test(name)
}

/** A title that is no verb, or a relative. */
const isOwned = (next: string): boolean => (isOnlyTitle(next) && !/[ea]r$/u.test(next)) || KIN.test(next)

const isPersons = (text: string, { name, start, end }: Written, next: string): boolean => {
  const words = name.split(' ')
  const [first, last] = [words[0]!.toLowerCase(), words.at(-1)!]
  if (words.length === 1)
    return isOwned(next) && genderOf(first) === undefined && genderOf(first.slice(0, -1)) !== undefined
  if (OWN_S.test(last) || last.length < SHORTEST) return false
  if (isOwned(next)) return true
  const isNoun = next !== '' && !VERB.test(next) && !isInHeading(text, { start, end })
  return isNoun && (isCommonGivenName(first) || FOREIGN_ENDING.test(last))
}

const SHORTEST = 5
/** Letters that no name has before an `s` of its own: `Tripićs`. */
const FOREIGN_ENDING = /[ćčđžšńłø]s$/u
const ADJECTIVES_BEHIND = /^ \p{Ll}{3,}(?:ige|iske|ske|ende|ande|este|ste) (?=\p{Ll})/u
