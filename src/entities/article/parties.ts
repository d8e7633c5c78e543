import type { NamedMention } from '../mention.js'
import type { ShortName } from './short-names.js'
import { PARTIES, plainParty } from '../party-names.js'

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
