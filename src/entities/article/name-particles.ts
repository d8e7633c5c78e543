import type { RecognisedMention } from '../mention.js'

/** What stands between the parts of foreign names. Not what is a common word in Norwegian too: `la`, `da`, `du`. */
const PARTICLES = /^(?: (?:von|van|der|de|di|del|della|dos|bin|ibn|ter))+ $/
const LONGEST = 20

/** Joins what particles hold together: `Ursula`, `Leyen` → Ursula von der Leyen. */
export const joinParticles = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const joined: RecognisedMention[] = []
  for (const mention of mentions) {
    const before = joined.at(-1)
    const isPart =
      before?.type === 'person' &&
      mention.type === 'person' &&
      mention.start - before.end <= LONGEST &&
      PARTICLES.test(text.slice(before.end, mention.start))
    if (isPart) joined[joined.length - 1] = { ...before, end: mention.end }
    else joined.push(mention)
  }
  return joined
}
