import { LRUCache } from 'lru-cache'
import type { Generation } from '../../segment/generation.js'
import type { ExpandedWord } from './expand.js'

/** Words of the collection in all expansions of a generation that are remembered, at most, of about 100 bytes. */
const MOST_WORDS = 200_000

const memories = new WeakMap<Generation, LRUCache<string, ExpandedWord>>()

/**
 * What words of queries find in a generation depends on them and the generation alone, so it is made once for the words
 * that many ask for.
 */
export const rememberedWords = (generation: Generation): LRUCache<string, ExpandedWord> => {
  const known = memories.get(generation)
  if (known !== undefined) return known
  const memory = new LRUCache<string, ExpandedWord>({
    maxSize: MOST_WORDS,
    sizeCalculation: ({ term }) => term.words.size + 1
  })
  memories.set(generation, memory)
  return memory
}
