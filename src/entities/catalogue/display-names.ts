import type { EntityType } from '../entity-type.js'
import { fromCapitals, isCapitals, slug } from '../slug.js'

/** How often a text is used of something. */
export interface TextCount {
  readonly text: string
  readonly count: number
}

/** Most frequent first, equal ones by text. */
export const byFrequency = (a: TextCount, b: TextCount): number =>
  b.count - a.count || (a.text < b.text ? -1 : 1)

/** Abbreviations may be in capitals, people and places may not: `MAJORSTUA`. */
const HAS_CAPITALS: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'event'])

/** A longer word in capitals is a heading. */
const LONGEST_ABBREVIATION = 5
/** An abbreviation is written in capitals so many times as often as otherwise: few write `Usa`, and many `Nato`. */
const TIMES = 4

/**
 * What an entity is called: the most frequent spelling of its main name, before any in capitals, but for an
 * abbreviation that hardly anybody writes otherwise.
 *
 * @param names its full names
 * @param main the slug of the main one
 */
export const labelOf = (names: readonly TextCount[], main: string, type: EntityType): string => {
  const spellings = names.filter(({ text }) => slug(text) === main)
  const candidates = (spellings.length > 0 ? spellings : [...names]).sort(byFrequency)
  const [plain, capitals] = [false, true].map((isIn) =>
    candidates.find(({ text }) => isCapitals(text) === isIn)
  )
  const isAbbreviation =
    capitals !== undefined &&
    /^\p{Lu}+$/u.test(capitals.text) &&
    capitals.text.length <= LONGEST_ABBREVIATION &&
    capitals.count >= TIMES * (plain?.count ?? 0)
  const { text } = isAbbreviation ? capitals : (plain ?? candidates[0]!)
  return isCapitals(text) && !HAS_CAPITALS.has(type) && !ACRONYMS.has(text) ? fromCapitals(text) : text
}

/** States and places that are called by their initials. */
const ACRONYMS = new Set([
  'USA',
  'US',
  'UK',
  'EU',
  'EØS',
  'EEC',
  'DDR',
  'BRD',
  'UAE',
  'USSR',
  'SSSR',
  'GB',
  'LA',
  'NYC',
  'DC'
])

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N} -]/gu, '')

/**
 * The other names of an entity, the most frequent first; without those in capitals that are written in small letters
 * too, those with the ending of the genitive, and those that differ from its name by signs only: `NRK!`.
 */
export const aliasesOf = (names: readonly TextCount[], label: string): string[] => {
  const slugs = new Set([label, ...names.map(({ text }) => text)].map(slug))
  const plain = new Set(names.filter(({ text }) => !isCapitals(text)).map(({ text }) => slug(text)))
  const isAlias = (text: string): boolean => {
    const key = slug(text)
    const isGenitive = key.endsWith('s') && slugs.has(key.slice(0, -1).replace(/-$/, ''))
    return lettersOf(text) !== lettersOf(label) && !isGenitive && !(isCapitals(text) && plain.has(key))
  }
  return [...names]
    .sort(byFrequency)
    .map(({ text }) => text)
    .filter(isAlias)
}
