import { foldKey } from '../../../analysis/text/fold.js'
import { isCompletedTo, plainText } from '../../../segment/completions/completions.js'

/** What an article completes prefixes to: each a folded key, a line break, and the text as it is written. */
export interface CompletionFields {
  readonly wordCompletions: readonly string[]
  readonly titleCompletion?: string
}

/** Longer titles are completed to by nobody. In UTF-16 code units. */
const LONGEST_TITLE = 500

/** @param written by word of the article, how it is written inside sentences with a capital, if it is */
export const completionFields = (
  title: string,
  written: ReadonlyMap<string, string | undefined>
): CompletionFields => ({
  wordCompletions: Array.from(written)
    .filter(([word]) => isCompletedTo(word))
    .map(([word, name]) => `${foldKey(word)}\n${name ?? word}`),
  ...(title !== '' &&
    title.length <= LONGEST_TITLE && { titleCompletion: `${completionKey(title)}\n${title}` })
})

/** What texts that are completions of `prefix` begin with. */
export const completionKey = (prefix: string): string => foldKey(plainText(prefix))

/** The text as it is written. */
export const completedText = (value: string): string => value.slice(value.indexOf('\n') + 1)
