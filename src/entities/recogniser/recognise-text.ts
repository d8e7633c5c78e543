import type { Reading } from '../../analysis/text/reading.js'
import type { RecognisedMention } from '../mention.js'
import type { RecognisedType } from './labels.js'
import type { Recogniser } from './recogniser.js'
import { textSentences } from './text-sentences.js'

/**
 * The names of an article with the recogniser's own types, in the order of the text; they do not overlap.
 *
 * @param text in NFC
 * @param reading the tokens and sentences of just this text
 */
export const recogniseText = (
  recognise: Recogniser,
  text: string,
  reading: Reading
): RecognisedMention<RecognisedType>[] => {
  const sentences = textSentences(text, reading)
  const spans = recognise(sentences.map((tokens) => tokens.map(({ form }) => form)))
  return spans.flatMap((found, sentence) =>
    found.flatMap(({ type, first, end, confidence }) => {
      const tokens = sentences[sentence]!
      const last = tokens[end - 1]!.isTail ? end - 2 : end - 1
      if (last < first) return []
      return { type, start: tokens[first]!.start, end: tokens[last]!.end, confidence }
    })
  )
}
