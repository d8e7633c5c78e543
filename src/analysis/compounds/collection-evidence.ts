import type { Lexicon } from './compounds.js'
import { frequencyBucket, frequencyOf, withFrequency } from './part-facts.js'
import type { Stemmer } from '../stems/stemmer.js'

/** Adds what a collection knows of a string to what the model knows of it. */
export type FurtherEvidence = (word: string, start: number, end: number, facts: number) => number

/** Words (tokens) of text that the model's frequencies come from. A larger collection counts in proportion. */
const MODEL_SIZE = 15_000_000
/** Shorter strings are words of any large collection by accident. */
const SHORTEST = 4
/** Strings that the model knows as this common need no further evidence. */
const WELL_KNOWN = 5

/** A part that only the collection knows, say a party founded last year, counts as often as it occurs there. */
export const collectionEvidence = (collection: Lexicon, stem: Stemmer = (word) => word): FurtherEvidence => {
  const scale = Math.min(1, MODEL_SIZE / Math.max(1, collection.size))
  return (word, start, end, facts) => {
    if (end - start < SHORTEST || frequencyOf(facts) >= WELL_KNOWN) return facts
    const bucket = frequencyBucket(collection.frequency(stem(word.slice(start, end))) * scale)
    return bucket > frequencyOf(facts) ? withFrequency(facts, bucket) : facts
  }
}
