/** The words of a list in a source file: separated by white space, in lower case. */
export const wordList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
