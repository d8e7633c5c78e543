import { searchedTerms } from '../../analysis/analyzer.js'
import { readText } from '../../analysis/text/reading.js'
import { wordForm } from '../../analysis/text/word-form.js'
import type { Field } from '../../segment/field.js'
import type { Generation } from '../../segment/generation.js'
import { caseOf, CASES } from '../../segment/positions/positions.js'
import { termKey } from '../../segment/postings/postings.js'
import type { TermId, WordId } from '../../segment/words/vocabulary-tables.js'
import type { Clause } from '../clause.js'
import type { QueryNode, SequenceNode, WordNode } from '../language/ast.js'
import type { WordMatch } from './plan.js'
import type { TermBuilder } from './term-builder.js'
import { WEIGHTS } from './weights.js'

/** A name of the query is looked for in so many words, at most. */
const LONGEST_WORDS = 6

/** Other names, of one word each, of the entity that some words of a query name. */
export interface Alias {
  /** The words of the query that name it, in order. */
  readonly nodes: readonly WordNode[]
  /** The entity's id. */
  readonly entity: string
  /** The words that stand for it. */
  readonly words: ReadonlyMap<WordId, AliasWord>
}

/** A word of the collection that stands for a name: `Ap`, its genitive, or a hyphenated word with it (`Ap-leder`). */
interface AliasWord extends WordMatch {
  /** How it must be written at least: see `CASES`. */
  readonly leastCase: number
}

/** By word of a query: the alias of the name that it is in. A word in quotation marks has none. */
export type Aliases = ReadonlyMap<QueryNode, Alias>

/**
 * The names in a query that the articles know by other names too, for sure: `Arbeiderpartiet`, which is `Ap` in most of
 * them. None while the names of the articles are being read.
 */
export const findAliases = (generation: Generation, root: QueryNode): Aliases => {
  const found = new Map<QueryNode, Alias>()
  if (generation.annotations !== undefined) visit(generation, root, found)
  return found
}

const visit = (generation: Generation, node: QueryNode, found: Map<QueryNode, Alias>): void => {
  if (node.kind === 'word') take(generation, [node], found)
  else if ('children' in node) for (const child of node.children) visit(generation, child, found)
  else if (node.kind === 'not') visit(generation, node.child, found)
  else if (node.kind === 'sequence') visitSequence(generation, node, found)
}

/** The longest names first, from left to right: `Den norske kirke`. */
const visitSequence = (
  generation: Generation,
  { clauses }: SequenceNode,
  found: Map<QueryNode, Alias>
): void => {
  for (let from = 0; from < clauses.length;) {
    const run: WordNode[] = []
    for (const { occur, node } of clauses.slice(from, from + LONGEST_WORDS)) {
      if (occur !== 'plain' || node.kind !== 'word' || node.field !== undefined) break
      run.push(node)
    }
    while (run.length > 1 && !take(generation, run, found)) run.pop()
    if (run.length < 2) visit(generation, clauses[from]!.node, found)
    from += Math.max(1, run.length)
  }
}

/** Is it a name that has aliases? */
const take = (generation: Generation, nodes: WordNode[], found: Map<QueryNode, Alias>): boolean => {
  const { entities } = generation.annotations!
  const others = entities.namesBeside(nodes.map(({ text }) => text).join(' '))
  if (others === undefined) return false
  const words = new Map(others.names.flatMap((name) => wordsOf(generation, name)))
  if (words.size === 0) return false
  const alias = { nodes: [...nodes], entity: entities.id(others.entity), words }
  for (const node of nodes) found.set(node, alias)
  return true
}

/** The words of the collection that a name of one word has. */
const wordsOf = ({ vocabulary, models }: Generation, name: string): [WordId, AliasWord][] => {
  if (readText(name).tokens.length !== 1) return []
  const form = wordForm(name)
  const whole = { grade: WEIGHTS.alias, leastCase: caseOf(name) }
  const words = [form, `${form}s`].flatMap((word): [WordId, AliasWord][] => {
    const id = vocabulary.wordId(word)
    return id === undefined ? [] : [[id, whole]]
  })
  const isWith = (id: WordId): boolean =>
    vocabulary.isMarked(id) && models.analyze(vocabulary.word(id)).parts.some(({ word }) => word === form)
  const grade = WEIGHTS.alias * WEIGHTS.markedPart
  const hyphenated = searchedTerms(models.analyze(form))
    .flatMap((term) => vocabulary.termId(term) ?? [])
    .flatMap((part) =>
      Array.from(vocabulary.wordsWithPart(part))
        .filter(isWith)
        .map((id): [WordId, AliasWord] => [id, { grade, leastCase: CASES.small, part }])
    )
  return [...words, ...hyphenated]
}

/** Lets a word of the query find the alias as what it stands for. */
export const addAlias = (builder: TermBuilder, generation: Generation, alias: Alias): void => {
  for (const term of termsOf(generation, alias)) builder.search('alias', term, termKey(term), WEIGHTS.alias)
  for (const [word, { leastCase, ...match }] of alias.words) builder.addWord(word, match, leastCase)
}

/** The articles that name the entity and have an alias of it; a word alone may be anything: `AP`, the news agency. */
export const aliasClause = (generation: Generation, alias: Alias, field: Field | undefined): Clause => {
  const keys = termsOf(generation, alias).map(termKey)
  const words = new Set(alias.words.keys())
  const cases = new Map(Array.from(alias.words, ([word, { leastCase }]) => [word, leastCase]))
  const among = { words, cases, ...(field !== undefined && { field }) }
  return {
    kind: 'all',
    clauses: [
      { kind: 'mention', entity: alias.entity },
      { kind: 'word', keys, among }
    ]
  }
}

const termsOf = ({ vocabulary }: Generation, { words }: Alias): TermId[] => [
  ...new Set(Array.from(words, ([word, { part }]) => part ?? vocabulary.termOf(word)))
]
