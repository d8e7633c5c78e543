import type { RecognisedMention } from '../mention.js'

type Mentions = readonly RecognisedMention[]

/** The recogniser guesses where it is less sure than this. */
const GUESS = 0.6
const CERTAINTY = 0.7

/** What firms and teams have, and people have not: `Heroic-spilleren`, `Norvella-aksjen`. */
const OF_GROUP =
  /(?<![\p{L}\p{N}-])(\p{Lu}[\p{L}\d]+)-(?:spiller|spelar|keeper|kaptein|aksje|ansatt|tilsett|konsern|sjef|direktør|ledelse|leiinga)\p{Ll}*/gu

/**
 * Single words that were guessed to be people, and that the article shows to be a firm or a team: it has players or
 * shares (`Heroic-spilleren`), or its whole name (`Norvella Seafood ASA`).
 */
export const typeGroups = (text: string, mentions: Mentions): Mentions => {
  const isGuessed = ({ type, start, end, confidence }: RecognisedMention): boolean =>
    type === 'person' && confidence < GUESS && !/\s/.test(text.slice(start, end))
  if (!mentions.some(isGuessed)) return mentions
  const groups = new Set(Array.from(text.matchAll(OF_GROUP), ([, name = '']) => name))
  const people = new Set<string>()
  for (const { type, start, end } of mentions) {
    const [first = '', ...others] = text.slice(start, end).split(' ')
    if (others.length === 0) continue
    if (type === 'organisation') groups.add(first)
    if (type === 'person') people.add(first).add(others.at(-1)!)
  }
  return mentions.map((mention) => {
    const name = text.slice(mention.start, mention.end)
    return isGuessed(mention) && groups.has(name) && !people.has(name)
      ? { ...mention, type: 'organisation', confidence: CERTAINTY }
      : mention
  })
}
