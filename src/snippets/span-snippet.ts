import type { Reader } from '../segment/generation.js'
import type { Span } from '../structures/span.js'
import { ArticleText } from './article-text.js'
import { spanHit } from './hit.js'
import { candidatePassages, type Passage } from './passage.js'
import { renderSnippet, type Snippet } from './snippet.js'

/** An article whose spans are shown with the passages around them. */
export interface SpanSnippetReader {
  readonly text: string
  /** The passage around a span, at most `length` UTF-16 code units long, with the span marked. */
  readonly snippetAt: (span: Span) => Snippet
}

/** Prepared once for an article. */
export const spanSnippetReader = (reader: Reader, article: number, length: number): SpanSnippetReader => {
  const articleText = new ArticleText(reader.segment, article)
  const { text } = articleText
  return {
    text,
    snippetAt: ({ start, end }) => {
      const hit = spanHit({ start, end })
      const off = (passage: Span): number => Math.abs(passage.start + passage.end - start - end)
      const [best] = candidatePassages(articleText, [hit], length).sort((a, b) => off(a) - off(b))
      // A span that no sentence holds whole is shown by itself.
      const alone: Passage = { start, end, hits: [hit], cuts: { before: true, after: true } }
      return renderSnippet(text, best ?? alone, reader.vocabulary)
    }
  }
}
