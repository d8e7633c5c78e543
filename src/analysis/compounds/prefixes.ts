import { frequencyOf } from './part-facts.js'
import type { PartLexicon } from './part-lexicon.js'

/** Prefixes and particles that the dictionary counts as modifiers of compounds. */
const PREFIXES = new Set([
  'an',
  'be',
  'er',
  'for',
  'fore',
  'gjen',
  'mis',
  're',
  'sam',
  'u',
  'unn',
  'van',
  'ved'
])

/** As common as some ten occurrences in fifteen million words. */
const ESTABLISHED = 4
/** Inflections have at most this many letters. */
const LONGEST_INFLECTION = 4

/**
 * Is this a word in its own right that happens to begin with a prefix? Its rest is not what it is about.
 *
 *     for|handling, for|handlingene, u|lykke, sam|arbeid → yes      u|omskåret, gjen|innsette → no
 */
export const isEstablishedDerivation = (word: string, boundary: number, lexicon: PartLexicon): boolean => {
  if (!PREFIXES.has(word.slice(0, boundary))) return false
  const shortest = Math.max(boundary + 3, word.length - LONGEST_INFLECTION)
  for (let length = word.length; length >= shortest; length--)
    if (frequencyOf(lexicon.getWord(word.slice(0, length))) >= ESTABLISHED) return true
  return false
}
