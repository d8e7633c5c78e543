import type { Span } from '../../structures/span.js'
import type { RecognisedMention } from '../mention.js'
import { withoutGenitive } from './written-names.js'

/** What is less sure where it was found is not looked for elsewhere. */
const LEAST_SURE = 0.5
/** A name that only its own letters tell of is so much less sure. */
const ALIKE = 0.8
/** Names of one article that are looked for: a text that has more is a list. */
const MOST = 500

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}&.'’-]*[\p{L}\p{N}])?/gu

/**
 * Finds names again that the article has elsewhere, and that can hardly be anything else: several words, or a capital
 * inside one. `IKT-Norge`, `KMD`, `Paul Chaffey`; not `Visma`, which may be a word at the beginning of a sentence.
 *
 * On NorNE dev it changes strict F1 by +.1 (bokmål) and -.1 (nynorsk), but readers see when a name is passed over.
 */
export const findAgain = (text: string, mentions: readonly RecognisedMention[]): RecognisedMention[] => {
  const known = unmistakable(text, mentions)
  if (known.size === 0) return [...mentions]
  const found: RecognisedMention[] = []
  let at = 0
  for (const { start, end } of gaps(text, mentions)) {
    for (const { 0: word, index } of text.slice(start, end).matchAll(WORD)) {
      if (start + index < at) continue
      const candidates = known.get(word) ?? known.get(withoutGenitive(word) ?? '') ?? []
      const here = { start: start + index, end }
      const same = candidates.find((mention) => isAt(text, mention, here))
      if (same === undefined) continue
      at = endOf(text, same, here.start)
      found.push({ type: same.type, start: here.start, end: at, confidence: same.confidence * ALIKE })
    }
  }
  return found.length === 0 ? [...mentions] : [...mentions, ...found].sort((a, b) => a.start - b.start)
}

/** By its first word: one mention of each name. */
const unmistakable = (
  text: string,
  mentions: readonly RecognisedMention[]
): ReadonlyMap<string, RecognisedMention[]> => {
  const names = new Map<string, RecognisedMention>()
  for (const mention of mentions.slice(0, MOST)) {
    const name = text.slice(mention.start, mention.end)
    if (mention.confidence >= LEAST_SURE && /\S\s+\S|\S\p{Lu}/u.test(name) && !names.has(name))
      names.set(name, mention)
  }
  const counts = new Map<string, number>()
  for (const { start, end } of mentions) {
    const name = text.slice(start, end)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const name of names.keys()) if (!standsOftener(text, name, counts.get(name)!)) names.delete(name)
  const byFirst = new Map<string, RecognisedMention[]>()
  for (const [name, mention] of names) {
    const [first = ''] = name.match(WORD) ?? []
    byFirst.set(first, [...(byFirst.get(first) ?? []), mention])
  }
  return byFirst
}

/** Does it stand anywhere else than in so many mentions? Hardly any name does, and this is soon told. */
const standsOftener = (text: string, name: string, mentions: number): boolean => {
  let count = 0
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (++count > mentions) return true
  return false
}

/** What lies between mentions. */
function* gaps(text: string, mentions: readonly Span[]): Generator<Span> {
  let start = 0
  for (const mention of mentions) {
    yield { start, end: mention.start }
    start = mention.end
  }
  yield { start, end: text.length }
}

/** Does a name stand at the beginning of a span too, as a whole? */
const isAt = (text: string, name: Span, { start, end }: Span): boolean => {
  const after = endOf(text, name, start)
  return (
    after <= end &&
    text.startsWith(text.slice(name.start, name.end), start) &&
    !/^(?:[\p{L}\p{N}]|-(?!\p{Ll}))/u.test(text.slice(after, after + 2))
  )
}

/** Where a name ends that begins at `start`, with the ending of the genitive. */
const endOf = (text: string, name: Span, start: number): number => {
  const end = start + name.end - name.start
  return /^s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 2)) ? end + 1 : end
}
