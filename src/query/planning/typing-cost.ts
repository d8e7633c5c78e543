/** Letters beside each other on a Norwegian keyboard; a key touches the two keys above it. */
const KEYBOARD = ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm']

/** What is typed where a keyboard lacks the letter, or the writer does not know which it is. */
const SPELLINGS = ['åa', 'øo', 'æe', 'æa', 'øæ']

/** What an edit costs beside any other one, which costs 1. Common slips cost less. */
const COSTS = { spelling: 0.4, doubling: 0.5, swap: 0.6, neighbour: 0.7 } as const
/** What an edit costs at least. */
export const LEAST_COST = Math.min(...Object.values(COSTS))
/** The first letter is seldom mistyped. */
const FIRST_LETTER = 0.5

const pairsOf = (pairs: readonly string[]): ReadonlySet<string> =>
  new Set(pairs.flatMap((pair) => [pair, pair.charAt(1) + pair.charAt(0)]))

const spellings = pairsOf(SPELLINGS)
const neighbours = pairsOf(
  KEYBOARD.flatMap((row, below) =>
    Array.from(row, (key, i) => {
      const above = KEYBOARD[below - 1]
      const beside = [row[i + 1], above?.[i], above?.[i + 1]]
      return beside.flatMap((other) => (other === undefined ? [] : [key + other]))
    }).flat()
  )
)

const substitution = (one: string, other: string): number => {
  if (one === other) return 0
  if (spellings.has(one + other)) return COSTS.spelling
  return neighbours.has(one + other) ? COSTS.neighbour : 1
}

/** A letter that only one of the words has at `i`. */
const extra = (word: string, i: number): number =>
  word[i] === word[i - 1] || word[i] === word[i + 1] ? COSTS.doubling : 1

/**
 * How unlikely a slip is that makes `typed` of `meant`: the cheapest edits from one to the other, as `editDistance`
 * counts them.
 *
 *     komune, kommune → .5      strsnd, strand → .7      gate, mate → 1.5
 */
export const typingCost = (typed: string, meant: string): number => {
  let beforeLast: number[] = []
  let last = [0]
  for (let j = 1; j <= meant.length; j++) last[j] = last[j - 1]! + extra(meant, j - 1)
  for (let i = 1; i <= typed.length; i++) {
    const row = [last[0]! + extra(typed, i - 1)]
    for (let j = 1; j <= meant.length; j++) {
      const cost = Math.min(
        last[j]! + extra(typed, i - 1),
        row[j - 1]! + extra(meant, j - 1),
        last[j - 1]! + substitution(typed[i - 1]!, meant[j - 1]!)
      )
      const isSwap = i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]
      row[j] = isSwap ? Math.min(cost, beforeLast[j - 2]! + COSTS.swap) : cost
    }
    ;[beforeLast, last] = [last, row]
  }
  return last[meant.length]! + (typed.startsWith(meant.charAt(0)) ? 0 : FIRST_LETTER)
}
