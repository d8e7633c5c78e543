import type { NamedMention } from '../mention.js'

const words = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})$`, 'iu')

/** What people of one family call each other, each also in the definite form. */
const KINDS: readonly RegExp[] = [
  words('mor(?:en|a)?|mamma(?:en)?'),
  words('far(?:en)?|pappa(?:en)?'),
  words('(?:tvilling|store|lille)?søs(?:ter(?:en|a)?|tra)'),
  words('(?:tvilling|store|lille)?bror(?:en)?'),
  words('(?:beste|mor|far)mor(?:en|a)?'),
  words('(?:beste|mor|far)far(?:en)?'),
  words('kon[ae]n?|ektemann(?:en)?'),
  words('tante|onkel(?:en)?'),
  words('sønn(?:en)?|son(?:en)?|datter(?:en|a)?|dotter(?:a)?')
]
/** `far | og manager | Kari Moe` */
const BESIDE = /(?: og \p{L}+)?,? $/u
const LONGEST = 40

/** What of a family stands before a name, by its place in `KINDS`; -1 for nothing. */
const kindBefore = (text: string, { start }: NamedMention): number => {
  const before = text.slice(Math.max(0, start - LONGEST), start)
  const beside = BESIDE.exec(before)
  return beside === null ? -1 : KINDS.findIndex((kind) => kind.test(before.slice(0, beside.index)))
}

/**
 * The surnames that stand behind what people of a family call each other, `pappa | Moe`, and so do not mean whom the
 * surname alone means: by mention, that of who is called so by a full name; undefined where nobody is.
 */
export const relatives = (
  text: string,
  mentions: readonly NamedMention[]
): ReadonlyMap<number, number | undefined> => {
  const people = mentions.map(({ name, type }) => (type === 'person' ? name : ''))
  const isSurname = (name: string): boolean => name !== '' && people.some((one) => one.endsWith(` ${name}`))
  const found = new Map<number, number | undefined>()
  mentions.forEach((mention, i) => {
    const kind = isSurname(people[i]!) ? kindBefore(text, mention) : -1
    if (kind < 0) return
    const named = mentions.findIndex(
      (other, at) => people[at]!.endsWith(` ${mention.name}`) && kindBefore(text, other) === kind
    )
    found.set(i, named < 0 ? undefined : named)
  })
  return found
}
