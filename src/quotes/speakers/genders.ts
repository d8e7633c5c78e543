import type { Gender } from '../../entities/given-names.js'
import { wordList } from '../../structures/word-list.js'
import type { Prose, TokenRange } from '../prose.js'

/** Somebody without a name, whom a pronoun may mean too. */
const MEN = wordList(`
  mann mannen gutt gutten gut guten far faren sønn sønnen son sonen bror broren bestefar bestefaren onkel onkelen
  ektemann ektemannen siktede tiltalte tenåring
`)
const WOMEN = wordList(`
  kvinne kvinnen kvinna jente jenta mor moren mora datter datteren dattera dotter dottera søster søsteren søstera
  syster systera bestemor bestemora tante tanta kone kona
`)
const PEOPLE = new Map<string, Gender>([
  ...MEN.map((word) => [word, 'man'] as const),
  ...WOMEN.map((word) => [word, 'woman'] as const)
])

/** The sex of whom a noun means: `dottera` → woman. */
export const genderOfNoun = (noun: string): Gender | undefined => PEOPLE.get(noun)

/** By the pronoun that may begin the sentence behind a name. */
const PRONOUNS = new Map<string, Gender>([
  ['han', 'man'],
  ['hun', 'woman'],
  ['ho', 'woman']
])
/** So far behind a name the next sentence may begin. */
const REACH = 25

/** What is asked of a `Name` here. */
interface Gendered extends TokenRange {
  readonly isPerson: boolean
  readonly key: string
  readonly isAmbiguous?: boolean
  readonly gender?: Gender
}

/**
 * The names, those of persons with the sex that the text shows where the first name tells none: `dottera | Malin`,
 * `fortel | Oddgeir Vågsnes. Han …`.
 */
export const withGenders = <One extends Gendered>(prose: Prose, names: readonly One[]): One[] => {
  const starts = new Map(names.map((name) => [name.from, name]))
  const shown = new Map<string, Gender | 'both'>()
  for (const name of names) {
    if (!name.isPerson || name.isAmbiguous || name.gender !== undefined) continue
    const gender = PEOPLE.get(prose.word(name.from - 1)) ?? pronounBehind(prose, starts, name)
    if (gender === undefined) continue
    const known = shown.get(name.key) ?? gender
    shown.set(name.key, known === gender ? gender : 'both')
  }
  return names.map((name) => {
    const gender = name.gender ?? shown.get(name.key)
    return gender === undefined || gender === 'both' ? name : { ...name, gender }
  })
}

/** Behind the end of the name's sentence, where no other person comes first, nor speech. */
const pronounBehind = (
  prose: Prose,
  starts: ReadonlyMap<number, Gendered>,
  name: Gendered
): Gender | undefined => {
  for (let at = name.to; at < Math.min(prose.length, name.to + REACH); at++) {
    const gap = prose.gap(at)
    if (/^\. $/.test(gap)) return PRONOUNS.get(prose.word(at))
    if (/[–—"«»”\n?!:]/.test(gap) || starts.get(at)?.isPerson === true) return undefined
    if (PEOPLE.has(prose.word(at))) return undefined
  }
  return undefined
}
