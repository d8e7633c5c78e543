import { LRUCache } from 'lru-cache'

/** The same function, which remembers its latest `most` answers: people search for few words often. */
export const memoise = <Answer extends object>(
  most: number,
  answer: (question: string) => Answer
): ((question: string) => Answer) => {
  const known = new LRUCache<string, Answer>({ max: most })
  return (question) => {
    const before = known.get(question)
    if (before !== undefined) return before
    const made = answer(question)
    known.set(question, made)
    return made
  }
}
