import type { Span } from '../structures/span.js'
import type { SearchIndex } from '../segment/search-index.js'
import { readArticleText } from './article-text.js'
import { spanHit } from './hit.js'
import { candidatePassages, type Passage } from './passage.js'
import { renderSnippet, type Snippet } from './snippet.js'

/** The passage around a span of an article's text, at most `length` UTF-16 code units long, with the span marked. */
export type SpanSnippetReader = (span: Span) => Snippet

/** Prepared once for an article. */
export const spanSnippetReader = (index: SearchIndex, article: number, length: number): SpanSnippetReader => {
  const articleText = readArticleText(index, article)
  return ({ start, end }) => {
    const hit = spanHit({ start, end })
    const off = (passage: Span): number => Math.abs(passage.start + passage.end - start - end)
    const [best] = candidatePassages(articleText, [hit], length).sort((a, b) => off(a) - off(b))
    // A span that no sentence holds whole is shown by itself.
    const alone: Passage = { start, end, hits: [hit], cuts: { before: true, after: true } }
    return renderSnippet(articleText.text, best ?? alone, index.vocabulary)
  }
}
