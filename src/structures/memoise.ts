import { LRUCache } from 'lru-cache'

/** How much is remembered: answers, and all that is in them together. */
export interface Memory<Answer> {
  readonly answers: number
  readonly size?: { readonly most: number; readonly of: (answer: Answer) => number }
}

/**
 * The same function, which remembers its latest answers: people search for few words often. Takes no memory before it
 * is asked: many are made that never are, one for each generation.
 */
export const memoise = <Answer extends object>(
  { answers, size }: Memory<Answer>,
  answer: (question: string) => Answer
): ((question: string) => Answer) => {
  let known: LRUCache<string, Answer> | undefined
  return (question) => {
    // With `max` the cache makes room for all answers at once, which functions that live shortly cannot afford.
    known ??= new LRUCache<string, Answer>(
      size === undefined
        ? { maxSize: answers, sizeCalculation: () => 1 }
        : { max: answers, maxSize: size.most, sizeCalculation: size.of }
    )
    const before = known.get(question)
    if (before !== undefined) return before
    const made = answer(question)
    known.set(question, made)
    return made
  }
}

/** The same function, which remembers its latest answer: several steps of a chain ask the same, one after the other. */
export const rememberLast = <Question extends string | number, Answer>(
  answer: (question: Question) => Answer
): ((question: Question) => Answer) => {
  let last: { readonly question: Question; readonly answer: Answer } | undefined
  return (question) => {
    if (last?.question !== question) last = { question, answer: answer(question) }
    return last.answer
  }
}
