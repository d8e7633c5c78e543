import type { BoundaryScorer, ScoredBoundary } from './boundary-scorer.js'
import { frequencyOf, modifierOf, rightsOf } from './part-facts.js'
import type { PartLexicon } from './part-lexicon.js'

/** A boundary must be so much likelier than none, in rare words and in others: `nattog` is rare, `ballett` is not. */
const LEAST_MARGIN = { rare: 4, other: 4.5 }
/** Rare words are at most as common as this, as `frequencyOf` has it. */
const RARE = 3
/** Where the two parts without the third consonant are so likely, they are meant: `gull|ur`, and no `lur`. */
const LIKELY = 2
/** Shorter ends, such as the `og` of `nattog`, are letters that happen to be there. */
const SHORTEST_HEAD = 3
/** Commoner words are no such compounds: `nettopp`, `rapport`. */
const MOST_FREQUENT = 6

/**
 * Where the head begins of a compound whose parts share a consonant, since of three alike Norwegian writes two; 0 for
 * other words.
 *
 *     nattog → 3 (natt, tog)      fotballag → 6 (fotball, lag)      bussjåfør → 3      ballett, gullegg → 0
 *
 * Where the parts as they are written are common too, they are meant: `gull|egg` is no `legg`.
 *
 * @param own the boundary without a consonant more
 */
export const sharedConsonant = (
  word: string,
  own: ScoredBoundary,
  { scorer, lexicon }: { readonly scorer: BoundaryScorer; readonly lexicon: PartLexicon }
): number => {
  const frequency = frequencyOf(lexicon.getWord(word))
  if (frequency > MOST_FREQUENT) return 0
  const head = word.slice(own.boundary)
  if (head.length >= SHORTEST_HEAD && arePartsKnown(word.slice(0, own.boundary), head, lexicon)) return 0
  if (own.margin > LIKELY) return 0
  let [found, highest] = [0, frequency <= RARE ? LEAST_MARGIN.rare : LEAST_MARGIN.other]
  for (const { index } of word.matchAll(/([bdfgklmnprst])\1/g)) {
    const end = index + 2
    if (!arePartsKnown(word.slice(0, end), word.slice(end - 1), lexicon)) continue
    const { boundary, margin } = scorer.best(word.slice(0, end) + word.slice(end - 1))
    if (boundary !== end || margin <= Math.max(highest, own.margin)) continue
    ;[found, highest] = [end - 1, margin]
  }
  return found
}

/** Is the one a common modifier, and the other a common head? */
const arePartsKnown = (modifier: string, head: string, lexicon: PartLexicon): boolean => {
  const [left, right] = [lexicon.getWord(modifier), lexicon.getWord(head)]
  return frequencyOf(left) >= 4 && modifierOf(left) >= 4 && frequencyOf(right) >= 5 && rightsOf(right) >= 3
}
