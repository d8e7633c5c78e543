import { completeHalves } from '../../analysis/suspended-hyphens.js'
import { readText } from '../../analysis/text/reading.js'
import { isStopWord } from '../../analysis/text/stop-words.js'
import { wordForm } from '../../analysis/text/word-form.js'
import type { Clause, PhraseClause } from '../clause.js'
import type { Generation } from '../../segment/generation.js'
import type { Field } from '../../segment/field.js'
import { aliasClause, findAliases, type Alias, type Aliases } from './aliases.js'
import { aboutClause, isAbout, type AboutField, type ValueForm } from './about.js'
import type {
  FuzzyNode,
  PhraseNode,
  PrefixNode,
  QueryNode,
  SequenceClause,
  SequenceNode,
  WordNode
} from '../language/ast.js'
import type { Correction } from './corrections.js'
import { countPrefixes, hasContent } from './content.js'
import { isShouted } from './expand-name.js'
import type { ExpandedWord, TypedWord, WordOptions } from './expand.js'
import { findHalves, type Halves } from './halves.js'
import type { Plan, QueryTerm } from './plan.js'
import { QueryPhrases, type ExpandedPhrase } from './query-phrases.js'
import { QueryWords } from './query-words.js'
import { findWordsApart, withCompound, type WordsApart } from './words-apart.js'

export interface CompileOptions extends WordOptions {
  /** Must every word match? */
  readonly every: boolean
}

/** A compiled query: which articles match, and the words that are searched and marked (not the excluded ones). */
export type Compiled = Pick<Plan, 'clause' | 'relaxed' | 'terms' | 'corrections' | 'warnings'>

/** Compiles the tree of a query to what the index understands. */
export const compile = (
  generation: Generation,
  root: QueryNode | undefined,
  { every, ...options }: CompileOptions
): Compiled => {
  const matchAll: Clause = { kind: 'every' }
  if (root === undefined)
    return { clause: matchAll, relaxed: matchAll, terms: [], corrections: [], warnings: [] }
  const words = new QueryWords(generation, {
    ...options,
    prefixes: countPrefixes(root),
    shouted: isShouted(root),
    partsAnywhere: !every
  })
  const phrases = new QueryPhrases(generation, words)
  const role: Role = { wanted: true, keepStopWords: !hasContent(root) }
  const aliases: Aliases = options.variants ? findAliases(generation, root) : new Map()
  const halves = findHalves(generation.models, root)
  const compounds: WordsApart = options.compounds ? findWordsApart(generation, root) : new Map()
  const shared = { generation, words, phrases, aliases, halves, compounds }
  const strict = new Compiler(shared, { wanted: every, excluded: every })
  const clause = strict.node(root, role) ?? matchAll
  // What is excluded stays what it was: to relax a query must not lose articles.
  const relaxed = new Compiler(shared, { wanted: false, excluded: every }).node(root, role) ?? matchAll
  const { terms, corrections } = strict
  return { clause, relaxed, terms, corrections, warnings: words.warnings }
}

/** Numbers that are what they are together: `2-1`, `10–15`, `24/12`. */
const SCORE = /^\d{1,4}(?:[-\u2010-\u2013/]\d{1,4}){1,3}$/u

/** What the words of a node are there for. */
interface Role {
  /** False below a NOT: such words are neither scored nor marked. */
  readonly wanted: boolean
  readonly keepStopWords: boolean
  /** Absent: as the query asks for all words. */
  readonly fuzzy?: true
}

/** Must every word of a sequence match? */
interface Every {
  readonly wanted: boolean
  readonly excluded: boolean
}

/** A word that is typed twice has one clause, which is asked once. */
const joined = (kind: 'all' | 'any', clauses: readonly Clause[]): Clause | undefined => {
  const different = [...new Set(clauses)]
  return different.length < 2 ? different[0] : { kind, clauses: different }
}

/** @param from where the text begins in the query */
const typedWords = (text: string, from: number, { models }: Generation): TypedWord[] =>
  completeHalves(text, readText(text).tokens, models).map(({ start, end, word }) => ({
    text: text.slice(start, end),
    word,
    start: from + start
  }))

