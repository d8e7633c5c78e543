import type { SearchIndex } from '../index/search-index.js'
import type { Plan } from '../query/plan.js'
import { occurrenceReader } from '../ranking/occurrences.js'
import { readArticleText } from './article-text.js'
import { choosePassages } from './choose.js'
import { candidatePassages, opening, textHits } from './passage.js'
import { renderSnippet, type Snippet, type SnippetOptions } from './snippet.js'

export interface ScoredSnippet extends Snippet {
  readonly score: number
}

/** The best passages of an article; its beginning where no word of the query is in the text. */
export type SnippetReader = (article: number) => ScoredSnippet[]

/** Prepared once for a query. */
export const snippetReader = (
  index: SearchIndex,
  { terms }: Plan,
  { count, length }: SnippetOptions
): SnippetReader => {
  if (count === 0) return () => []
  const read = occurrenceReader(index, terms)
  const idf = terms.map((term) => term.idf)
  return (article) => {
    const articleText = readArticleText(index, article)
    const candidates = candidatePassages(articleText, textHits(index, article, read(article)), length)
    const passages =
      candidates.length > 0
        ? choosePassages(candidates, idf, count)
        : opening(articleText, length).map((passage) => ({ ...passage, score: 0 }))
    return passages.map((passage) => ({
      ...renderSnippet(articleText.text, passage, index.vocabulary),
      score: passage.score
    }))
  }
}
