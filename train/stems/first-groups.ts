import type { Document } from './documents.js'
import { PairWorth } from './pair-worth.js'
import type { WordGroup } from './word-groups.js'

/** A group that articles mean by a form, and its share of the form's occurrences. */
export type Meaning = readonly [group: WordGroup, share: number]

/** Rounds of the search; hardly a form moves in the last one. */
const ROUNDS = 3
/** A form and its dictionary form count so much more than two other forms: a search for one is to find the other. */
const LEMMA = 0.3

/**
 * The group whose stem is a form's first: of those that articles mean by it, the one where it joins most forms of one
 * word and fewest of two, as the treebank has them. Begun with `homeOf`, where dictionary forms stay.
 *
 *     mangler, of mangle and of mangel → mangel, with mangelen     seier, of seier and of seie → seier, with seieren
 *
 * @param meanings of each form, the likeliest first
 */
export const firstGroups = (
  documents: readonly Document[],
  meanings: ReadonlyMap<string, readonly Meaning[]>
): Map<string, WordGroup> => {
  const worths = new PairWorth(documents, ({ form }) => form)
  const first = new Map(Array.from(meanings, ([form, all]) => [form, homeOf(form, all)]))
  const members = new Map<WordGroup, Set<string>>()
  for (const [form, group] of first) members.set(group, (members.get(group) ?? new Set()).add(form))
  const worthOf = (form: string, [group, share]: Meaning): number => {
    let sum = 0
    for (const other of members.get(group) ?? [])
      if (other !== form)
        sum += worths.has(form)
          ? worths.of(form, other) + LEMMA * (worths.ofLemma(form, other) + worths.ofLemma(other, form))
          : share * worths.presenceOf(other)
    return sum
  }
  const ambiguous = [...meanings].filter(
    ([form, all]) => all.length > 1 && !first.get(form)!.lemmas.has(form)
  )
  for (let round = 0; round < ROUNDS; round++)
    for (const [form, all] of ambiguous) {
      const from = first.get(form)!
      // A group without a form of its own would have no stem.
      if (members.get(from)!.size < 2) continue
      const best = bestOf(from, all, (meaning) => worthOf(form, meaning))
      members.get(from)!.delete(form)
      members.set(best, (members.get(best) ?? new Set()).add(form))
      first.set(form, best)
    }
  return first
}

/** The likeliest group; if it has the form as a dictionary form, the one where the treebank has that one most often. */
const homeOf = (form: string, all: readonly Meaning[]): WordGroup => {
  const [likeliest] = all[0]!
  if (!likeliest.lemmas.has(form)) return likeliest
  const countIn = ([group]: Meaning): number => group.lemmas.get(form) ?? 0
  return all.reduce((best, one) => (countIn(one) > countIn(best) ? one : best))[0]
}

/** The group that is worth most; `from`, where none is worth more. */
const bestOf = (
  from: WordGroup,
  all: readonly Meaning[],
  worthOf: (meaning: Meaning) => number
): WordGroup => {
  const worths = all.map((meaning) => worthOf(meaning))
  const now = worths[all.findIndex(([group]) => group === from)]!
  const most = Math.max(...worths)
  return most > now + 1e-9 ? all[worths.indexOf(most)]![0] : from
}
