import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alike } from '../../src/entities/form-keys.js'

/** Lists of names that anyone may know, each a file of `public-names/`. The order is the order of the bits. */
export const LISTS = [
  'countries',
  'municipalities',
  'world-places',
  'regions',
  'organisations',
  'media',
  'events',
  'first-names',
  'surnames',
  'abbreviations'
] as const

/**
 * Which lists have each form (its digits alike), as bits. `New_York` gives New and York; of a longer name, only words with a capital count.
 *
 * @throws {Error} for a file of the folder that `LISTS` does not name
 */
export const readPublicNames = (folder: string): ReadonlyMap<string, number> => {
  const extra = readdirSync(folder).filter((file) => !LISTS.some((list) => file === `${list}.txt`))
  if (extra.length > 0) throw new Error(`LISTS does not name ${extra.join(', ')}.`)
  const bits = new Map<string, number>()
  LISTS.forEach((list, bit) => {
    for (const form of formsOf(readFileSync(join(folder, `${list}.txt`), 'utf8')))
      bits.set(form, (bits.get(form) ?? 0) | (1 << bit))
  })
  return bits
}

const formsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/[\s_]+/))
    .filter((form) => /^\p{Lu}|^\p{Ll}+\p{Lu}|^\d\p{Lu}/u.test(form))
    .map(alike)
