import { distance } from 'fastest-levenshtein'
import type { ArticleName } from './article-names.js'
import type { NameLinks } from './name-links.js'

const CERTAINTY = 0.8

/** Names that are compared: a text that has more is a list. */
const MOST = 200

/** A longer name may have one wrong letter. */
const LEAST_LETTERS = 7

/**
 * Joins a name that stands once in an article with the one that it evidently misspells, which stands there more often:
 *
 *     Komunaldepartementet, Kommunaldepartementet     one letter, in a long name
 *     Kari Chaffay, Kari Chaffey                      one letter in a long surname, the rest the same
 *     Emilie Haave, Emilie Haavi                      … also in a shorter one that begins alike
 *     Kjetil Solvik-Olsen, Ketil Solvik-Olsen         one letter in the first name before a double surname
 *     Torgeir Tvedt Solberg, Torstein Tvedt Solberg   a first name with the same beginning before two rare surnames
 *
 * Not `Karl Hansen`, `Kari Hansen`: people. Not `Windows 10`, `Windows 11`, nor anything else where digits differ.
 */
export const joinMisspellings = (names: Iterable<ArticleName>, links: NameLinks): void => {
  const compared = [...names].filter((name) => !links.has(name)).slice(0, MOST)
  const once = compared.filter(({ mentions }) => mentions.length === 1)
  const known = compared.filter(({ mentions }) => mentions.length > 1)
  for (const name of once) {
    const meant = known.filter((other) => other.type === name.type && isMisspelling(name, other))
    if (meant.length === 1) links.add(name, meant[0]!, CERTAINTY)
  }
}

const isMisspelling = (name: ArticleName, known: ArticleName): boolean => {
  if (/\d/.test(name.slug + known.slug)) return false
  const isPerson = name.type === 'person' && name.words.length > 1
  return isPerson ? isPersonMisspelt(name, known) : isWordMisspelt(name.slug, known.slug)
}

const isPersonMisspelt = ({ words }: ArticleName, { words: known, mentions }: ArticleName): boolean => {
  const different = words.flatMap((word, i) => (word === known[i] ? [] : i))
  if (words.length !== known.length || different.length !== 1) return false
  const [i] = different
  const [word, right] = [words[i!]!, known[i!]!]
  if (i! > 0) return isWordMisspelt(word, right) || isSurnameMisspelt(word, right)
  if (isRareSurname(words) && distance(word, right) === 1) return true
  return words.length > 2 && mentions.length > 2 && words[0]!.slice(0, 3) === known[0]!.slice(0, 3)
}

/** `Haave`, `Haavi` behind the same first name. */
const isSurnameMisspelt = (word: string, known: string): boolean =>
  Math.min(word.length, known.length) >= LEAST_SURNAME &&
  word.slice(0, 3) === known.slice(0, 3) &&
  distance(word, known) === 1

const LEAST_SURNAME = 5

/** `Solvik-Olsen`: two people of one name with nearly one first name are none in one article. */
const isRareSurname = (words: readonly string[]): boolean => words.length === 2 && words[1]!.includes('-')

const isWordMisspelt = (word: string, known: string): boolean =>
  Math.min(word.length, known.length) >= LEAST_LETTERS &&
  Math.abs(word.length - known.length) <= 1 &&
  known.startsWith(word[0]!) &&
  distance(word, known) === 1
