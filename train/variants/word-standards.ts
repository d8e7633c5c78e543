import type { UsedIn } from '../../src/analysis/variants/variant-model.js'

/** How often each word is written in texts of one standard, of how many words in all. */
export interface StandardCounts {
  readonly words: ReadonlyMap<string, number>
  readonly total: number
}

/** A word is of one standard where it is so many times as frequent there. */
const RATIO = 3
/** A word that texts do not have is taken to be this often in them. */
const UNSEEN = 0.5
/** Rarer words tell nothing. */
const FEWEST = 3
/** A word is of both standards where each has it so often, and none is `RATIO` times as frequent. */
const FEWEST_OF_EACH = 3

export const countStandard = (texts: Iterable<readonly string[]>): StandardCounts => {
  const words = new Map<string, number>()
  let total = 0
  for (const text of texts)
    for (const word of text) {
      words.set(word, (words.get(word) ?? 0) + 1)
      total++
    }
  return { words, total }
}

/** The dictionary forms of each standard, and all forms of bokmål. */
export interface StandardLists {
  readonly bokmål: ReadonlySet<string>
  readonly bokmålForms: ReadonlySet<string>
  readonly nynorsk: ReadonlySet<string>
}

/**
 * Where words are used, by alphabet: in bokmål, in nynorsk, or in both. A word of the other standard that is quoted now
 * and then is not used there.
 *
 *     uke → b      veke → n      tog → bn
 *
 * @param bokmål several collections: the one where a word is most frequent counts
 * @param lists tell of words that are too rare
 */
export const wordStandards = (
  bokmål: readonly StandardCounts[],
  nynorsk: StandardCounts,
  lists: StandardLists
): Map<string, UsedIn> => {
  const result = new Map<string, UsedIn>()
  for (const word of [...new Set([...bokmål, nynorsk].flatMap(({ words }) => [...words.keys()]))].sort()) {
    if (!/^\p{L}+$/u.test(word)) continue
    const usedIn = standardOf(word, bokmål, nynorsk) ?? listedStandard(word, lists)
    if (usedIn !== undefined) result.set(word, usedIn)
  }
  return result
}

const standardOf = (
  word: string,
  bokmål: readonly StandardCounts[],
  nynorsk: StandardCounts
): UsedIn | undefined => {
  const nb = bokmål.map((counts) => counts.words.get(word) ?? 0)
  const nn = nynorsk.words.get(word) ?? 0
  const most = Math.max(...nb)
  if (most + nn < FEWEST) return undefined
  const nbRate = Math.max(...bokmål.map(({ total }, i) => nb[i]! / total))
  const nnRate = nn / nynorsk.total
  const unseenNb = UNSEEN / Math.max(...bokmål.map(({ total }) => total))
  if (nbRate > RATIO * Math.max(nnRate, UNSEEN / nynorsk.total)) return 'b'
  if (nnRate > RATIO * Math.max(nbRate, unseenNb)) return 'n'
  return Math.min(most, nn) >= FEWEST_OF_EACH ? 'bn' : undefined
}

/** The standard whose dictionary alone has the word. */
const listedStandard = (
  word: string,
  { bokmål, bokmålForms, nynorsk }: StandardLists
): UsedIn | undefined => {
  if (nynorsk.has(word)) return bokmålForms.has(word) ? undefined : 'n'
  return bokmål.has(word) ? 'b' : undefined
}
