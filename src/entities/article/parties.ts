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

/** Who reports, and no party: `nyhetsbyrået | AP`, `melder | AP`, `AP | melder`. */
const BEFORE_AGENCY = /(?:byrået|[Mm]elde[rt]e?|[Ss]kriv(?:er)?|[Ss]krev|[Rr]apporterer) $/u
const AFTER_AGENCY = /^ (?:melde[rt]e?|rapporterer|rapporterte|erfarer|skriver)(?!\p{L})/u
const LONGEST_WORD = 14

/** `AP` → Associated Press where it reports something: elsewhere it may be Arbeiderpartiet. */
export const agencyName = (text: string, { name, start, end }: NamedMention): string | undefined => {
  const isAgency =
    name === 'AP' &&
    (BEFORE_AGENCY.test(text.slice(Math.max(0, start - LONGEST_WORD), start)) ||
      AFTER_AGENCY.test(text.slice(end, end + LONGEST_WORD)))
  return isAgency ? 'Associated Press' : undefined
}

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
