import type { PhraseClause } from '../query/clause.js'
import { phraseFinder } from '../query/selection/phrase-finder.js'
import type { Generation } from '../segment/generation.js'
import { SlotTable } from '../query/selection/slot-table.js'
import type { QueryTerm } from '../query/planning/plan.js'
import type { Range } from '../structures/prefix-range.js'
import type { Occurrence } from './occurrences.js'

interface Phrase {
  /** By slot. */
  readonly places: Place[]
  /** Words that are no part of it. */
  readonly except?: QueryTerm['words']
}

interface Place {
  /** Index into the plan's terms. */
  readonly term: number
  readonly grade: number
  readonly typed: boolean
}

/**
 * The words of a query's phrases in an article, and the parts of its compounds near each other; they occur only where
 * the phrase does. What a compound finds by itself is no part of it: `huset` near `sykehuset` is any house. Where the
 * writer marked the parts, it is: the `Norge` of `Nord- og Sør-Norge` is of both.
 */
export const phraseReader = (
  generation: Generation,
  terms: readonly QueryTerm[]
): ((article: number, range?: Range) => Occurrence[]) => {
  const phrases = new Map<PhraseClause, Phrase>()
  terms.forEach(({ phrase, near, words }, term) => {
    if (near !== undefined) {
      const places = near.clause.slots.map(() => ({ term, grade: near.grade, typed: false }))
      phrases.set(near.clause, { places, ...(!near.marked && { except: words }) })
    }
    if (phrase === undefined) return
    const { places } = phrases.get(phrase.clause) ?? { places: [] }
    for (const slot of phrase.slots) places[slot] = { term, grade: 1, typed: true }
    phrases.set(phrase.clause, { places })
  })
  const finders = Array.from(phrases, ([clause, { places, except }]) => ({
    slots: clause.slots,
    places,
    finder: phraseFinder(generation, clause, new SlotTable(generation, clause.slots, except))
  }))
  const { segment } = generation
  return (article, range) => {
    const occurrences: Occurrence[] = []
    for (const { slots, places, finder } of finders) {
      const visit = (position: number, slot: number): void => {
        const { words, term, part: slotPart } = slots[slot]!
        const word = segment.positions.words[position]!
        // A word that is not the slot's own has a part that is: `IKT-Norge` in `"IKT Norge"`.
        const isWhole = (slotPart?.whole ?? words).has(word)
        const inside = slotPart !== undefined && words.has(word) ? slotPart.term : term
        const part = isWhole ? undefined : inside
        const place = places[slot]!
        occurrences.push({ position, ...place, likeness: place.grade, part })
      }
      finder.forEachWord(article, visit, range)
    }
    return occurrences
  }
}
