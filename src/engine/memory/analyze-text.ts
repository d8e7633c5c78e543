import { countCues, detectLanguage } from '../../analysis/text/language.js'
import { readText, type Token } from '../../analysis/text/reading.js'
import type { Span } from '../../structures/span.js'
import type { Language } from '../../articles/article.js'
import type { SearchIndex } from '../../segment/search-index.js'
import { variantTerms } from '../../query/planning/variants.js'

export interface AnalysedToken extends Span {
  readonly text: string
  readonly term: string
  readonly stop: boolean
  readonly variants?: readonly string[]
  readonly compound?: readonly (Span & { readonly text: string; readonly term: string })[]
}

export interface TextAnalysis {
  readonly language: Language
  readonly sentences: readonly Span[]
  readonly tokens: readonly AnalysedToken[]
}

/** What a generation sees of a text; offsets are UTF-16 code units into it. @param text in NFC */
export const analyzeText = (index: SearchIndex, text: string, stated?: Language): TextAnalysis => {
  const reading = readText(text)
  return {
    language: stated ?? detectLanguage(countCues(reading.tokens)),
    sentences: reading.sentences,
    tokens: reading.tokens.map((token) => analyseToken(index, text, token))
  }
}

const analyseToken = (
  { vocabulary }: SearchIndex,
  text: string,
  { start, end, word }: Token
): AnalysedToken => {
  const { term, stop, parts } = vocabulary.analyze(word)
  const variants = [...variantTerms(vocabulary, word).keys()].map((id) => vocabulary.term(id))
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
