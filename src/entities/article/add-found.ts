import type { RecognisedMention } from '../mention.js'

/**
 * Mentions with what a rule has found besides, where nothing stands yet; in the order of the text.
 *
 * @param found in the order of the text
 */
export const addFound = (
  mentions: readonly RecognisedMention[],
  found: Iterable<RecognisedMention>
): readonly RecognisedMention[] => {
  const added: RecognisedMention[] = []
  let at = 0
  for (const one of found) {
    while (at < mentions.length && mentions[at]!.end <= one.start) at++
    const isFree = at >= mentions.length || mentions[at]!.start >= one.end
    if (isFree && one.start >= (added.at(-1)?.end ?? 0)) added.push(one)
  }
  return added.length === 0 ? mentions : [...mentions, ...added].sort((a, b) => a.start - b.start)
}

/**
 * Mentions with what a rule is sure of, in place of what stands inside it or runs over its edge; but not inside a
 * longer one.
 *
 * @param found in the order of the text, apart
 */
export const putFound = (
  mentions: readonly RecognisedMention[],
  found: Iterable<RecognisedMention>
): readonly RecognisedMention[] => {
  let all = mentions
  for (const one of found) {
    const isInside = all.some(
      ({ start, end }) => start <= one.start && end >= one.end && end - start > one.end - one.start
    )
    if (isInside) continue
    const others = all.filter(({ start, end }) => end <= one.start || start >= one.end)
    all = [...others, one].sort((a, b) => a.start - b.start)
  }
  return all
}