/** What the clauses of one query are made from. */
interface Shared {
  readonly generation: Generation
  readonly words: QueryWords
  readonly phrases: QueryPhrases
  readonly aliases: Aliases
  readonly halves: Halves
  readonly compounds: WordsApart
}

/** Each method answers undefined where its node holds nothing that can be searched, such as a lone dash. */
class Compiler {
  readonly terms: QueryTerm[] = []
  readonly corrections: Correction[] = []
  private readonly taken = new Set<string>()
  private readonly phrases = new Set<PhraseClause>()
  private operands = 0

  private readonly words: QueryWords
  private readonly quoted: QueryPhrases

  constructor(
    private readonly shared: Shared,
    private readonly every: Every
  ) {
    this.words = shared.words
    this.quoted = shared.phrases
  }

  node(node: QueryNode, role: Role): Clause | undefined {
    if ('text' in node && !this.words.allowsOperand(++this.operands)) return undefined
    switch (node.kind) {
      case 'word':
        return this.word(node, role, this.shared.aliases.get(node))
      case 'fuzzy':
        return this.word(node, { ...role, fuzzy: true })
      case 'prefix':
        return this.prefix(node, role)
      case 'phrase':
        return this.phrase(node, role)
      case 'and':
      case 'or':
        return joined(node.kind === 'and' ? 'all' : 'any', this.nodes(node.children, role))
      case 'not':
        return this.signed({ occur: 'excluded', node: node.child }, role)
      case 'sequence':
        return this.sequence(node, role)
    }
  }

  private word(node: WordNode | FuzzyNode, role: Role, alias?: Alias): Clause | undefined {
    const { field, text } = node
    if (isAbout(field)) return this.about(field, text, 'words')
    if (SCORE.test(text)) return this.phrase({ ...node, kind: 'phrase' }, role)
    const typed = this.typedWords(node).filter(({ word }) => role.keepStopWords || !isStopWord(word))
    // What is excluded by a slip is not to exclude another word.
    const compound = this.shared.compounds.get(node)
    const fuzzy = role.fuzzy ?? (role.wanted && compound === undefined ? undefined : false)
    const clauses = typed.flatMap((one) => {
      const found = this.words.word(one, { field, fuzzy, alias })
      const isHalf = found !== undefined && compound !== undefined && role.wanted
      const expanded = isHalf ? withCompound(this.shared.generation, found, compound) : found
      const clause = this.take(expanded, role)
      const apart = this.apart(one, field, role)
      if (role.wanted && apart === undefined && expanded !== undefined)
        this.correct(one, expanded.correction ?? this.words.likelierThan(one))
      return (
        joined(
          'any',
          [clause, apart].filter((made) => made !== undefined)
        ) ?? []
      )
    })
    const whole = joined(this.isEvery(role) ? 'all' : 'any', clauses)
    return alias?.nodes.length === 1 ? this.orAlias(whole, alias, field) : whole
  }

  private typedWords(node: WordNode | FuzzyNode): TypedWord[] {
    const { generation, halves } = this.shared
    const typed = typedWords(node.text, node.start, generation)
    const half = halves.get(node)
    return half === undefined ? typed : typed.map((one) => ({ ...one, word: half }))
  }

  /** What a name finds, or else one of its aliases. */
  private orAlias(clause: Clause | undefined, alias: Alias, field?: Field): Clause | undefined {
    return clause && joined('any', [clause, aliasClause(this.shared.generation, alias, field)])
  }

  /** Where the parts of a word stand beside each other, that it has only together: `TV 2` for `TV2`. */
  private apart(typed: TypedWord, field: WordNode['field'], role: Role): Clause | undefined {
    const parts = this.words.partsTogether(typed)
    if (parts.length < 2 || isAbout(field)) return undefined
    const phrase = this.quoted.phrase(parts, { field, within: undefined })
    if (phrase === undefined) return undefined
    this.takePhrase(phrase, role)
    return phrase.clause
  }

  private correct({ start, text }: TypedWord, word: string | undefined): void {
    if (word !== undefined) this.corrections.push({ start, end: start + text.length, word })
  }

  private about(field: AboutField, value: string, form: ValueForm): Clause | undefined {
    return this.words.allowsAbout(`${field}:${value}`) ? aboutClause(field, value, form) : undefined
  }

