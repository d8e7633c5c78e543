import { completeHalves } from '../../analysis/suspended-hyphens.js'
import { countCues, detectLanguage } from '../../analysis/text/language.js'
import { readText } from '../../analysis/text/reading.js'
import type { Token } from '../../analysis/text/reading.js'
import { variantTerms } from '../../query/planning/variants.js'
import type { Generation } from '../../segment/generation.js'
import type { AnalysedToken, Analysis, AnalyzeRequest } from '../questions.js'

/** What a generation sees of a text; offsets are UTF-16 code units into it, in NFC. */
export const analyzeText = (generation: Generation, request: AnalyzeRequest): Analysis => {
  const text = request.text.normalize('NFC')
  const reading = readText(text)
  return {
    language: request.lang ?? detectLanguage(countCues(reading.tokens)),
    sentences: reading.sentences.map(({ start, end }) => ({ start, end })),
    tokens: completeHalves(text, reading.tokens, generation.models).map((token) =>
      analyseToken(generation, text, token)
    )
  }
}

const analyseToken = (generation: Generation, text: string, { start, end, word }: Token): AnalysedToken => {
  const { models, vocabulary } = generation
  const { term, stop, parts } = models.analyze(word)
  const others = variantTerms(generation, word).map(({ term: id, forms }) =>
    forms?.[0] === undefined ? vocabulary.term(id) : vocabulary.word(forms[0])
  )
  const variants = [...new Set(others)]
  const token = {
    ...{ text: text.slice(start, end), start, end, term, stop },
    ...(variants.length > 0 && { variants })
  }
  // With a soft hyphen or the like in it, a word is written longer than it is; then its parts cannot be placed.
  if (parts.length === 0 || word.length !== end - start) return token
  const compound = parts.map((part) => {
    const span = { start: start + part.start, end: start + part.end }
    return { text: text.slice(span.start, span.end), ...span, term: part.term }
  })
  return { ...token, compound }
}
