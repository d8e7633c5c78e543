import { LRUCache } from 'lru-cache'
import type { Generation } from '../../segment/generation.js'
import type { ExpandedPrefix } from './expand-prefix.js'
import type { ExpandedWord } from './expand.js'

/** Words of the collection in all expansions of a generation that are remembered, at most, of about 100 bytes. */
const MOST_WORDS = 200_000
const MOST_PREFIX_WORDS = 50_000

/** What is found in each generation, by a key of what was typed and how it is searched. */
const memoryOf = <E extends ExpandedWord>(
  maxSize: number
): ((generation: Generation) => LRUCache<string, E>) => {
  const memories = new WeakMap<object, LRUCache<string, E>>()
  return ({ vocabulary: { origin } }) => {
    const known = memories.get(origin)
    if (known !== undefined) return known
    const memory = new LRUCache<string, E>({ maxSize, sizeCalculation: ({ term }) => term.words.size + 1 })
    memories.set(origin, memory)
    return memory
  }
}

/**
 * What words of queries find in a generation depends on them and the generation alone, so it is made once for the words
 * that many ask for.
 */
export const rememberedWords = memoryOf<ExpandedWord>(MOST_WORDS)

/** The same of prefixes. */
export const rememberedPrefixes = memoryOf<ExpandedPrefix>(MOST_PREFIX_WORDS)