  /** Of `Oslo/Berg*` the last word is a prefix, and the others are words; `digi.n*` begins one word. */
  private prefix({ field, text, start }: PrefixNode, role: Role): Clause | undefined {
    if (isAbout(field)) return this.about(field, text, 'prefix')
    const last = this.words.anyBeginsWith(wordForm(text))
      ? { start: 0, end: text.length }
      : readText(text).tokens.at(-1)
    if (last === undefined) return undefined
    const written = text.slice(last.start, last.end)
    const before = this.word(
      { kind: 'word', text: text.slice(0, last.start), start, ...(field && { field }) },
      role
    )
    const typed = { text: `${written}*`, word: wordForm(written), start: start + last.start }
    const expanded = this.words.prefix(typed, field)
    const clauses = [before, this.take(expanded, role)].filter((clause) => clause !== undefined)
    return joined(this.isEvery(role) ? 'all' : 'any', clauses)
  }

  private phrase({ field, text, start, within, inflected }: PhraseNode, role: Role): Clause | undefined {
    const isPlain = within === undefined && inflected === undefined
    if (isAbout(field)) return this.about(field, text, isPlain ? 'whole' : 'words')
    const typed = typedWords(text, start, this.shared.generation)
    const phrase = this.quoted.phrase(typed, { field, within, inflected })
    if (phrase === undefined) return undefined
    if (role.wanted) for (const one of typed) this.correct(one, this.words.correctionOf(one))
    this.takePhrase(phrase, role)
    return phrase.clause
  }

  private takePhrase({ clause, terms }: ExpandedPhrase, { wanted }: Role): void {
    if (wanted && !this.phrases.has(clause)) this.terms.push(...terms)
    if (wanted) this.phrases.add(clause)
  }

  private sequence({ clauses }: SequenceNode, role: Role): Clause | undefined {
    const made: Record<SequenceClause['occur'], Clause[]> = { plain: [], required: [], excluded: [] }
    const named = new Map<Alias, Clause[]>()
    for (const one of this.words.joinNumbers(clauses)) {
      const clause = this.signed(one, role)
      const alias = this.shared.aliases.get(one.node)
      if (clause === undefined) continue
      if (alias === undefined || alias.nodes.length === 1) made[one.occur].push(clause)
      else named.set(alias, [...(named.get(alias) ?? []), clause])
    }
    for (const [alias, words] of named)
      made.plain.push(this.orAlias(joined(this.isEvery(role) ? 'all' : 'any', words), alias)!)
    const { plain, required, excluded } = made
    const musts = [...required, ...excluded]
    if (this.isEvery(role)) return joined('all', [...plain, ...musts])
    // A required one is enough: the plain ones then only add to the score.
    const some = required.length > 0 ? undefined : joined('any', plain)
    return joined('all', some === undefined ? musts : [some, ...musts])
  }

  /** A stop word with a sign of its own is meant. */
  private signed({ occur, node }: SequenceClause, role: Role): Clause | undefined {
    if (occur === 'plain') return this.node(node, role)
    const keepStopWords = !hasContent(node)
    if (occur === 'required') return this.node(node, { ...role, keepStopWords })
    const clause = this.node(node, { wanted: !role.wanted, keepStopWords })
    return clause && { kind: 'not', clause }
  }

  private nodes(nodes: readonly QueryNode[], role: Role): Clause[] {
    return nodes.flatMap((node) => this.node(node, role) ?? [])
  }

  private isEvery({ wanted }: Role): boolean {
    return wanted ? this.every.wanted : this.every.excluded
  }

  /** Searches and marks a word once, however often it is typed. */
  private take(expanded: ExpandedWord | undefined, role: Role): Clause | undefined {
    if (expanded === undefined) return undefined
    const { term } = expanded
    const key = `${term.field ?? ''}:${term.term}${term.text.endsWith('*') ? '*' : ''}`
    if (role.wanted && !this.taken.has(key)) this.terms.push(term)
    if (role.wanted) this.taken.add(key)
    return this.isEvery(role) ? expanded.clause : expanded.relaxed
  }
}
