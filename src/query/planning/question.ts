import { readText } from '../../analysis/text/reading.js'
import type { QueryNode } from '../language/ast.js'

/** What kind of word the answer to a question is likely to hold. */
export type AnswerType = 'name' | 'number'

/** A query as a person would say it: its words in order, stop words and all. */
export interface Question {
  readonly words: readonly string[]
  readonly answer?: AnswerType
}

const PERSON = /\b(?:hvem|kven)\b/
const NUMBER =
  /\b(?:når|årstall|(?:hvilke[nt]?|kva|kva for eit) (?:år|dato|dag|måned|månad|klokkeslett)|(?:hvor|kor) (?:mange|mye|mykje|ofte|gammel|gamal|gammelt|gamle|lenge|langt?|stor[et]?|høyt?|høgt?|tungt?|dyrt?))(?![\p{L}\p{N}])/u
const OTHER_NAME = /\b(?:hvor|kor|hvilke[nt]?|(?:hva|kva) hei?ter|(?:hva|kva) het)(?![\p{L}\p{N}])/u

/**
 * What a question asks for.
 *
 *     hvem vant valget → name    når ble byen grunnlagt, hvor mange bor der → number    hvor ligger byen → name
 *     hvorfor tapte de, ny skole → nothing in particular
 */
const answerType = (words: readonly string[]): AnswerType | undefined => {
  const question = words.join(' ')
  if (PERSON.test(question)) return 'name'
  if (NUMBER.test(question)) return 'number'
  return OTHER_NAME.test(question) ? 'name' : undefined
}

/** The words of a query that is no more than words; operators, fields and phrases are no question. */
export const readQuestion = (root: QueryNode | undefined): Question => {
  const words = wordsOf(root)
  const answer = answerType(words)
  return { words, ...(answer !== undefined && { answer }) }
}

const wordsOf = (node: QueryNode | undefined): string[] => {
  if (node?.kind === 'word' && node.field === undefined)
    return readText(node.text).tokens.map(({ word }) => word)
  if (node?.kind !== 'sequence' || node.clauses.some(({ occur }) => occur !== 'plain')) return []
  return node.clauses.flatMap((clause) => wordsOf(clause.node))
}
