import type { Generation } from '../segment/generation.js'
import type { Plan } from '../query/planning/plan.js'
import { ArticleText } from './article-text.js'
import { choosePassages, type ScoredPassage } from './choose.js'
import { hitReader, within } from './hit.js'
import { namedHits } from './named-hits.js'
import { candidatePassages, opening, type Passage } from './passage.js'
import { passageScorer } from './passage-scorer.js'
import { renderSnippet, type Snippet, type SnippetOptions } from './snippet.js'

export interface ScoredSnippet extends Snippet {
  readonly score: number
}

/**
 * The best passages of an article. Where no word of the query is in the text, those that name what its fields ask
 * for, or else the beginning.
 */
export type SnippetReader = (article: number) => ScoredSnippet[]

/** Prepared once for a query. */
export const snippetReader = (generation: Generation, plan: Plan, options: SnippetOptions): SnippetReader => {
  if (options.count === 0) return () => []
  const choose = passageChooser(generation, plan, options)
  const hitsOf = namedHits(generation, plan.clause)
  const named = (article: number, articleText: ArticleText): Passage[] => {
    const hits = hitsOf?.(article) ?? []
    const candidates = candidatePassages(articleText, hits, options.length)
    return choosePassages(candidates, (passage) => within(hits, passage).length, options.count)
  }
  return (article) => {
    const articleText = new ArticleText(generation.segment, article)
    const passages = choose(article, articleText)
    if (passages.length > 0) return passages.map((passage) => scoredSnippet(generation, articleText, passage))
    const naming = named(article, articleText)
    const shown = naming.length > 0 ? naming : opening(articleText, options.length)
    return shown.map((passage) => scoredSnippet(generation, articleText, { ...passage, score: 0 }))
  }
}

export interface SnippetPage {
  /** Passages in the whole list, exactly. */
  readonly total: number
  readonly items: readonly ScoredSnippet[]
}

/** A page of all the passages of one article that hold a word of the query, best first. Only the page is rendered. */
export const snippetPage = (
  generation: Generation,
  plan: Plan,
  article: number,
  { offset, size, length }: { readonly offset: number; readonly size: number; readonly length: number }
): SnippetPage => {
  const articleText = new ArticleText(generation.segment, article)
  const passages = passageChooser(generation, plan, { count: Infinity, length })(article, articleText).filter(
    ({ score }) => score > 0
  )
  const page = passages.slice(offset, offset + size)
  return {
    total: passages.length,
    items: page.map((passage) => scoredSnippet(generation, articleText, passage))
  }
}

const passageChooser = (
  generation: Generation,
  plan: Plan,
  { count, length }: SnippetOptions
): ((article: number, articleText: ArticleText) => ScoredPassage[]) => {
  const hitsOf = hitReader(generation, plan.terms)
  const scorerOf = passageScorer(generation, plan)
  return (article, articleText) => {
    const { text: hits } = hitsOf(article)
    const matches = hits.filter(({ grade }) => grade > 0)
    const candidates = candidatePassages(articleText, matches, length)
    return choosePassages(candidates, scorerOf({ article, hits, length }), count)
  }
}

const scoredSnippet = (
  generation: Generation,
  { text }: ArticleText,
  passage: ScoredPassage
): ScoredSnippet => ({
  ...renderSnippet(text, passage, generation.vocabulary),
  score: passage.score
})
