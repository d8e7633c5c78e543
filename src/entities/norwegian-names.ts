import { COMMON_ABBREVIATIONS } from './recogniser/common-abbreviations.js'
import { servedType } from './entity-type.js'
import type { NameFinder, RecognisedMention } from './mention.js'
import { norwegianRecogniser } from './recogniser/norwegian-recogniser.js'
import { recogniseText } from './recogniser/recognise-text.js'
import type { Recogniser } from './recogniser/recogniser.js'

/** Finds the names of the types that the service knows. Reads the model when it is first asked. */
export const norwegianNames: NameFinder = (text, reading) =>
  recogniseText((recogniser ??= norwegianRecogniser()), text, reading).flatMap(
    ({ type: recognised, ...span }): RecognisedMention[] => {
      const type = servedType(recognised)
      const isName = !COMMON_ABBREVIATIONS.has(text.slice(span.start, span.end))
      return type !== undefined && isName ? [{ type, ...span }] : []
    }
  )

let recogniser: Recogniser | undefined
