import type { Plan } from '../query/planning/plan.js'
import type { Generation } from '../segment/generation.js'
import type { Span } from '../structures/span.js'
import { hitReader, type Hit } from './hit.js'
import { markText } from './snippet.js'

/** How a title answers a query. */
export interface MarkedTitle {
  /** Relative to the title (UTF-16 code units), in order, without overlap. */
  readonly titleHighlights: readonly Span[]
  /** The title escaped, highlights in `<mark>`. */
  readonly titleHtml: string
  /** Is there a word of the query in the title, and none in the text? */
  readonly titleOnly?: true
}

/** Marks the title of an article by the same matches as its ranking and its snippets have. */
export type TitleMarker = (article: number, title: string) => MarkedTitle

/** Prepared once for a query; undefined for one that asks for no words. */
export const titleMarker = (generation: Generation, { terms }: Plan): TitleMarker | undefined => {
  if (terms.length === 0) return undefined
  const hitsOf = hitReader(generation, terms)
  const isMatch = ({ grade }: Hit): boolean => grade > 0
  return (article, title) => {
    const { title: inTitle, text: inText } = hitsOf(article)
    const hits = inTitle.filter(isMatch)
    const { highlights, html } = markText(title, hits, generation.vocabulary)
    return {
      titleHighlights: highlights,
      titleHtml: html,
      ...(hits.length > 0 && !inText.some(isMatch) && { titleOnly: true })
    }
  }
}
