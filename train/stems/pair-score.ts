import type { Stemmer } from '../../src/analysis/stems/stemmer.js'
import type { Document } from './documents.js'

/** How well a stemmer joins forms. All between 0 and 1. */
export interface PairScore {
  readonly forms: number
  readonly recall: number
  readonly precision: number
  readonly f1: number
}

/**
 * Pairs of forms of one lemma should share a stem, pairs of different lemmas of one word class should not. A noun and
 * the verb of one root (`arbeid`, `arbeider`) may share one or not: such pairs do not count. Only words that are
 * written in small letters, of three or more.
 */
export const pairScore = (documents: readonly Document[], stem: Stemmer): PairScore => {
  const lemmas = formsByLemma(documents)
  const lemmasOf = new Map<string, string[]>()
  for (const [lemma, forms] of lemmas)
    for (const form of forms) lemmasOf.set(form, [...(lemmasOf.get(form) ?? []), lemma])
  const stems = new Map([...lemmasOf.keys()].map((form) => [form, stem(form)]))
  const recall = ratio(pairsOf(lemmas.values()), ([a, b]) => stems.get(a) === stems.get(b))
  const groups = new Map<string, Set<string>>()
  for (const [form, key] of stems) groups.set(key, (groups.get(key) ?? new Set()).add(form))
  const judged = [...pairsOf(groups.values())].map(([a, b]) => verdict(lemmasOf.get(a)!, lemmasOf.get(b)!))
  const precision = ratio(
    judged.filter((v) => v !== undefined),
    (right) => right
  )
  return { forms: stems.size, recall, precision, f1: (2 * recall * precision) / (recall + precision) }
}

const MEASURED = new Set(['noun', 'verb', 'adjective', 'name'])

const formsByLemma = (documents: readonly Document[]): Map<string, Set<string>> => {
  const lemmas = new Map<string, Set<string>>()
  for (const { readings } of documents)
    for (const { form, lemma, wordClass, lower } of readings) {
      if (!lower || !MEASURED.has(wordClass) || form.length < 3 || lemma.length < 3) continue
      const key = `${lemma} ${wordClass === 'name' ? 'noun' : wordClass}`
      lemmas.set(key, (lemmas.get(key) ?? new Set()).add(form))
    }
  return lemmas
}

/** Of one lemma → true; of different ones of one word class → false; else undefined. */
const verdict = (a: readonly string[], b: readonly string[]): boolean | undefined => {
  if (a.some((lemma) => b.includes(lemma))) return true
  const classOf = (lemma: string): string => lemma.slice(lemma.indexOf(' '))
  return a.some((x) => b.some((y) => classOf(x) === classOf(y))) ? false : undefined
}

function* pairsOf(sets: Iterable<Set<string>>): Generator<[string, string]> {
  for (const set of sets) {
    const list = [...set]
    for (let i = 0; i < list.length; i++) for (let j = i + 1; j < list.length; j++) yield [list[i]!, list[j]!]
  }
}

const ratio = <T>(items: Iterable<T>, holds: (item: T) => boolean): number => {
  let [all, held] = [0, 0]
  for (const item of items) {
    all++
    if (holds(item)) held++
  }
  return held / all
}
