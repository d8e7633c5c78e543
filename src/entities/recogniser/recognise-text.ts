import type { Reading } from '../../analysis/text/reading.js'
import type { Span } from '../../structures/span.js'
import type { RecognisedType } from './labels.js'
import type { Recogniser } from './recogniser.js'
import { textSentences } from './text-sentences.js'

/** A name in a text. `text.slice(start, end)` is what was written; offsets are UTF-16 code units. */
export interface RecognisedName extends Span {
  readonly type: RecognisedType
  /** From 0 to 1. */
  readonly confidence: number
}

/**
 * The names of an article, in the order of the text; they do not overlap.
 *
 * @param text in NFC
 * @param reading the tokens and sentences of just this text
 */
export const recogniseText = (recognise: Recogniser, text: string, reading: Reading): RecognisedName[] => {
  const sentences = textSentences(text, reading)
  const spans = recognise(sentences.map((tokens) => tokens.map(({ form }) => form)))
  return spans.flatMap((found, sentence) =>
    found.map(({ type, first, end, confidence }) => ({
      type,
      start: sentences[sentence]![first]!.start,
      end: sentences[sentence]![end - 1]!.end,
      confidence
    }))
  )
}
