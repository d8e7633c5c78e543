import type { NamedMention } from '../mention.js'

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
  const isPlain = /^(?:\p{Lu}\p{Ll}\p{Lu}?|\p{Lu}\p{Ll}\p{Ll}|MDG|SV)$/u.test(name)
  return isAfterPerson || (isPlain && type === 'organisation') ? PARTIES.get(name) : undefined
}
