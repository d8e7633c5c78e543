import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COMMON_ABBREVIATIONS } from '../../src/entities/common-abbreviations.js'
import { alike } from '../../src/entities/recogniser/form-keys.js'

/**
 * Lists of names that anyone may know, each a file of `public-names/`, and what looks like a name. The order is the
 * order of the bits.
 */
export const LISTS = [
  'countries',
  'municipalities',
  'world-places',
  'cities',
  'places',
  'organisations',
  'companies',
  'teams',
  'media',
  'works',
  'events',
  'first-names',
  'surnames',
  'foreign-names',
  'abbreviations'
] as const

/** Files that are part of another list: there are no more bits. */
const FURTHER: Readonly<Partial<Record<(typeof LISTS)[number], readonly string[]>>> = { teams: ['clubs'] }

/** Of names with more than one word, two further bits tell a list's first words and its later ones. */
const LONG_NAMES: readonly (readonly (typeof LISTS)[number][])[] = [
  ['countries', 'municipalities', 'world-places', 'cities'],
  ['places'],
  ['organisations'],
  ['companies'],
  ['teams'],
  ['media'],
  ['works'],
  ['events']
]

/**
 * Which lists have each form (its digits alike), as bits. Of a longer name (`New_York`), only words with a capital
 * count.
 *
 * @throws {Error} for a file of the folder that `LISTS` does not name
 */
export const readPublicNames = (folder: string): ReadonlyMap<string, number> => {
  const known = [...LISTS.filter((list) => list !== 'abbreviations'), ...Object.values(FURTHER).flat()]
  const extra = readdirSync(folder).filter((file) => !known.some((list) => file === `${list}.txt`))
  if (extra.length > 0) throw new Error(`LISTS does not name ${extra.join(', ')}.`)
  const bits = new Map<string, number>()
  const mark = (form: string, bit: number): void => {
    if (NAME.test(form)) bits.set(alike(form), (bits.get(alike(form)) ?? 0) | (1 << bit))
  }
  LISTS.forEach((list, bit) => {
    const long = LISTS.length + 2 * LONG_NAMES.findIndex((lists) => lists.includes(list))
    const names =
      list === 'abbreviations'
        ? COMMON_ABBREVIATIONS
        : [list, ...(FURTHER[list] ?? [])].flatMap((file) => readList(folder, file))
    for (const name of names) {
      const [first, ...later] = name.split('_')
      if (later.length === 0) mark(name, bit)
      else {
        mark(first!, long)
        for (const form of later) mark(form, long + 1)
      }
    }
  })
  return bits
}

const NAME = /^\p{Lu}|^\p{Ll}+\p{Lu}|^\d\p{Lu}|\p{L}\.\p{L}/u

const readList = (folder: string, list: string): string[] =>
  readFileSync(join(folder, `${list}.txt`), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((name) => name !== '')
