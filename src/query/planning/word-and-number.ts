import { readText } from '../../analysis/text/reading.js'
import type { Generation } from '../../segment/generation.js'
import type { QueryNode, SequenceClause, WordNode } from '../language/ast.js'

/** Of years nobody makes names: `valg 2021` is no `valg2021`. */
const YEAR = /^(?:19|20)\d\d$/
const NUMBER = /^\d{1,4}\p{L}?$/u
const NAME = /^\p{L}+$/u
/** Typed so, a word with a short number is a name where the articles have them side by side: `TV 2`, `E 6`. */
const CAPITALS = /^\p{Lu}{1,4}$/u

/**
 * The clauses of a sequence with those words made one that are one name with the number after them, so that a number
 * elsewhere does not match.
 *
 *     TV 2 direkte → TV2 direkte     Rema 1000 → Rema1000     uke 12, valg 2021 → as they are
 *
 * A name is what the collection writes as one word somewhere, or capitals that stand beside the number there.
 */
export const joinNumbers = (
  generation: Generation,
  clauses: readonly SequenceClause[]
): readonly SequenceClause[] => {
  const made: SequenceClause[] = []
  for (const clause of clauses) {
    const before = made.at(-1)
    const name = before && plainWord(before)
    const number = plainWord(clause)
    if (name && number && isName(generation, name.text, number.text))
      made[made.length - 1] = { occur: 'plain', node: { ...name, text: name.text + number.text } }
    else made.push(clause)
  }
  return made
}

const plainWord = ({ occur, node }: SequenceClause): WordNode | undefined =>
  occur === 'plain' && isWord(node) && node.field === undefined ? node : undefined

const isWord = (node: QueryNode): node is WordNode => node.kind === 'word'

const isName = ({ vocabulary, statistics }: Generation, name: string, number: string): boolean => {
  if (!NAME.test(name) || !NUMBER.test(number) || YEAR.test(number)) return false
  const [joined] = readText(name + number).tokens
  if (joined !== undefined && vocabulary.has(joined.word)) return true
  if (!CAPITALS.test(name)) return false
  const [first, second] = [name, number].map((text) => vocabulary.wordId(text.toLowerCase()))
  if (first === undefined || second === undefined) return false
  return statistics.pairFrequency(new Set([first]), new Set([second])) > 0
}
