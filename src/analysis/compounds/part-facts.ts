/**
 * What is known of a string as a part of compounds, packed in 15 bits. Counts are kept as buckets, about a doubling
 * each. `train/compounds/pack-facts.ts` makes them.
 *
 *     barne    frequency 0    modifier 7 (barnehage, barnebok, …)    joint 1 (barn-e)
 *     bok      frequency 12   modifier 6 (bokhandel, …)              rights 7 (barnebok, lærebok, …)
 */

/** Nothing is known of the string. */
export const NO_FACTS = 0

/** How often it is written as a word of its own: 0 never, 15 as often as `og`. */
export const frequencyOf = (facts: number): number => facts & 15
/** How many heads it stands before in the dictionary's compounds: 0 none, 7 over forty. */
export const modifierOf = (facts: number): number => (facts >> 4) & 7
/** How many words of the training text seem to begin with it as a part: 0 none, 7 a hundred or more. */
export const leftsOf = (facts: number): number => (facts >> 7) & 7
/** How many words of the training text seem to end with it as a part: 0 none, 7 a hundred or more. */
export const rightsOf = (facts: number): number => (facts >> 10) & 7
/** How many letters at its end are a joint: 0, or 1 for the -s- of `arbeids` and the -e- of `barne`. */
export const jointOf = (facts: number): number => (facts >> 13) & 1
/** 1 where it is the dictionary form of a modifier. */
export const listedOf = (facts: number): number => (facts >> 14) & 1
