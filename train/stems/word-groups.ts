import { getOr } from '../shared/get-or.js'
import type { DictionaryWord } from './dictionary-word.js'
import type { Dictionary } from './dictionary.js'
import type { Document } from './documents.js'
import { kinOf } from './kin.js'
import { inClass } from './pair-worth.js'
import { SHORTEST_PARTICIPLE } from './own-participles.js'
import { WordFamilies } from './word-families.js'

/** Forms that have one stem: a family of the treebank, with what the dictionary adds to it. */
export interface WordGroup {
  /** Form → how many words of the treebank are it, see `nodeWeights`; 0 for forms that only the dictionary has. */
  readonly forms: Map<string, number>
  /** Form → the classes that the treebank has it in. */
  readonly classes: Map<string, Set<string>>
  /** Those of `forms` that are only guesses: see `DictionaryWord.isGuess`. */
  readonly guesses: Set<string>
  /** See `DictionaryWord.likely`. */
  readonly likely: Set<string>
  /** See `DictionaryWord.always`. */
  readonly always: Set<string>
  /** Lemma → how many words are a form of it. */
  readonly lemmas: Map<string, number>
  /** The dictionary's words in it. */
  readonly words: GroupWord[]
}

/** A word of the dictionary, and the standard whose list has it. */
export interface GroupWord extends DictionaryWord {
  readonly standard: 'nb' | 'nn'
  /** Is it a noun for who does what a verb says? */
  readonly isAgent: boolean
}

/**
 * The groups of all words: first the families of the treebank, then the words of the dictionary, each to the group of
 * its lemma. Word classes are apart, so that a form of two classes joins nothing, unless their lemmas are alike.
 *
 *     leder, lederen, ledere     lede, leder, ledet     svar, svaret     vise, viser, visen, viste
 */
export class WordGroups {
  readonly groups: WordGroup[] = []
  private readonly byLemma = new Map<string, WordGroup>()
  /** Lemma of the treebank → the group where it has the lemma most often, for those that are no group's first. */
  private readonly byFurtherLemma = new Map<string, { readonly count: number; readonly group: WordGroup }>()

  /** Nouns for who does something, and whether the verb's present is the same: `spiller`, not `seier`. */
  private readonly agents: ReadonlyMap<string, boolean>

  /** Participle → the verb's lemma. */
  private readonly participles: ReadonlyMap<string, string>

  constructor(documents: readonly Document[], dictionary: Dictionary, { search = true } = {}) {
    this.agents = agentsOf(dictionary)
    this.participles = participlesIn(dictionary)
    const weight = nodeWeights(documents)
    const words = new WordFamilies(documents, { search })
    const { families } = words
    const groups = new Map<number, WordGroup>()
    for (const { id, forms } of verbsFirst(families, (family) => classOf(family.forms[0]!))) {
      const lemmas = lemmaCounts(words, id, forms)
      const lemma = mostFrequent(lemmas)
      const group = this.groupOf(wordOf(lemma), classOf(lemma))
      groups.set(id, group)
      for (const [other, count] of lemmas)
        if (count > (this.byFurtherLemma.get(other)?.count ?? 0))
          this.byFurtherLemma.set(other, { count, group })
    }
    // A form is in one family, and of several words: `faren` is of far, and in a sixth of its occurrences of fare.
    for (const form of families.flatMap(({ forms }) => forms)) {
      const lemmas = [...words.lemmasOf(form)]
      const all = lemmas.reduce((sum, { count }) => sum + count, 0)
      for (const { lemma, family, count } of lemmas) {
        const group = groups.get(family)!
        add(group.lemmas, wordOf(lemma), count)
        add(group.forms, wordOf(form), (weight(form) * count) / all)
        getOr(group.classes, wordOf(form), () => new Set<string>()).add(classOf(form))
      }
    }
  }

  /** Adds the dictionary's words that `isKept` names, and the irregular ones. */
  addDictionary({ bokmål, nynorsk }: Dictionary, isKept: (word: DictionaryWord) => boolean): void {
    const words = [
      ...bokmål.map((word) => ({ ...word, standard: 'nb' as const })),
      ...nynorsk.map((word) => ({ ...word, standard: 'nn' as const }))
    ]
    for (const word of verbsFirst(words, ({ wordClass }) => wordClass))
      if (word.isIrregular === true || isKept(word))
        this.addWord({ ...word, isAgent: word.wordClass === 'noun' && this.agents.has(word.lemma) })
  }

  private addWord(word: GroupWord): void {
    const { lemma, wordClass, forms, likely = [], always = [] } = word
    const group = this.known(inClass(lemma, wordClass)) ?? this.groupOf(lemma, wordClass)
    group.words.push(word)
    add(group.lemmas, lemma, 0)
    for (const form of always) group.always.add(form)
    for (const form of likely) if (!group.forms.has(form)) group.likely.add(form)
    for (const form of forms) {
      const isGuess = word.isGuess === true && form !== lemma
      if (isGuess && !group.forms.has(form)) group.guesses.add(form)
      if (!isGuess) group.guesses.delete(form)
      add(group.forms, form, 0)
    }
  }

  /** The group of a lemma in its class, by its first lemma or a further one. */
  private known(key: string): WordGroup | undefined {
    return this.byLemma.get(key) ?? this.byFurtherLemma.get(key)?.group
  }

