/**
 * The words of a list in a source file, in order; white space separates them.
 *
 * @throws {Error} where a word stands there twice
 */
export const wordList = (list: string): readonly string[] => {
  const words = list.trim().split(/\s+/)
  const seen = new Set<string>()
  for (const word of words) {
    if (seen.has(word)) throw new Error(`The list has "${word}" twice.`)
    seen.add(word)
  }
  return words
}

/** The same words without their order. @see wordList */
export const wordSet = (list: string): ReadonlySet<string> => new Set(wordList(list))
