import type { NamedMention } from '../mention.js'
import type { ShortName } from './short-names.js'

/** The parties of the Storting by what they are called for short. */
const PARTIES = new Map([
  ['A', 'Arbeiderpartiet'],
  ['Ap', 'Arbeiderpartiet'],
  ['AP', 'Arbeiderpartiet'],
  ['Frp', 'Fremskrittspartiet'],
  ['FrP', 'Fremskrittspartiet'],
  ['FRP', 'Fremskrittspartiet'],
  ['H', 'Høyre'],
  ['KrF', 'Kristelig Folkeparti'],
  ['Krf', 'Kristelig Folkeparti'],
  ['KRF', 'Kristelig Folkeparti'],
  ['MDG', 'Miljøpartiet De Grønne'],
  ['R', 'Rødt'],
  ['Sp', 'Senterpartiet'],
  ['SP', 'Senterpartiet'],
  ['SV', 'Sosialistisk Venstreparti'],
  ['V', 'Venstre']
])

/** A party's short name that nothing else has: `Ap`, and not `AP`, which is a news agency too. */
export const plainParty = (name: string): string | undefined =>
  /^(?:\p{Lu}\p{Ll}\p{Lu}?|\p{Lu}\p{Ll}\p{Ll}|MDG|SV)$/u.test(name) ? PARTIES.get(name) : undefined

/**
 * Says an article only of itself that these letters are a party? What `AP` means in other articles nobody knows by
 * that.
 */
export const isPartyLetters = ({ short, long }: ShortName): boolean =>
  short.length <= MOST_LETTERS && PARTIES.get(short) === long

const MOST_LETTERS = 2

/**
 * `Paul Chaffey (H)` → Høyre, `Frp` anywhere → Fremskrittspartiet; a letter alone, or two in capitals elsewhere, may be
 * anything.
 */
export const partyName = (
  text: string,
  { name, type, start }: NamedMention,
  before: NamedMention | undefined
): string | undefined => {
  const isAfterPerson = before?.type === 'person' && text.slice(before.end, start) === ' ('
  if (isAfterPerson) return PARTIES.get(name)
  return type === 'organisation' ? plainParty(name) : undefined
}
