import type { NamedMention } from '../mention.js'

const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})$`, 'iu')

/** What people of one family call each other, each also in the definite form and the plural. */
const KINDS: readonly RegExp[] = [
  words('mor(?:en|a)?|mamma(?:en)?'),
  words('far(?:en)?|pappa(?:en)?'),
  words('(?:tvilling|store|lille)?søs(?:ter(?:en|a)?|tra)|søst(?:rene|rer|rene|rane|rar)'),
  words('(?:tvilling|store|lille)?bror(?:en)?|brødre(?:ne)?|brør(?:ne)?'),
  words('(?:beste|mor|far)mor(?:en|a)?'),
  words('(?:beste|mor|far)far(?:en)?'),
  words('kon[ae]n?|ektemann(?:en)?'),
  words('tante|onkel(?:en)?'),
  words(
    'sønn(?:en|e[nr]|ene)?|søn(?:er|ene)|son(?:en)?|datter(?:en|a)?|dotter(?:a)?|døtre(?:ne)?|døtr(?:er|ene|ane)|' +
      'barn(?:a|et)?|born(?:a)?|unge(?:ne|ane)|tvilling(?:ene|ane)'
  )
]
/** `far | og manager | Kari Moe` */
const BESIDE = /(?: og \p{L}+)?,? $/u
const LONGEST = 40
/** Between the names of a list. */
const JOINT = /^(?:,|,? og) $/u

/** What of a family stands before a name, by its place in `KINDS`; -1 for nothing. */
const kindBefore = (text: string, { start }: NamedMention): number => {
  const before = text.slice(Math.max(0, start - LONGEST), start)
  const beside = BESIDE.exec(before)
  return beside === null ? -1 : KINDS.findIndex((kind) => kind.test(before.slice(0, beside.index)))
}

/** The same for each mention, also of those further on in a list: `borna | Ola, Margit og Birgit`. */
const kindsOf = (text: string, mentions: readonly NamedMention[]): number[] => {
  const kinds: number[] = []
  mentions.forEach((mention, i) => {
    const before = mentions[i - 1]
    const isListed = before !== undefined && JOINT.test(text.slice(before.end, mention.start))
    const own = kindBefore(text, mention)
    kinds.push(own < 0 && isListed && !before.name.includes(' ') ? kinds[i - 1]! : own)
  })
  return kinds
}

/**
 * The names that do not mean whom they would mean alone, as what a family calls each other stands before them: by
 * mention, that of who is called so by a full name; undefined where nobody is.
 *
 *     … Kari Moe. | Pappa Moe |        a surname
 *     Faren, Ola Moe … borna | Ola | og Kari        a first name of who is called something else by the full name
 */
export const relatives = (
  text: string,
  mentions: readonly NamedMention[]
): ReadonlyMap<number, number | undefined> => {
  const people = mentions.map(({ name, type }) => (type === 'person' ? name : ''))
  const [firsts, lasts] = [new Set<string>(), new Set<string>()]
  for (const name of people) {
    if (!name.includes(' ')) continue
    firsts.add(name.slice(0, name.indexOf(' ')))
    lasts.add(name.slice(name.lastIndexOf(' ') + 1))
  }
  const kinds = kindsOf(text, mentions)
  const found = new Map<number, number | undefined>()
  const others = new Set<string>()
  people.forEach((name, i) => {
    if (lasts.has(name) && kinds[i]! >= 0) {
      const named = people.findIndex((one, at) => one.endsWith(` ${name}`) && kinds[at] === kinds[i])
      found.set(i, named < 0 ? undefined : named)
    } else if (firsts.has(name)) {
      if (isOther(people, kinds, i)) others.add(name)
      if (others.has(name)) found.set(i, undefined)
    }
  })
  return found
}

/** Is somebody called something else in the family by a full name that begins so, and nobody the same? */
const isOther = (people: readonly string[], kinds: readonly number[], i: number): boolean => {
  if (kinds[i]! < 0) return false
  const own = kinds.filter((kind, at) => kind >= 0 && people[at]!.startsWith(`${people[i]!} `))
  return own.length > 0 && !own.includes(kinds[i]!)
}
