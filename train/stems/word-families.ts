import { getOr } from '../shared/get-or.js'
import type { Document } from './documents.js'
import { inClass, inflects, PairWorth } from './pair-worth.js'

/** Forms in their classes (`vise/verb`) that have one stem. */
export interface Family {
  readonly id: number
  readonly forms: readonly string[]
}

/**
 * Groups forms of one word class to families, one form in one family, so that as many pairs of forms of one lemma as
 * possible are together and as few others: correlation clustering by local search, begun with each form's most frequent
 * lemma.
 *
 *     være, er, var, vært (bokmål) and vere, er, var, vore (nynorsk) share forms and become one family
 *     satt is of sette and of sitte: it goes to the one where it joins more, and the two stay apart
 */
export class WordFamilies {
  private readonly worths: PairWorth
  private readonly lemmas = new Map<string, Map<string, number>>()
  private readonly familyOf = new Map<string, number>()
  private readonly members: Set<string>[] = []
  private readonly lemmaFamily = new Map<string, number>()

  constructor(documents: readonly Document[], { search = true } = {}) {
    // A letter is a letter, though `e` is `er` in a dialect: it is the first part of `e-post`.
    const words = documents.map((document) => ({
      ...document,
      readings: document.readings.map((reading) =>
        reading.form.length < 2 ? { ...reading, wordClass: 'other' as const } : reading
      )
    }))
    this.worths = new PairWorth(words, ({ form, wordClass }) => inClass(form, wordClass))
    this.count(words)
    for (const form of [...this.lemmas.keys()].sort()) this.put(form, this.family(this.lemmaOf(form)))
    if (!search) return
    for (let round = 0; round < 3; round++) {
      this.moveForms()
      this.mergeFamilies()
    }
    this.moveForms()
  }

  /** Families with their forms, in a fixed order. */
  get families(): Family[] {
    return this.members.flatMap((m, id) => (m.size > 0 ? [{ id, forms: [...m].sort() }] : []))
  }

  /** Lemma → how many words of the form have it, with the family that is the lemma's own. */
  *lemmasOf(form: string): Generator<{ lemma: string; count: number; family: number }> {
    for (const [lemma, count] of this.lemmas.get(form)!)
      yield { lemma, count, family: this.homeOf(lemma, this.familyOf.get(form)!) }
  }

  /** The lemma that the form has most often. */
  private lemmaOf(form: string): string {
    return top(this.lemmas.get(form)!)
  }

  /** The lemma's family; `other`, where no form is left in it. */
  private homeOf(lemma: string, other: number): number {
    const home = this.lemmaFamily.get(lemma)
    return home !== undefined && this.members[home]!.size > 0 ? home : other
  }

  private count(documents: readonly Document[]): void {
    for (const { readings } of documents)
      for (const reading of readings) {
        if (!inflects(reading)) continue
        const { wordClass } = reading
        const [form, lemma] = [inClass(reading.form, wordClass), inClass(reading.lemma, wordClass)]
        const lemmas = getOr(this.lemmas, form, () => new Map<string, number>())
        lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1)
      }
  }

  private family(lemma: string): number {
    return getOr(this.lemmaFamily, lemma, () => this.members.push(new Set()) - 1)
  }

  private put(form: string, family: number): void {
    const old = this.familyOf.get(form)
    if (old !== undefined) this.members[old]!.delete(form)
    this.familyOf.set(form, family)
    this.members[family]!.add(form)
  }

  private worthIn(form: string, family: number): number {
    let sum = 0
    for (const other of this.members[family]!) if (other !== form) sum += this.worths.of(form, other)
    return sum
  }

  private moveForms(): void {
    for (const [form, lemmas] of [...this.lemmas].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (lemmas.size < 2) continue
      let best = this.familyOf.get(form)!
      let bestWorth = this.worthIn(form, best)
      for (const lemma of lemmas.keys()) {
        const family = this.family(lemma)
        const worth = this.worthIn(form, family)
        if (worth > bestWorth + 1e-9) [best, bestWorth] = [family, worth]
      }
      this.put(form, best)
    }
  }

  /** Two families of one form become one where more right pairs come than wrong. */
  private mergeFamilies(): void {
    for (const [form, lemmas] of this.lemmas) {
      for (const lemma of lemmas.keys()) {
        const [a, b] = [this.familyOf.get(form)!, this.family(lemma)]
        if (a === b || this.members[b]!.size === 0) continue
        let worth = 0
        for (const other of this.members[b]!) worth += this.worthIn(other, a)
        if (worth <= 1e-9) continue
        for (const other of [...this.members[b]!]) this.put(other, a)
        for (const [key, family] of this.lemmaFamily) if (family === b) this.lemmaFamily.set(key, a)
      }
    }
  }
}

const top = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0]
