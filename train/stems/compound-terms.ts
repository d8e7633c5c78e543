import type { GoldCompound } from '../compounds/gold.js'
import type { CompoundTerms } from '../../src/analysis/stems/stem-model.js'
import { byCount, type GroupWord, type WordGroup } from './word-groups.js'

/** What a form is of a word, as a part of compounds: the first of these that it is decides what it is at their end. */
const KINDS = ['noun', 'agent', 'adjective', 'participle', 'present', 'verb'] as const
type Kind = (typeof KINDS)[number]

/** Words of one group that are one in compounds, such as `fører` and `førar`, with the term of all. */
interface Member {
  readonly kind: Kind
  readonly term: string
  readonly forms: ReadonlySet<string>
  readonly lemmas: ReadonlySet<string>
}

/** A group that a form is in. */
export interface StemmedGroup {
  readonly group: WordGroup
  readonly stem: string
  /** Is its stem one of the form's? Else the form is too seldom this word, but it may be in compounds: `helt`. */
  readonly isRead: boolean
}

/**
 * Tells what a form is in compounds. As a word, all forms of a group have one stem; in compounds the group's words are
 * apart: the verb, its participles, the noun for who does it, other nouns.
 *
 *     føre, fører, førar → føre | fører     dømme, dømt, dømmende → dømme | dømt | dømmende
 */
export class CompoundTermFinder {
  private readonly members = new Map<WordGroup, readonly Member[]>()

  /** @param modifiers see `modifierLemmas` */
  constructor(private readonly modifiers: ReadonlyMap<string, string>) {}

  /** @param groups the likeliest first */
  of(form: string, groups: readonly StemmedGroup[]): CompoundTerms | undefined {
    const read = groups.filter(({ isRead }) => isRead)
    const stems = new Set(read.map(({ stem }) => stem))
    const found = new Set(read.flatMap((group) => this.termsOf(form, group)))
    const lemma = stems.has(form) ? form : this.lemmaOf(form, groups)
    const part = this.modifiers.get(form) ?? lemma ?? form
    const [first] = read
    const head = lemma ?? (first && this.termsOf(form, first)[0]) ?? form
    const ownHead = stems.has(form) ? form : (first?.stem ?? form)
    const terms = {
      ...(!isSame(found, stems) && { found: [...found] }),
      ...(part !== form && { part }),
      ...(head !== (part === form ? ownHead : part) && { head })
    }
    return Object.keys(terms).length === 0 ? undefined : terms
  }

  /** What the form is of in the group, nouns first. */
  private termsOf(form: string, { group, stem }: StemmedGroup): string[] {
    const terms = this.membersOf(group, stem).flatMap(({ forms, term }) => (forms.has(form) ? term : []))
    return terms.length > 0 ? terms : [stem]
  }

  private lemmaOf(form: string, groups: readonly StemmedGroup[]): string | undefined {
    for (const { group, stem } of groups) {
      const member = this.membersOf(group, stem).find(({ lemmas }) => lemmas.has(form))
      if (member !== undefined) return member.term
    }
    return undefined
  }

  private membersOf(group: WordGroup, stem: string): readonly Member[] {
    const known = this.members.get(group)
    if (known !== undefined) return known
    const members = KINDS.flatMap((kind) => membersOfKind(kind, group, stem))
    this.members.set(group, members)
    return members
  }
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((item) => other.has(item))

const PRESENT = /(?:ende|ande)$/

/** The participles of verbs: `dømt`, `dømte`, or the present ones, `dømmende`. */
const participlesOf = (words: readonly GroupWord[], kind: Kind): string[] =>
  words.flatMap(({ participles = [] }) =>
    participles.filter((form) => PRESENT.test(form) === (kind === 'present'))
  )

const membersOfKind = (kind: Kind, { words, forms: counts }: WordGroup, stem: string): Member[] => {
  if (kind === 'participle' || kind === 'present') {
    const forms = participlesOf(words, kind)
    if (forms.length === 0) return []
    const [term] = byCount(new Map(forms.map((form) => [form, counts.get(form)!])))
    return [{ kind, term: term!, forms: new Set(forms), lemmas: new Set(forms) }]
  }
  const own = words.filter((word) => kindOf(word) === kind)
  const parts = kind === 'noun' ? apart(own) : own.length === 0 ? [] : [own]
  return parts.map((same) => {
    const lemmas = new Set(same.map(({ lemma }) => lemma))
    const forms = same.flatMap((word) => word.forms)
    return {
      kind,
      term: lemmas.has(stem) ? stem : same[0]!.lemma,
      forms: new Set(forms),
      lemmas
    }
  })
}

const kindOf = ({ wordClass, isAgent }: GroupWord): Kind => (isAgent ? 'agent' : wordClass)

/** Nouns that a standard has with and without -e are words of their own: `fisk`, `fiske`; others are spellings. */
const apart = (nouns: readonly GroupWord[]): GroupWord[][] => {
  const sets: GroupWord[][] = []
  for (const noun of nouns) {
    const same = sets.find((set) => !set.some((other) => isOtherWord(noun, other)))
    if (same === undefined) sets.push([noun])
    else same.push(noun)
  }
  return sets
}

const isOtherWord = (one: GroupWord, other: GroupWord): boolean =>
  one.standard === other.standard && (one.lemma === `${other.lemma}e` || other.lemma === `${one.lemma}e`)

/**
 * What modifiers are the dictionary form of, by how compounds of the dictionary have them: `fir` → fire, `syke` → syk.
 * None for those that are dictionary forms as they are, or no words (`hoved`).
 */
export const modifierLemmas = (gold: Iterable<GoldCompound>): ReadonlyMap<string, string> => {
  const counts = new Map<string, Map<string, number>>()
  for (const { word, boundary, modifierLemma, isCombining } of gold) {
    if (isCombining) continue
    const modifier = word.slice(0, boundary)
    const lemmas = counts.get(modifier) ?? new Map<string, number>()
    counts.set(modifier, lemmas.set(modifierLemma, (lemmas.get(modifierLemma) ?? 0) + 1))
  }
  const most = Array.from(counts, ([modifier, lemmas]) => [modifier, byCount(lemmas)[0]!] as const)
  return new Map(most.filter(([modifier, lemma]) => modifier !== lemma))
}
