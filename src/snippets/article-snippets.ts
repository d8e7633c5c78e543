import type { SearchIndex } from '../index/search-index.js'
import type { Plan } from '../query/plan.js'
import { occurrenceReader } from '../ranking/occurrence-reader.js'
import { readArticleText, type ArticleText } from './article-text.js'
import { choosePassages, type ScoredPassage } from './choose.js'
import { textHits } from './hit.js'
import { candidatePassages, opening } from './passage.js'
import { passageScorer } from './passage-scorer.js'
import { renderSnippet, type Snippet, type SnippetOptions } from './snippet.js'

export interface ScoredSnippet extends Snippet {
  readonly score: number
}

/** The best passages of an article; its beginning where no word of the query is in the text. */
export type SnippetReader = (article: number) => ScoredSnippet[]

/** Prepared once for a query. */
export const snippetReader = (index: SearchIndex, plan: Plan, options: SnippetOptions): SnippetReader => {
  if (options.count === 0) return () => []
  const choose = passageChooser(index, plan, options)
  return (article) => {
    const articleText = readArticleText(index, article)
    const passages = choose(article, articleText)
    const shown =
      passages.length > 0
        ? passages
        : opening(articleText, options.length).map((passage) => ({ ...passage, score: 0 }))
    return shown.map((passage) => scoredSnippet(index, articleText, passage))
  }
}

export interface SnippetPage {
  /** Passages in the whole list, exactly. */
  readonly total: number
  readonly items: readonly ScoredSnippet[]
}

/** A page of all the passages of one article that hold a word of the query, best first. Only the page is rendered. */
export const snippetPage = (
  index: SearchIndex,
  plan: Plan,
  article: number,
  { offset, size, length }: { readonly offset: number; readonly size: number; readonly length: number }
): SnippetPage => {
  const articleText = readArticleText(index, article)
  const passages = passageChooser(index, plan, { count: Infinity, length })(article, articleText).filter(
    ({ score }) => score > 0
  )
  const page = passages.slice(offset, offset + size)
  return { total: passages.length, items: page.map((passage) => scoredSnippet(index, articleText, passage)) }
}

const passageChooser = (
  index: SearchIndex,
  plan: Plan,
  { count, length }: SnippetOptions
): ((article: number, articleText: ArticleText) => ScoredPassage[]) => {
  const read = occurrenceReader(index, plan.terms)
  const scorerOf = passageScorer(index, plan)
  return (article, articleText) => {
    const hits = textHits(index, article, read)
    const matches = hits.filter(({ grade }) => grade > 0)
    const candidates = candidatePassages(articleText, matches, length)
    return choosePassages(candidates, scorerOf({ article, hits, length }), count)
  }
}

const scoredSnippet = (index: SearchIndex, { text }: ArticleText, passage: ScoredPassage): ScoredSnippet => ({
  ...renderSnippet(text, passage, index.vocabulary),
  score: passage.score
})
