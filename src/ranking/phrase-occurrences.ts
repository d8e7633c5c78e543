import type { PhraseClause } from '../query/clause.js'
import { phraseFinder } from '../query/selection/phrase-finder.js'
import type { Generation } from '../segment/generation.js'
import { SlotTable } from '../query/selection/slot-table.js'
import type { QueryTerm } from '../query/planning/plan.js'
import type { Occurrence } from './occurrences.js'

/** The words of a query's phrases in an article; they occur only where the phrase does. */
export const phraseReader = (
  generation: Generation,
  terms: readonly QueryTerm[]
): ((article: number) => Occurrence[]) => {
  const phrases = new Map<PhraseClause, number[]>()
  terms.forEach(({ phrase }, term) => {
    if (phrase === undefined) return
    const termOfSlot = phrases.get(phrase.clause) ?? []
    for (const slot of phrase.slots) termOfSlot[slot] = term
    phrases.set(phrase.clause, termOfSlot)
  })
  const finders = Array.from(phrases, ([clause, termOfSlot]) => ({
    slots: clause.slots,
    termOfSlot,
    finder: phraseFinder(generation, clause, new SlotTable(generation, clause.slots))
  }))
  return (article) => {
    const occurrences: Occurrence[] = []
    for (const { slots, termOfSlot, finder } of finders) {
      finder.forEachWord(article, (position, slot) => {
        const { words, term } = slots[slot]!
        // A word that is not the slot's own has a part that is: `IKT-Norge` in `"IKT Norge"`.
        const part = words.has(generation.segment.positions.words[position]!) ? undefined : term
        occurrences.push({ position, term: termOfSlot[slot]!, grade: 1, likeness: 1, typed: true, part })
      })
    }
    return occurrences
  }
}
