import type { Generation } from '../segment/generation.js'
import type { Plan } from '../query/planning/plan.js'
import { prepareRanking, rank, rankingWarnings, type RankedArticle } from '../ranking/rank.js'
import { snippetReader, type ScoredSnippet } from './article-snippets.js'

export interface CollectionSnippet extends ScoredSnippet {
  readonly article: number
}

export interface CollectionSnippets {
  /** Passages in the whole list, exactly. */
  readonly total: number
  readonly items: readonly CollectionSnippet[]
  /** What was left out, a sentence each. */
  readonly warnings: readonly string[]
}

/** So many of the best articles compete with several passages each; the others follow with their best one. */
export const HEAD_ARTICLES = 12
const HEAD_PASSAGES = 3

/** What the article's score counts beside the passage's own. Measured on NorQuAD (`npm run bench:relevance`). */
const ARTICLE_WEIGHT = 0.5

/**
 * The best passages of all the articles. The list is the passages of the best articles in the order of their scores,
 * then the best passage of every other article in the order of the articles: all of it can be paged through.
 */
export const collectionSnippets = (
  generation: Generation,
  plan: Plan,
  articles: readonly number[],
  { offset, size, length }: { readonly offset: number; readonly size: number; readonly length: number }
): CollectionSnippets => {
  const ranking = prepareRanking(generation, plan)
  const ranked = rank(ranking, articles, {
    sort: 'relevance',
    count: offset + size + HEAD_ARTICLES
  })
  const several = snippetReader(generation, plan, { count: HEAD_PASSAGES, length })
  const scored = ({ article, score }: RankedArticle, snippet: ScoredSnippet): CollectionSnippet => ({
    ...snippet,
    article,
    score: snippet.score + ARTICLE_WEIGHT * score
  })
  const head = ranked
    .slice(0, HEAD_ARTICLES)
    .flatMap((one) => several(one.article).map((snippet) => scored(one, snippet)))
    .sort((a, b) => b.score - a.score)
  const total = head.length + Math.max(0, articles.length - HEAD_ARTICLES)
  const page = head.slice(offset, offset + size)
  const single = snippetReader(generation, plan, { count: 1, length })
  const skipped = Math.max(0, offset - head.length)
  const tail = ranked.slice(HEAD_ARTICLES + skipped).slice(0, size - page.length)
  return {
    total,
    items: [...page, ...tail.flatMap((one) => single(one.article).map((snippet) => scored(one, snippet)))],
    warnings: rankingWarnings(ranking, articles)
  }
}
