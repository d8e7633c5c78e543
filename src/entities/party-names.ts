/** The parties of the Storting by what they are called for short. */
export const PARTIES = new Map([
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

/** Those that nynorsk calls otherwise. */
export const PARTY_PAIRS: readonly (readonly [bokmal: string, nynorsk: string])[] = [
  ['Arbeiderpartiet', 'Arbeidarpartiet'],
  ['Fremskrittspartiet', 'Framstegspartiet'],
  ['Høyre', 'Høgre'],
  ['Kristelig Folkeparti', 'Kristeleg Folkeparti'],
  ['Miljøpartiet De Grønne', 'Miljøpartiet Dei Grøne'],
  ['Rødt', 'Raudt']
]

/** A party's short name that nothing else has: `Ap`, and not `AP`, which is a news agency too. */
export const plainParty = (name: string): string | undefined =>
  /^(?:\p{Lu}\p{Ll}\p{Lu}?|\p{Lu}\p{Ll}\p{Ll}|MDG|SV)$/u.test(name) ? PARTIES.get(name) : undefined

const LONG_NAMES = new Set(PARTIES.values())

/** Is it a party and hardly anything else: `Frp`, `Høyre`? */
export const isPlainParty = (name: string): boolean => LONG_NAMES.has(name) || plainParty(name) !== undefined