  /** The group of a lemma in its class, or of a lemma of another class that is one word with it. */
  private groupOf(lemma: string, wordClass: string): WordGroup {
    const verb = this.verbOfParticiple(lemma, wordClass)
    const known =
      [...kinOf(lemma, wordClass), ...verb]
        .map((key) => this.byLemma.get(key))
        .find((group) => group !== undefined) ??
      this.verbOfAdjective(lemma, wordClass) ??
      this.verbOfAgent(lemma, wordClass)
    const group = known ?? {
      forms: new Map<string, number>(),
      classes: new Map<string, Set<string>>(),
      lemmas: new Map<string, number>(),
      guesses: new Set<string>(),
      likely: new Set<string>(),
      always: new Set<string>(),
      words: []
    }
    if (known === undefined) this.groups.push(group)
    for (const key of [inClass(lemma, wordClass), ...verb]) this.byLemma.set(key, group)
    return group
  }

  /** A long adjective that is a verb's participle too is one word with the verb: `orientert`, but not `svart`. */
  private verbOfParticiple(lemma: string, wordClass: string): string[] {
    const verb = wordClass === 'adjective' ? this.participles.get(lemma) : undefined
    return verb === undefined ? [] : [inClass(verb, 'verb')]
  }

  /** The verb that a participle is annotated with: the treebank has `planlagde` as an adjective of `planleggje`. */
  private verbOfAdjective(lemma: string, wordClass: string): WordGroup | undefined {
    return wordClass === 'adjective' && lemma.endsWith('e')
      ? this.byFurtherLemma.get(inClass(lemma, 'verb'))?.group
      : undefined
  }

  /** Who does what a verb says is one word with the verb, where it is the verb's present too: `spiller`, `lærer`. */
  private verbOfAgent(lemma: string, wordClass: string): WordGroup | undefined {
    const [, root] = AGENT.exec(lemma) ?? []
    if (root === undefined || wordClass !== 'noun' || this.agents.get(lemma) !== true) return undefined
    return this.byLemma.get(inClass(`${root}e`, 'verb'))
  }
}

/** Who does what a verb says ends so, in bokmål and nynorsk. */
const AGENT = /^(.{3,})(?:er|ar)$/

/** A word that texts of bokmål have so often is read as it is there. */
const COMMON = 3
/** What a word of nynorsk counts then: `vann` is water, and seldom what somebody won. */
const NYNORSK = 0.03

const wordOf = (node: string): string => node.slice(0, node.indexOf('/'))
const classOf = (node: string): string => node.slice(node.indexOf('/') + 1)

/** Lemma → how many words of the family's forms have it; without those that are another family's. */
const lemmaCounts = (words: WordFamilies, id: number, forms: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const form of forms)
    for (const { lemma, count, family } of words.lemmasOf(form)) if (family === id) add(counts, lemma, count)
  return counts
}

/** How often the treebank has a form in a word class. */
const nodeWeights = (documents: readonly Document[]): ((node: string) => number) => {
  const counts = { nb: new Map<string, number>(), nn: new Map<string, number>() }
  const common = new Map<string, number>()
  for (const { standard, readings } of documents)
    for (const { form, wordClass } of readings) {
      add(counts[standard], inClass(form, wordClass), 1)
      if (standard === 'nb' && wordClass !== 'other') add(common, form, 1)
    }
  return (node) => {
    const isCommon = (common.get(wordOf(node)) ?? 0) >= COMMON
    return (counts.nb.get(node) ?? 0) + (counts.nn.get(node) ?? 0) * (isCommon ? NYNORSK : 1)
  }
}

const agentsOf = ({ bokmål, nynorsk }: Dictionary): ReadonlyMap<string, boolean> => {
  const agents = (words: readonly DictionaryWord[], ending: string, plural: string): [string, boolean][] => {
    const verbs = new Map(words.flatMap((word) => (word.wordClass === 'verb' ? [[word.lemma, word]] : [])))
    return words.flatMap(({ lemma, wordClass, forms }) => {
      const verb = verbs.get(`${lemma.slice(0, -2)}e`)
      const isAgent = wordClass === 'noun' && lemma.endsWith(ending) && forms.includes(lemma + plural)
      return isAgent && verb !== undefined ? [[lemma, verb.forms.includes(lemma)]] : []
    })
  }
  return new Map([...agents(nynorsk, 'ar', 'ane'), ...agents(bokmål, 'er', 'e')])
}

const participlesIn = ({ bokmål, nynorsk }: Dictionary): ReadonlyMap<string, string> => {
  const verbs = [...nynorsk, ...bokmål].filter(({ wordClass }) => wordClass === 'verb')
  return new Map(
    verbs.flatMap(({ lemma, participles = [] }) =>
      participles
        .filter((form) => form.length >= SHORTEST_PARTICIPLE && /[td]$/.test(form))
        .map((form) => [form, lemma] as const)
    )
  )
}

const verbsFirst = <T>(items: readonly T[], classOf: (item: T) => string): T[] => [
  ...items.filter((item) => classOf(item) === 'verb'),
  ...items.filter((item) => classOf(item) !== 'verb')
]

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** Of equally frequent ones the first by alphabet. */
export const byCount = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([key]) => key)

const mostFrequent = (counts: ReadonlyMap<string, number>): string => byCount(counts)[0]!
